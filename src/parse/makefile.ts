import type { Command, WordValue } from '../model/command.ts';
import { type Excerpt, joinExcerpts, LineIndex } from './mapped-text.ts';
import { readCommands } from './shell.ts';
import { combine, unknownValue, usedAt, Variables } from './shell-variables.ts';

const maxLength = 1_000_000;
const reference = /\$(?:\(([^(){}\s]+)\)|\{([^(){}\s]+)\}|(\$)|([A-Za-z<@^*?]))/g;
const assignment = /^[ ]*(?:export\s+|override\s+)*([\w.-]+)\s*(\?|::?:?|\+)?=[ \t]*([\s\S]*)$/;

/** The commands of a Makefile's recipes, with its own simple variables in place. */
export function readMakefile(text: string): readonly Command[] {
  if (text.length > maxLength) return [];
  const lines = new LineIndex(text);
  const logical = logicalLines(text);
  const variables = readVariables(lines, logical);
  return logical
    .filter(line => line.text.startsWith('\t'))
    .flatMap(line =>
      readCommands(joinExcerpts(lines, recipe(lines, line, variables)), new Variables(variables)),
    );
}

interface LogicalLine {
  readonly text: string;
  readonly index: number;
}

/** A line and those it goes on in. */
function logicalLines(text: string): readonly LogicalLine[] {
  return [...text.matchAll(/(?:[^\n\\]+|\\[\s\S])+/g)].map(({ 0: line, index }) => ({ text: line, index }));
}

/** Make reads all of a file before it runs a recipe, and a variable set twice may depend on a condition: each value counts. */
function readVariables(lines: LineIndex, logical: readonly LogicalLine[]): Variables {
  const variables = new Variables();
  for (const { text, index } of logical) {
    const match = text.startsWith('\t') ? null : assignment.exec(text);
    const [whole = '', name, operator, written = ''] = match ?? [];
    if (name === undefined) continue;
    const value = written
      .replace(/(?:^|\s)#.*$/, '')
      .replaceAll('\\\n', '  ')
      .trimEnd();
    const start = index + whole.length - written.length;
    variables.set(name, operator === '+' ? [] : valuesOf(lines, value, start, variables), true);
  }
  return variables;
}

function valuesOf(
  lines: LineIndex,
  value: string,
  start: number,
  variables: Variables,
): readonly WordValue[] {
  const parts: (readonly WordValue[])[] = [];
  let done = 0;
  const literal = (end: number): void => {
    if (end > done) {
      parts.push([
        [{ text: value.slice(done, end), span: lines.span(start + done, start + end), trail: [] }],
      ]);
    }
  };
  for (const match of value.matchAll(reference)) {
    literal(match.index);
    done = match.index + match[0].length;
    const use = lines.span(start + match.index, start + done);
    const known = variables.get(match[1] ?? match[2] ?? '') ?? [];
    parts.push(known.length > 0 ? usedAt(known, use) : [unknownValue(use)]);
  }
  literal(value.length);
  return combine(parts) ?? [];
}

/** A recipe's line as its shell gets it: `$(NAME)` becomes `${NAME}`, `$$` becomes `$`, and the marks in front go. */
function recipe(lines: LineIndex, { text, index }: LogicalLine, variables: Variables): readonly Excerpt[] {
  const excerpts: Excerpt[] = [];
  let done = /^\t[\s@+-]*/.exec(text)?.[0].length ?? 0;
  for (const match of text.matchAll(reference)) {
    const [written, inRound, inCurly, escaped, single] = match;
    if (match.index < done) continue;
    excerpts.push(lines.excerpt(index + done, index + match.index));
    done = match.index + written.length;
    const name = inRound ?? inCurly ?? single;
    const text = escaped === undefined ? `\${${shellName(name, variables)}}` : '$';
    excerpts.push({ text, offset: index + match.index, length: written.length });
  }
  excerpts.push(lines.excerpt(index + done, index + text.length));
  return excerpts;
}

/** A name make allows and a shell does not has no value here. */
function shellName(name: string | undefined, variables: Variables): string {
  if (name === undefined || !/^[A-Za-z_]\w*$/.test(name)) return '_';
  return variables.get(name) === undefined ? '_' : name;
}
