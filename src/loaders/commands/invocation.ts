import { isKnown, textOf, unknownText, type Word } from '../../model/command.ts';
import { codeOption, programName, pythonPlace, pythonWords, wrappers } from '../../model/program-name.ts';
import { tools } from './registry.generated.ts';
import type { Tool } from './tool.ts';

/** What a command runs in the end, whatever stands around it: `sudo`, `docker exec`, `uv run`, `srun` … */
export type Invocation =
  | { readonly kind: 'tool'; readonly tool: Tool; readonly rest: readonly Word[] }
  | StartedScript;

interface StartedScript {
  readonly kind: 'script';
  /** A variable may hold several; at least one. */
  readonly paths: readonly string[];
  readonly isModule: boolean;
  readonly rest: readonly Word[];
}

/** Programs that start a Python script with options of their own in front of it. */
const launchers: readonly (readonly string[])[] = [
  ['accelerate', 'launch'],
  ['accelerate-launch'],
  ['torchrun'],
  ['deepspeed'],
  ['composer'],
  ['python', '-m', 'torch.distributed.launch'],
  ['python', '-m', 'torch.distributed.run'],
  ['python', '-m', 'accelerate.commands.launch'],
  ['python', '-m', 'deepspeed.launcher.runner'],
];

/** What the commands start with that start a Python script. */
export const launcherNames: readonly string[] = [...new Set(launchers.flatMap(([name]) => name ?? []))];

export function readInvocation(words: readonly Word[], image: Word | undefined): Invocation | undefined {
  const first = programName(words[0]);
  const direct = invocationAt(words, 0);
  if (direct !== undefined) return direct;
  const byImage =
    image?.text === undefined ? undefined : tools.find(tool => tool.image?.test(image.text ?? ''));
  if (byImage !== undefined) return { kind: 'tool', tool: byImage, rest: words };
  return first !== undefined && wrappers.has(first) ? insideWrapper(words) : undefined;
}

/** The script that a command runs, which may be a tool's module: a repository may be the tool's own. */
export function readScript(words: readonly Word[]): StartedScript | undefined {
  const found = readInvocation(words, undefined);
  if (found?.kind === 'script') return found;
  const place = found === undefined ? -1 : pythonPlace(words);
  return place < 0 ? undefined : pythonScript(pythonWords(words.slice(place)).slice(1));
}

function insideWrapper(words: readonly Word[]): Invocation | undefined {
  let contained: Invocation | undefined;
  for (let index = 1; index < words.length; index += 1) {
    const found = invocationAt(words, index);
    if (found !== undefined) return found;
    const text = words[index]?.text;
    const tool = text === undefined ? undefined : tools.find(({ image }) => image?.test(text));
    // What follows an image is the command in it, if it names one, or else the arguments of its entry point.
    if (tool !== undefined) contained ??= { kind: 'tool', tool, rest: words.slice(index + 1) };
  }
  return contained;
}

function invocationAt(words: readonly Word[], index: number): Invocation | undefined {
  const name = programName(words[index]);
  if (name === undefined) return undefined;
  const given = name === 'python' ? pythonWords(words.slice(index)) : words.slice(index);
  const launcher = launchers.find(start => startsWith(given, start));
  if (launcher !== undefined) return launched(given.slice(launcher.length));
  for (const tool of tools) {
    const start = tool.starts.find(texts => startsWith(given, texts));
    if (start !== undefined) return { kind: 'tool', tool, rest: given.slice(start.length) };
  }
  if (name === 'python') return pythonScript(given.slice(1));
  return isScript(words[index]) ? script(words.slice(index), false) : undefined;
}

/** Whether a word may be followed by a program: no option that takes a file, such as `--config settings.py`. */
function isStart(before: Word | undefined): boolean {
  return before?.text?.startsWith('-') !== true;
}

function isScript(word: Word | undefined): boolean {
  return word?.values.some(value => textOf(value).endsWith('.py')) === true;
}

/** `configs/large.py` right behind a script: settings that are written as code, which it reads. */
function isSettings({ values }: Word): boolean {
  return values.every(value => /(^|\/)(configs?|settings)\//.test(textOf(value)));
}

function pythonScript(words: readonly Word[]): StartedScript | undefined {
  const first = words[0]?.text;
  if (first === '-m') return script(words.slice(1), true);
  // Code that is no script of the repository: it is read where it is written.
  return first === '-' || codeOption.test(first ?? '') ? undefined : script(words, false);
}

/** The launcher's own options end at the first word that names a script or asks for a module. */
function launched(words: readonly Word[]): Invocation | undefined {
  const index = words.findIndex(word => isScript(word) || word.text === '-m' || word.text === '--module');
  const found = words[index];
  if (found === undefined) return undefined;
  if (isScript(found)) return script(words.slice(index), false);
  const [name, ...rest] = words.slice(index + 1);
  const tool = tools.find(({ starts }) =>
    starts.some(([program, mark, module]) => program === 'python' && mark === '-m' && module === name?.text),
  );
  return tool ? { kind: 'tool', tool, rest } : script(words.slice(index + 1), true);
}

function script([path, ...rest]: readonly Word[], isModule: boolean): StartedScript | undefined {
  // `python xla_spawn.py --num_cores 8 train.py --model ID`: what stands behind another script is for that one.
  const inner = rest.findLastIndex(
    (word, index) =>
      isScript(word) && isStart(rest[index - 1]) && (isModule || index > 0 || !isSettings(word)),
  );
  if (inner >= 0) return script(rest.slice(inner), false);
  const paths = path === undefined ? [] : pathsOf(path, isModule);
  return paths.length > 0 ? { kind: 'script', paths, isModule, rest } : undefined;
}

/** A variable may hold several scripts, and a folder that only the run knows may stand in front: `$ROOT/train.py`. */
function pathsOf({ values }: Word, isModule: boolean): readonly string[] {
  const texts = values.map(textOf).map(text => {
    const start = text.lastIndexOf(unknownText) + 1;
    return start > 0 && !isModule && text[start] === '/' ? text.slice(start + 1) : text;
  });
  return [...new Set(texts)].filter(text => text !== '' && isKnown(text));
}

function startsWith(words: readonly Word[], texts: readonly string[]): boolean {
  return texts.every((text, index) => (index === 0 ? programName(words[0]) : words[index]?.text) === text);
}
