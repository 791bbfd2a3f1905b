import { argument, keyword, type Loader } from './loader.ts';

export const loader: Loader = {
  library: 'paddlehub',
  language: 'python',
  modules: ['paddlehub'],
  calls: [
    {
      callee: 'Module',
      id: argument(0, 'name'),
      revision: keyword('version'),
      // With a source the module comes from a Git repository of anybody's.
      unless: { argument: keyword('source') },
      interpret: id => (/^[\w-]+$/.test(id) ? { hub: 'paddle', target: id } : undefined),
    },
  ],
  examples: [
    {
      code: 'import paddlehub as hub\nlac = hub.Module(name="lac", version="2.1.1")',
      finds: ['lac'],
    },
    {
      code: 'import paddlehub as hub\nhub.Module(directory="./my_module")\nhub.Module(name="lac", source="https://example.org/modules.git")',
      finds: [],
    },
  ],
};
