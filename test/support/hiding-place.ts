import type { SourceRange } from '../../src/model/source.ts';

/**
 * A small repository in which an id hides, written as text.
 *
 * `« »` stand around an id that a call loads, `‹ ›` around one that is only named, and `⟦ ⟧` around the places that the
 * ids come through on their way to the calls. What bears no mark must stay silent.
 */
export interface HidingPlace {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly loaded: readonly string[];
  readonly mentioned: readonly string[];
  /** Empty where the fixture leaves them open. */
  readonly trail: readonly string[];
}

const marks: Readonly<Record<string, MarkKind>> = {
  '«': 'loaded',
  '»': 'loaded',
  '‹': 'mentioned',
  '›': 'mentioned',
  '⟦': 'trail',
  '⟧': 'trail',
};

type MarkKind = 'loaded' | 'mentioned' | 'trail';

/** `=== title` starts a hiding place and `--- path` a file of it; what stands before the first path is in `mainFile`. */
export function readHidingPlaces(text: string, mainFile: string): readonly HidingPlace[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(section => {
      const [title = '', ...lines] = section.split('\n');
      return { title, ...readFiles(lines, mainFile) };
    });
}

function readFiles(lines: readonly string[], mainFile: string): Omit<HidingPlace, 'title'> {
  const marked: Record<string, string> = {};
  let file = mainFile;
  for (const line of lines) {
    file = /^--- (\S+)$/.exec(line)?.[1] ?? file;
    if (!line.startsWith('--- ')) marked[file] = `${marked[file] ?? ''}${line}\n`;
  }
  const files: Record<string, string> = {};
  const places: Record<MarkKind, string[]> = { loaded: [], mentioned: [], trail: [] };
  for (const [path, source] of Object.entries(marked)) {
    if (source.trim() === '') continue;
    files[path] = withoutMarks(path, source, places);
  }
  return { files, loaded: places.loaded, mentioned: places.mentioned, trail: places.trail };
}

/** Takes the marks out of a text and notes what stood between them, and where. */
function withoutMarks(file: string, source: string, places: Record<MarkKind, string[]>): string {
  const open: { readonly at: number; readonly line: number; readonly character: number }[] = [];
  let text = '';
  let line = 0;
  let lineStart = 0;
  for (const character of source) {
    const kind = marks[character];
    const here = { line, character: text.length - lineStart };
    if ('«‹⟦'.includes(character)) open.push({ at: text.length, ...here });
    else if (kind) {
      const start = open.pop();
      if (!start) throw new Error(`${file}: ${character} closes nothing`);
      const id = kind === 'trail' ? '' : ` ${idOf(text.slice(start.at))}`;
      places[kind].push(describePlace({ file, start, end: here }) + id);
    } else text += character;
    if (character === '\n') {
      line += 1;
      lineStart = text.length;
    }
  }
  return text;
}

/** What is put together from parts gives `org/model`. */
function idOf(written: string): string {
  return /^[\w./:-]+$/.test(written) ? written : 'org/model';
}

export function describePlace({ file, cell, start, end }: SourceRange): string {
  const inCell = cell === undefined ? '' : `[${cell}]`;
  return `${file}${inCell}:${start.line + 1}:${start.character}-${end.line + 1}:${end.character}`;
}
