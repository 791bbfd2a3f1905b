import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { type Command, textOf } from '../../src/model/command.ts';
import { readDockerfile } from '../../src/parse/dockerfile.ts';
import { type SourceKind, sourceKind } from '../../src/parse/index.ts';
import { readMakefile } from '../../src/parse/makefile.ts';
import { readWorkflow } from '../../src/parse/workflow.ts';
import { written } from '../support/written.ts';

const texts = (commands: readonly Command[]): readonly (readonly (string | undefined)[])[] =>
  commands.filter(({ words }) => words.length > 0).map(({ words }) => words.map(word => word.text));

/** Every word that reads as it is written stands where it says. */
function assertPlaced(text: string, commands: readonly Command[]): void {
  for (const word of commands.flatMap(({ words }) => words)) {
    if (word.text === undefined || word.values[0]?.some(piece => piece.trail.length > 0)) continue;
    const place = written(text, word.span);
    if (!place.includes('\\')) assert.equal(place, word.text);
  }
}

describe('the kind of a file', () => {
  it('is told by its name', () => {
    const kinds: Readonly<Record<string, SourceKind | undefined>> = {
      'a/app.PY': 'python',
      'a/Dockerfile': 'dockerfile',
      dockerfile: 'dockerfile',
      'Dockerfile.gpu': 'dockerfile',
      'Dockerfile-dev': 'dockerfile',
      'gpu.Dockerfile': 'dockerfile',
      Containerfile: 'dockerfile',
      'Dockerfile.md': undefined,
      'Dockerfile.dockerignore': undefined,
      'Dockerfile.py': 'python',
      MyDockerfile: undefined,
      Makefile: 'makefile',
      GNUmakefile: 'makefile',
      'Makefile.am': undefined,
      '.env': 'data',
      constructor: undefined,
    };
    for (const [file, kind] of Object.entries(kinds)) assert.equal(sourceKind(file), kind, file);
  });
});

describe('a Dockerfile', () => {
  it('runs commands in both forms, over several lines and with comments between them', () => {
    const text = [
      '# syntax=docker/dockerfile:1',
      'FROM python:3.12 AS base',
      'RUN --mount=type=cache,target=/x \\',
      '    pip install x \\',
      '    # why',
      '',
      '    && hf download org/a',
      'run ["hf", "download", "org/b"]',
      'HEALTHCHECK --interval=5m CMD curl x',
    ].join('\n');
    const commands = readDockerfile(text);
    assert.deepEqual(texts(commands), [
      ['pip', 'install', 'x'],
      ['hf', 'download', 'org/a'],
      ['hf', 'download', 'org/b'],
      ['curl', 'x'],
    ]);
    assertPlaced(text, commands);
  });

  it('has variables of ARG and ENV, in the old form too', () => {
    const text = 'ARG M=org/a\nFROM x\nENV N=$M\nENV OLD org/b c\nRUN run "$N" "$OLD" $M';
    const commands = readDockerfile(text);
    assert.deepEqual(texts(commands), [['run', 'org/a', 'org/b c', 'org/a']]);
    assert.deepEqual(
      commands.flatMap(({ assignments }) => assignments.map(({ name, value }) => [name, value.text])),
      [
        ['N', 'org/a'],
        ['OLD', 'org/b c'],
      ],
    );
    const word = commands.at(-1)?.words[1];
    const [piece] = word?.values[0] ?? [];
    assert.equal(piece && written(text, piece.span), 'org/a');
  });

  it('gives the entry point its arguments, and names the image', () => {
    const [command] = readDockerfile('FROM vllm/vllm-openai:v1\nENTRYPOINT ["vllm", "serve"]\nCMD ["org/a"]');
    assert.deepEqual(
      command?.words.map(word => word.text),
      ['vllm', 'serve', 'org/a'],
    );
    assert.equal(command?.image?.text, 'vllm/vllm-openai:v1');
  });

  it('may hold a script behind the flags of its builder, which may fill lines', () => {
    const text = 'FROM x\nRUN --mount=type=cache \\\n  --network=none \\\n  <<EOF\nhf download org/a\nEOF\n';
    const commands = readDockerfile(text);
    assert.deepEqual(texts(commands), [['hf', 'download', 'org/a']]);
    assertPlaced(text, commands);
  });

  it('may hold a script, which is read, or a file, which is not', () => {
    const text =
      'FROM x\nCOPY <<EOF /a.sh\nhf download no\nEOF\nRUN <<EOF\nhf download org/a\nEOF\nADD https://x/y.pt /m/';
    const commands = readDockerfile(text);
    assert.deepEqual(texts(commands), [
      ['hf', 'download', 'org/a'],
      ['ADD', 'https://x/y.pt', '/m/'],
    ]);
    assertPlaced(text, commands.slice(0, 1));
  });
});

describe('what a Dockerfile puts into the image', () => {
  it('is a command in the folder where the stage works, as far as that is written', () => {
    const text = [
      'FROM x AS build',
      'COPY first .',
      'FROM x',
      'WORKDIR $HOME/unknown',
      'COPY second .',
      'WORKDIR /app',
      'WORKDIR src',
      'COPY --from=build /made .',
      'COPY --chown=1:1 --link third a/',
      'ADD ["fourth", "/"]',
    ].join('\n');
    const put = readDockerfile(text).map(({ words, folder }) => [...words.map(word => word.text), folder]);
    assert.deepEqual(put, [
      ['COPY', 'first', '.', undefined],
      ['COPY', 'second', '.', undefined],
      ['COPY', 'third', 'a/', '/app/src'],
      ['ADD', 'fourth', '/', '/app/src'],
    ]);
  });
});

describe('a Makefile', () => {
  it('runs the lines of its recipes with its own variables in place', () => {
    const text = [
      'MODEL ?= org/a # the default',
      'ALL = $(MODEL)-big',
      'get: # hf download no',
      '\t@hf download $(MODEL) \\',
      '\t  --quiet',
      '\t-run "${ALL}" $$HOME $(unknown) $@',
    ].join('\n');
    const commands = readMakefile(text);
    assert.deepEqual(texts(commands), [
      ['hf', 'download', 'org/a', '--quiet'],
      ['run', 'org/a-big', undefined, undefined, undefined],
    ]);
    const piece = commands[0]?.words[2]?.values[0]?.[0];
    assert.equal(piece && written(text, piece.span), 'org/a');
    assert.deepEqual(
      piece?.trail.map(span => written(text, span)),
      ['$(MODEL)'],
    );
  });
});

describe('a workflow', () => {
  it('runs its scripts, whatever the quotes and the indentation', () => {
    const text = [
      'jobs:',
      '  a:',
      '    steps:',
      '      - run: |',
      '          hf download org/a \\',
      '            --quiet',
      '          run b',
      '      - run: >-',
      '          run',
      '          "org/c"',
      '      - run: "run \'org/d\' \\"e\\""',
      "      - run: 'run org/f'",
      'test:',
      '  script:',
      '    - run org/g',
    ].join('\n');
    const commands = readWorkflow(text);
    assert.deepEqual(texts(commands), [
      ['hf', 'download', 'org/a', '--quiet'],
      ['run', 'b'],
      ['run', 'org/c'],
      ['run', 'org/d', 'e'],
      ['run', 'org/f'],
      ['run', 'org/g'],
    ]);
    assertPlaced(text, commands);
  });

  it('may hand a script in quotes inside quotes to a shell, each word at its own place', () => {
    const text = 'run: "sh -c \\"A=$(x) vllm serve org/a --name \\\\\\"b\\\\\\"\\""';
    const word = readWorkflow(text).find(({ words }) => words[0]?.text === 'vllm')?.words[2];
    assert.equal(word && written(text, word.span), 'org/a');
  });

  it('has an environment, and a matrix of values', () => {
    const text = [
      'env: { M: org/a }',
      'jobs:',
      '  a:',
      '    strategy: { matrix: { m: [org/b, org/c] } }',
      '    steps:',
      '      - run: run $M ${{ env.M }} "${{ matrix.m }}" ${{ inputs.x }}',
    ].join('\n');
    const words = readWorkflow(text).find(command => command.words.length > 0)?.words ?? [];
    assert.deepEqual(
      words.map(word => word.values.map(textOf)),
      [['run'], ['org/a'], ['org/a'], ['org/b', 'org/c'], ['\0']],
    );
  });

  it('may be the services of compose or the containers of Kubernetes', () => {
    const text = [
      'services:',
      '  a:',
      '    image: img:1',
      '    command: >',
      '      --model org/a',
      '      --port 1',
      '---',
      'spec:',
      '  containers:',
      '    - image: img:2',
      '      command: ["sh", "-c"]',
      '      args: ["vllm serve org/b"]',
      '      env:',
      '        - name: MODEL_ID',
      '          value: org/c',
    ].join('\n');
    const commands = readWorkflow(text);
    assert.deepEqual(texts(commands), [
      ['--model', 'org/a', '--port', '1'],
      ['sh', '-c', 'vllm serve org/b'],
      ['vllm', 'serve', 'org/b'],
    ]);
    assert.equal(commands[0]?.image?.text, 'img:1');
    assert.deepEqual(
      commands.flatMap(({ assignments }) => assignments.map(({ name, value }) => [name, value.text])),
      [['MODEL_ID', 'org/c']],
    );
    assertPlaced(text, commands);
  });

  it('that repeats itself by anchors is read, but not without end', () => {
    assert.deepEqual(texts(readWorkflow('x: &s\n  - run a\ny:\n  script: *s')), [['run', 'a']]);
    const bomb = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`).join('\n');
    const commands = readWorkflow(`a-1: &a-1 { run: b }\n${bomb}`);
    assert.ok(commands.length > 0 && commands.length < 50_000, String(commands.length));
  });
});

describe('files of commands', () => {
  const piece = fc.constantFrom(
    'RUN ',
    'FROM x',
    'ENV ',
    'CMD ["',
    '"]',
    '\\\n',
    '\n',
    '\t',
    ' ',
    '<<EOF',
    'EOF',
    '$(',
    '$',
    ')',
    'A=',
    'a',
    '"',
    "'",
    'run: ',
    'script:\n',
    '- ',
    '|',
    '>',
    '&a ',
    '*a',
    '{',
    '}',
    '[',
    ']',
    ': ',
    'env:',
    'image: x\n',
    'command: ',
    '${{ matrix.m }}',
    '#',
    '---\n',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 50 }).map(parts => parts.join('')),
    fc.string({ maxLength: 200 }),
  );
  for (const read of [readDockerfile, readMakefile, readWorkflow]) {
    it(`never make ${read.name} throw`, () => {
      fc.assert(
        fc.property(text, content => assert.ok(Array.isArray(read(content)))),
        { numRuns: 1_000 },
      );
    });

    it(`end soon in ${read.name}, however hostile`, () => {
      const started = performance.now();
      for (const part of [
        'RUN <<A\n',
        'RUN a \\\n',
        'A = $(A) $(A)\n',
        '\t$(A)\n',
        '[',
        '{a: ',
        '- ',
        'a:\n ',
        'run: a\n- ',
        'ENV A=$A$A\n',
        'WORKDIR aaaaaaaa\nCOPY a b\n',
        '\\',
      ]) {
        read(part.repeat(20_000));
      }
      assert.ok(performance.now() - started < 15_000);
    });
  }
});
