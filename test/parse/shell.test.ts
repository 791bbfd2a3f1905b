import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { textOf } from '../../src/model/command.ts';
import { readCommands } from '../../src/parse/shell.ts';
import { written } from '../support/written.ts';

const texts = (text: string): readonly (readonly (string | undefined)[])[] =>
  readCommands(text).map(({ words }) => words.map(word => word.text));

describe('a shell script', () => {
  it('is read as the commands a shell would run', () => {
    assert.deepEqual(texts('a b | c && d; e & # f\n( g ) ; if h; then i; fi'), [
      ['a', 'b'],
      ['c'],
      ['d'],
      ['e'],
      ['g'],
      ['h'],
      ['i'],
    ]);
  });

  it('has quotes, escapes and continued lines taken away, and each word keeps its place', () => {
    const text = 'run "a b" \'c d\' e\\ f \\\n  g"h"i "say \\"hi\\" org/a"';
    const [command] = readCommands(text);
    assert.deepEqual(
      command?.words.map(word => word.text),
      ['run', 'a b', 'c d', 'e f', 'ghi', 'say "hi" org/a'],
    );
    assert.deepEqual(
      command?.words.map(word => written(text, word.span)),
      ['run', 'a b', 'c d', 'e\\ f', 'g"h"i', 'say \\"hi\\" org/a'],
    );
  });

  it('goes on where a blank or a comment stands behind the backslash and a flag on the next line', () => {
    const text = 'run a \\ # the best\n  --to b \\  \n  --in c \\ \nls d\\ # e\n';
    const commands = readCommands(text);
    assert.deepEqual(
      commands.map(({ words }) => words.map(word => word.text)),
      [
        ['run', 'a', '--to', 'b', '--in', 'c', ' '],
        ['ls', 'd #', 'e'],
      ],
    );
    assert.deepEqual(commands[0]?.words.map(word => written(text, word.span)).slice(3, 6), [
      'b',
      '--in',
      'c',
    ]);
  });

  it('gives the commands inside substitutions too, and not the text of here-documents', () => {
    assert.deepEqual(texts('x=$(get a)\ncat <<EOF\nvllm serve b\nEOF\n"`get c`"').flat(), [
      'get',
      'a',
      'cat',
      undefined,
      'get',
      'c',
    ]);
  });

  it('puts in what variables hold', () => {
    assert.deepEqual(texts('A=org\nB="$A/tiny"\nrun ${B} ${C:-d} "${A}x" $D').at(-1), [
      'run',
      'org/tiny',
      'd',
      'orgx',
      undefined,
    ]);
  });

  it('splits an unquoted variable into the words it holds, and not a quoted one', () => {
    assert.deepEqual(texts('A="--model org/a"\nrun $A "$A"').at(-1), [
      'run',
      '--model',
      'org/a',
      '--model org/a',
    ]);
  });

  it('knows every value a name can have', () => {
    const values = (text: string) => readCommands(text).at(-1)?.words.at(-1)?.values.map(textOf);
    assert.deepEqual(values('for m in a b; do run $m; done'), ['a', 'b']);
    assert.deepEqual(values('L=(a b)\nrun "${L[0]}"'), ['a', 'b']);
    assert.deepEqual(values('declare -A L=([x]=a [y]="b")\nrun "${L[$k]}"'), ['a', 'b']);
    assert.deepEqual(values('M=a\ncase $1 in --m) M=$2;; esac\nrun $M'), ['a']);
    assert.deepEqual(values('if x; then M=a; elif y; then M=b; else M=c; fi\nrun $M'), ['a', 'b', 'c']);
    assert.deepEqual(values('M=${1:-a}\nrun $M'), ['a']);
    assert.deepEqual(values(': ${M:=a}\nrun $M'), ['a']);
  });

  it('gives a function what it is called with', () => {
    const [command] = readCommands('get() { local m="$1"; run "$m"; }\nget a\nget b').filter(
      ({ words }) => words[0]?.text === 'run',
    );
    assert.deepEqual(command?.words[1]?.values.map(textOf), ['a', 'b']);
  });

  it('reads the script that it hands to another shell, at its own place', () => {
    const text = 'docker exec x bash -c "A=1 run \\"y\\" org/a"';
    const inner = readCommands(text).find(({ words }) => words[0]?.text === 'run');
    assert.deepEqual(
      inner?.words.map(word => word.text),
      ['run', 'y', 'org/a'],
    );
    assert.equal(inner?.words[2] && written(text, inner.words[2].span), 'org/a');
  });

  it('says what it sets, and whether other programs see it', () => {
    const [first, second] = readCommands('A=1 run\nexport B=2');
    assert.deepEqual([first?.assignments[0]?.name, first?.assignments[0]?.isExported], ['A', true]);
    assert.deepEqual(
      [second?.assignments[0]?.name, second?.assignments[0]?.value.text, second?.words],
      ['B', '2', []],
    );
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '"',
      "'",
      '\\',
      '$',
      '${',
      '}',
      '$(',
      ')',
      '(',
      '`',
      '|',
      '&&',
      ';',
      '<<E',
      'if ',
      'then ',
      'fi',
      'for x in ',
      'do ',
      'done',
      'case ',
      'esac',
      'f() ',
      '{ ',
      'A=',
      '$A',
      '${A:-',
      '=(',
      '#',
      'bash -c ',
      '[[ ',
      '((',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map(parts => parts.join('')),
          fc.string({ maxLength: 200 }),
        ),
        text => {
          for (const { words } of readCommands(text)) assert.ok(words.every(word => word.values.length > 0));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('gives programs what they read, as they get it', () => {
    const text = [
      "python - <<'A' > out",
      'a "$x" \\',
      'A',
      'cat <<-B | tee b.py',
      '\t$x \\$x',
      '\t\tb',
      '\tB',
      'python <<< "c $x"',
      'echo "d\\ne" | python',
      'echo f | (ls) | python',
    ].join('\n');
    const streams = readCommands(`x=1\n${text}`).flatMap(({ words: [name], input, output }) =>
      input || output ? `${name?.text}: ${input?.text} > ${output?.text}` : [],
    );
    assert.deepEqual(streams, [
      'python: a "$x" \\\n > out',
      'cat: 1 $x\nb\n > undefined',
      'tee: 1 $x\nb\n > undefined',
      'python: c 1 > undefined',
      'python: d\ne > undefined',
    ]);
  });

  it('ends soon, however hostile the text', () => {
    const started = process.cpuUsage();
    for (const text of [
      '('.repeat(100_000),
      '"$('.repeat(10_000),
      'f() '.repeat(20_000),
      'if x; then '.repeat(5_000),
      'x=(a)\n'.repeat(20_000),
      `A=ab\n${'A=$A$A\n'.repeat(3_000)}run $A`,
      `A=ab\n${'if x; then A="$A $A"; fi\n'.repeat(2_000)}run $A`,
      `${'A+=(a b c)\n'.repeat(3_000)}${'run $A $A $A\n'.repeat(3_000)}`,
      `bash -c "${'eval x; '.repeat(5_000)}"`,
      `f() { f $1; f $1; }\n${'f a\n'.repeat(10_000)}`,
    ])
      readCommands(text);
    const { user } = process.cpuUsage(started);
    assert.ok(user < 30_000_000, `took ${user / 1_000_000} s`);
  });
});
