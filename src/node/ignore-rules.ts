import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import ignore from 'ignore';
import { readWhole } from './read-whole.ts';

/** The patterns of one ignore file. */
export interface IgnoreRules {
  /** Turns a path below the root into the path the patterns speak of; undefined where they have no say. */
  readonly localPath: (path: string) => string | undefined;
  readonly patterns: Ignore;
}

/** Patterns that speak of everything below the root; none where there are none, so that nobody asks them. */
export function rulesFrom(patterns: readonly string[]): readonly IgnoreRules[] {
  return patterns.length === 0 ? [] : [rulesIn('', patterns)];
}

function rulesIn(folder: string, patterns: readonly string[]): IgnoreRules {
  const prefix = folder === '' ? '' : `${folder}/`;
  return {
    localPath: path => (path.startsWith(prefix) ? path.slice(prefix.length) : undefined),
    patterns: newPatterns().add([...patterns]),
  };
}

/** Whether the rules leave a path out; the last of them has the first say. Folders end with `/`. */
export function isIgnored(path: string, rules: readonly IgnoreRules[]): boolean {
  for (const rule of rules.toReversed()) {
    const local = rule.localPath(path);
    if (!local) continue;
    const verdict = rule.patterns.test(local);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** The rules in force inside a folder: those from above and its own .gitignore. */
export async function rulesOf(
  root: string,
  folder: string,
  inherited: readonly IgnoreRules[],
): Promise<readonly IgnoreRules[]> {
  const text = await readText(join(root, folder, '.gitignore'));
  return text === undefined ? inherited : [...inherited, rulesIn(folder, text.split('\n'))];
}

/** The files that can hold rules from above the root. */
export function ruleFilesAbove(root: string, top: string): readonly string[] {
  return [
    join(top, '.git', 'info', 'exclude'),
    ...foldersBetween(top, root).map(folder => join(folder, '.gitignore')),
  ];
}

/** The rules from above the root in its git repository. None if they ignore the root itself: who names it wants it read. */
export async function rulesAbove(root: string, top: string): Promise<readonly IgnoreRules[]> {
  const rules = [await rulesOutside(top, root, join('.git', 'info', 'exclude'))];
  for (const folder of foldersBetween(top, root)) rules.push(await rulesOutside(folder, root, '.gitignore'));
  const present = rules.filter(rule => rule !== undefined);
  return top !== root && isIgnored('', present) ? [] : present;
}

/** The folders from `top` down to the one above `root`. */
function foldersBetween(top: string, root: string): string[] {
  const folders: string[] = [];
  for (let folder = root; folder !== top; ) {
    folder = dirname(folder);
    folders.unshift(folder);
  }
  return folders;
}

async function rulesOutside(folder: string, root: string, name: string): Promise<IgnoreRules | undefined> {
  const text = await readText(join(folder, name));
  if (text === undefined) return undefined;
  const way = relative(folder, root).split(sep).join('/');
  const prefix = way === '' ? '' : `${way}/`;
  return { localPath: path => prefix + path, patterns: newPatterns().add(text) };
}

async function readText(location: string): Promise<string | undefined> {
  try {
    const bytes = await readWhole(location);
    return bytes && new TextDecoder().decode(bytes);
  } catch {
    // An ignore file that is absent or cannot be read ignores nothing.
    return undefined;
  }
}

/** As git does where nobody tells it otherwise: case counts where the file system tells it apart. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

function newPatterns(): Ignore {
  return ignore({ allowRelativePaths: true, ignorecase });
}
