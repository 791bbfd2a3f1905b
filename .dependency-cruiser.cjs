/** The fences between the rooms of `src/`, each with its reason. ARCHITECTURE.md shows the plan. */

/** A room may import itself, the nouns, and what is named here. */
function room(name, neighbours, comment) {
  const allowed = ['model', name, ...neighbours].join('|');
  return {
    name: `${name}-stays-in-its-room`,
    comment,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: '^src/', pathNot: `^src/(${allowed})/` },
  };
}

const knowledge = ['license', 'card', 'naming', 'weights'];
const judging = [...knowledge, 'judge', 'notice'];
const core = ['parse', 'loaders', 'find', 'project', 'hub', ...judging, 'rules', 'audit'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room('model', [], 'Every room speaks in these nouns, so they depend on nothing.'),
    room('parse', [], 'Syntax facts are the same whatever is later made of them.'),
    room('loaders', [], 'A loader is data: it can be read and tested without a parser.'),
    room('find', ['parse', 'loaders'], 'Finding references works on text alone and never asks a hub.'),
    room('project', ['license', 'parse'], 'What a project declares does not depend on the models it uses.'),
    room('hub', [], 'A hub gives records; what they mean is for the rules to say.'),
    ...knowledge.map(name => room(name, [], 'Knowledge is pure: records and bytes in, judgement out.')),
    room('judge', ['license'], 'A judgment is pure: licenses and a situation in, statements out.'),
    room('notice', ['license', 'judge'], 'What a notice says is text made of facts; hosts write the file.'),
    room(
      'rules',
      judging,
      'A rule sees a reference, a record and the project, and nothing of where they come from.',
    ),
    room('audit', core, 'The core runs the same in a terminal, in an editor, in a browser and in a test.'),
    room('report', [], 'A report is written from the audit alone, so that any host can write it.'),
    room('node', ['audit'], 'What hosts share serves the core and knows no rule.'),
    room('cli', ['node', 'audit', 'report'], 'Hosts are thin and do not know each other.'),
    room(
      'server',
      ['node', 'audit', 'report', 'license'],
      'Hosts are thin and do not know each other. A hover says what a license asks for.',
    ),
    {
      name: 'extension-speaks-the-protocol',
      comment:
        'The client starts fast because it loads nothing of the core: it asks the server. It shares the names of the requests.',
      severity: 'error',
      from: { path: '^src/extension/' },
      to: { path: '^src/', pathNot: '^src/(extension|model|report)/|^src/server/protocol\\.ts$' },
    },
    {
      name: 'vscode-only-in-the-extension',
      comment: 'Everything else runs without an editor.',
      severity: 'error',
      from: { pathNot: '^src/extension/' },
      to: { path: '^(node_modules/@types/)?vscode(/|$)' },
    },
    {
      name: 'sockets-only-in-node',
      comment: 'The core reaches the network through Transport alone, so that offline means offline.',
      severity: 'error',
      from: { pathNot: '^src/node/' },
      to: { path: '(^|/)(axios|axios-retry)(/|$)' },
    },
    {
      name: 'built-ins-only-in-hosts',
      comment: 'A browser has none of them.',
      severity: 'error',
      from: { pathNot: '^src/(node|cli|server|extension)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files that need each other can only be read together.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
