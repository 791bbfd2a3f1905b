import type { Loader, LoadingCall } from '../loaders/loader.ts';
import { loaders } from '../loaders/registry.generated.ts';
import type { Language } from '../model/syntax.ts';
import type { IsKnownId } from './mentions.ts';

/** What one library's loads need: a line that imports it, and the name of one of its calls. */
interface Trace {
  readonly imports: RegExp;
  readonly calls: RegExp;
}

const traces: Readonly<Record<Language, readonly Trace[]>> = {
  python: tracesOf('python'),
  ecmascript: tracesOf('ecmascript'),
};

/** Names that alone make a load, whatever the file imports. */
const distinctive = anyOf(
  loaders.flatMap(({ calls }) => calls.filter(call => call.isDistinctive).map(lastName)),
  name => `\\b${name}\\b`,
);

/** A quoted text of the form of an id: with an owner, or with a hyphen as bare names of models have. */
const quotedIds = /["'`]([\w.]+[/-][\w./-]*)\\?["'`]/g;
const quotedPackages = /["'`]([a-z]{2,3}_(?:core|dep|ent)_\w+)\\?["'`]/;

/** Whether a file's text can hold a loading call or a known id at all. Most files cannot and need no parsing. */
export function mayNameModels(text: string, language: Language, isKnownId: IsKnownId): boolean {
  return mayLoadModels(text, language) || quotedPackages.test(text) || hasKnownId(text, isKnownId);
}

const unquotedIds = /[\w.-]+\/[\w.-]+/g;
const commands = /\b(?:vllm|sglang|huggingface-cli|ollama|huggingface\.co)\b|\bhf download\b|spacy download/;
/** Settings are short. What is longer is data. */
const longestSettings = 400_000;

/** Whether a file of settings or of a workflow can name a model. */
export function maySetModels(text: string, isKnownId: IsKnownId): boolean {
  if (text.length > longestSettings) return false;
  if (commands.test(text)) return true;
  for (const [id] of text.matchAll(unquotedIds)) if (isKnownId(id)) return true;
  return false;
}

function hasKnownId(text: string, isKnownId: IsKnownId): boolean {
  for (const [, id = ''] of text.matchAll(quotedIds)) if (isKnownId(id)) return true;
  return false;
}

/** Whether a text can hold a loading call. */
export function mayLoadModels(text: string, language: Language): boolean {
  return (
    distinctive.test(text) ||
    traces[language].some(({ imports, calls }) => imports.test(text) && calls.test(text))
  );
}

function tracesOf(language: Language): readonly Trace[] {
  return loaders.filter(loader => loader.language === language).map(traceOf);
}

function traceOf({ language, modules, modulePattern, calls }: Loader): Trace {
  const names = anyOf(modules, name => name);
  // Python's modules bear everyday names (`clip`, `nemo`), so they count only where a line imports them.
  const line =
    language === 'python' ? `(?:import|from)\\s[^\\n]{0,200}?\\b(?:${names.source})\\b` : names.source;
  return {
    imports: new RegExp(modulePattern ? `${line}|${unanchored(modulePattern)}` : line),
    calls: calls.some(isWild) ? /(?:)/ : anyOf(calls.map(lastName), name => `\\b${name}\\b`),
  };
}

function isWild({ callee }: LoadingCall): boolean {
  return callee.endsWith('*');
}

function lastName({ callee }: LoadingCall): string {
  return callee.slice(callee.lastIndexOf('.') + 1);
}

/** A pattern for a whole name, to be found anywhere. */
function unanchored({ source }: RegExp): string {
  return source.replace(/^\^/, '').replace(/\$$/, '');
}

function anyOf(words: readonly string[], around: (word: string) => string): RegExp {
  return new RegExp(
    [...new Set(words)].map(word => around(word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&'))).join('|'),
  );
}
