import { launcherNames } from '../loaders/commands/invocation.ts';
import { tools } from '../loaders/commands/registry.generated.ts';
import type { LoadingCall } from '../loaders/loader.ts';
import { loaders } from '../loaders/registry.generated.ts';
import { formats } from '../loaders/settings/registry.generated.ts';
import type { Language } from '../model/syntax.ts';
import { makers } from './made-objects.ts';
import type { IsKnownId } from './mentions.ts';
import { lastPartOf } from './module-path.ts';
import { heldClass } from './names.ts';

/** Names that alone make a load, whatever the file imports. */
const distinctive = anyOf(
  loaders.flatMap(({ calls }) => calls.filter(call => call.isDistinctive).map(lastName)),
  name => `\\b${name}\\b`,
);

/** For each module, the calls that load from it. */
const callsOf: Readonly<Record<Language, ReadonlyMap<string, RegExp>>> = {
  python: callsByModule('python'),
  ecmascript: callsByModule('ecmascript'),
};

/**
 * Python's modules bear everyday names (`clip`, `nemo`), so they count only where a line imports them. A text inside
 * another may have its line feeds written out.
 */
const pythonImports =
  /(?:\b|\\n)(?:import|from)[^\S\n]+([\w.]+(?:(?:[^\S\n]+as[^\S\n]+\w+)?[^\S\n]*,[^\S\n]*[\w.]+)*)/g;
const scriptModules = anyOf([...callsOf.ecmascript.keys()], name => name, 'g');
const patterned = loaders.filter(loader => loader.modulePattern !== undefined);

/** A quoted text of the form of an id: with an owner, or with a hyphen as bare names of models have. */
const quotedIds = /["'`]([\w.]+[/-][\w./-]*)\\?["'`]/g;
const quotedPackages = /["'`]([a-z]{2,3}_(?:core|dep|ent)_\w+)\\?["'`]/;

/** Whether a file's text can hold a loading call or a known id at all. Most files cannot and need no parsing. */
export function mayNameModels(text: string, language: Language, isKnownId: IsKnownId): boolean {
  return (
    mayLoadModels(text, language) ||
    (language === 'python' && callsHeldClass.test(text)) ||
    quotedPackages.test(text) ||
    (runsCommands.test(text) && (commands.test(text) || splitCommand.test(text))) ||
    hasKnownId(text, isKnownId)
  );
}

/** Which class that is only those know that extend the class of the object, in other files. */
const callsHeldClass = new RegExp(`\\bself\\.\\w*${heldClass.source.replace('$', '')}\\(`);

/** From where a word begins: a long one without a slash is looked through once, not from each of its letters. */
const unquotedIds = /(?<![\w.-])[\w.-]+\/[\w.-]+/g;
const commands =
  /\b(?:vllm|sglang|huggingface-cli|ollama|huggingface\.co|MODEL_ID)\b|\bhf download\b|spacy download|text-(?:generation|embeddings)-inference/;
/** What code runs commands with; the words of one may stand apart: `["ollama", "pull", name]`. */
const runsCommands = /\bsubprocess\b|\bos\.(?:system|popen|exec|spawn)/;
const splitCommand = /["'](?:hf|spacy)["'],\s*["']download["']/;

/** The first keys that tell a format of settings, at the top of what a tool reads or below a key of any name. */
const firstMarks = [...new Set(formats.flatMap(({ marks }) => marks.map(([first = '']) => first)))];
const topMarks = firstMarks.flatMap(mark => (mark.startsWith('*.') ? [] : (mark.split('.', 1)[0] ?? [])));
const innerMarks = firstMarks.flatMap(mark => (mark.startsWith('*.') ? mark.slice(2) : []));
/** Keys that stand at the top JSON indents; what stands below one is indented by all. */
const settingsMarks = new RegExp(
  `^(?:(?:["']?|\\{?[ \\t]{0,4}")(?:${topMarks.join('|')})|[ \\t]{1,16}["']?(?:${innerMarks.join('|')}))["']?\\s*:`,
  'm',
);
/** A class that the whole file is made for, which other settings may give models: Hydra's groups are files like this. */
const madeAtTop = /^_target_[ \t]*:/m;
/** A class that settings have made: where they give it no model, they leave it to its default. */
const madeAnywhere = new RegExp(
  `(?<![\\w-])(?:${makers.join('|')})["']?[ \\t]*:[ \\t]*["']?[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)+(?=["']?[ \\t]*(?:[\\r\\n,}#]|(?![^])))`,
);
/** Settings are short. What is longer is data. */
const longestSettings = 400_000;

/** Whether a file of settings or of a workflow can name a model. */
export function maySetModels(text: string, isKnownId: IsKnownId): boolean {
  if (text.length > longestSettings) return false;
  if (commands.test(text) || settingsMarks.test(text) || madeAtTop.test(text) || madeAnywhere.test(text))
    return true;
  return hasUnquotedId(text, isKnownId);
}

function hasUnquotedId(text: string, isKnownId: IsKnownId): boolean {
  for (const [id] of text.matchAll(unquotedIds)) if (isKnownId(id)) return true;
  return false;
}

const startsScript = /\.py\b|\bpython[\d.]*[ \t]+-m\b/;

/** Whether a file of settings or of a workflow can hold a command that starts what loads a model, or holds its code. */
export function mayRunModels(text: string): boolean {
  return text.length <= longestSettings && (startsScript.test(text) || mayLoadModels(text, 'python'));
}

/** What a script of a shell may run that loads or fetches a model, or that is given the name of one. */
const shellPrograms = [
  ...tools.flatMap(({ starts }) => starts.flatMap(([program = '']) => program)),
  ...launcherNames,
  ...['docker', 'docker-compose', 'podman', 'nerdctl', 'kubectl', 'oc', 'singularity', 'apptainer', 'enroot'],
  ...['py', 'source', 'eval', 'export', 'jupyter', 'papermill'],
];
const mayRun = new RegExp(
  `(?<![\\w-])(?:${[...new Set(shellPrograms)].join('|')})(?![\\w-])|python|pypy|\\.(?:py|ipynb|(?:ba|z|k)?sh)\\b|MODEL|REPO|(?<![^\\s;&|])\\.[ \\t]+\\S`,
);
/** `NAME=org/model`, for whatever reads the script. */
const assignsName = /(?:^|[;&|])[ \t]*(?:\w+[ \t]+)?\w+=["']?[\w.-]+\/[\w.-]+["']?[ \t]*(?=[\r;#]|$)/m;

/** Whether a script of a shell can run what loads a model, or name one. */
export function mayRunPrograms(text: string, isKnownId: IsKnownId): boolean {
  // A name may be quoted in part: `p"y"thon3`.
  const isRunning = mayRun.test(text) || mayRun.test(text.replaceAll(/["'\\]/g, ''));
  return isRunning || assignsName.test(text) || hasUnquotedId(text, isKnownId);
}

/** What notebooks most often have a shell do: it fetches packages and data, and looks around. */
const beside =
  'pip3?|apt|apt-get|apt-cache|conda|mamba|npm|ls|cd|pwd|mkdir|rm|cp|mv|cat|head|tail|wc|echo|tar|unzip|gdown|nvidia-smi';
/**
 * A line or a cell that IPython gives to a shell, or writes to a file, but for lines that begin with one of those programs
 * and start nothing behind it.
 */
const startingLine = new RegExp(
  `(?<![^\\n])[ \\t]*(?:(?:[\\w.][\\w., ]*=[ \\t]*)?!(?!=)(?![ \\t]*(?:${beside})\\b[^\\n;&|]*(?![^\\n]))|%%?(?:bash|sh|script|zsh|system|sx|run|writefile|file)\\b|%%!)`,
);

/** Whether the code of a notebook can hold a command that starts what loads a model, or fetches one. */
export function mayStartModels(code: string): boolean {
  return startingLine.test(code);
}

function hasKnownId(text: string, isKnownId: IsKnownId): boolean {
  for (const [, id = ''] of text.matchAll(quotedIds)) if (isKnownId(id)) return true;
  return false;
}

/** Whether a text can hold a loading call: the import of a library, and the name of one of its calls. */
export function mayLoadModels(text: string, language: Language): boolean {
  if (distinctive.test(text)) return true;
  const seen = new Set<string>();
  for (const root of importRoots(text, language)) {
    if (seen.has(root)) continue;
    seen.add(root);
    if (callsOf[language].get(root)?.test(text)) return true;
    if (patterned.some(loader => loader.language === language && loader.modulePattern?.test(root)))
      return true;
  }
  return false;
}

function* importRoots(text: string, language: Language): Generator<string> {
  if (language === 'ecmascript') {
    for (const [name] of text.matchAll(scriptModules)) yield name;
    return;
  }
  for (const [, listed = ''] of text.matchAll(pythonImports)) {
    for (const name of listed.split(',')) yield name.trim().replace(/^\.+/, '').split(/[.\s]/)[0] ?? '';
  }
}

function callsByModule(language: Language): ReadonlyMap<string, RegExp> {
  const byModule = new Map<string, LoadingCall[]>();
  for (const loader of loaders.filter(one => one.language === language)) {
    for (const module of loader.modules) {
      byModule.set(module, [...(byModule.get(module) ?? []), ...loader.calls]);
    }
  }
  return new Map([...byModule].map(([module, calls]) => [module, anyCallOf(calls)]));
}

function anyCallOf(calls: readonly LoadingCall[]): RegExp {
  return calls.some(isWild) ? /(?:)/ : anyOf(calls.map(lastName), name => `\\b${name}\\b`);
}

function isWild({ callee }: LoadingCall): boolean {
  return callee.endsWith('*');
}

function lastName({ callee }: LoadingCall): string {
  return lastPartOf(callee);
}

function anyOf(words: readonly string[], around: (word: string) => string, flags = ''): RegExp {
  const escaped = [...new Set(words)].map(word => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return new RegExp(escaped.map(around).join('|'), flags);
}
