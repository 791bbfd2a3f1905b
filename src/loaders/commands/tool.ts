import type { WordSlice } from '../../model/command.ts';
import type { Hub } from '../../model/reference.ts';
import type { Span } from '../../model/source.ts';

/** A program that fetches or serves a model: how its command line starts, and where in it the id stands. */
export interface Tool {
  /** The name reports use: `hf download`. */
  readonly name: string;
  /** The words the command starts with, the program without its folder: `['hf', 'download']`. */
  readonly starts: readonly (readonly string[])[];
  /** Container images whose entry point is this program. */
  readonly image?: RegExp;
  /** Which of the words holds the id. `every` takes each that `interpret` understands. */
  readonly id: WordPlace | 'every';
  readonly revision?: WordPlace;
  readonly filename?: WordPlace;
  /** Options that stand alone, so that the word behind them is none of theirs. */
  readonly switches?: readonly string[];
  /** True for what only fetches: it is given no folder. */
  readonly isFetching?: true;
  /** The command loads no model when this option has one of these values. */
  readonly unless?: { readonly option: WordPlace; readonly values: readonly string[] };
  /** The variable of the environment that sends it to another hub: `VLLM_USE_MODELSCOPE`. */
  readonly elsewhere?: { readonly variable: string; readonly hub: Hub };
  /** Where a model is when its name is not known. Without it: Hugging Face. */
  readonly hub?: Hub;
  /** What a word means; undefined when it names no published model. Without it: a Hugging Face id. */
  readonly interpret?: (text: string) => CommandTarget | undefined;
  readonly examples: readonly ToolExample[];
}

/** A position among the words that are no options, options that name it, or both. */
export interface WordPlace {
  readonly position?: number;
  readonly options?: readonly string[];
}

export interface CommandTarget {
  readonly hub: Hub;
  readonly target: string;
  readonly revision?: string;
  readonly filename?: string;
  /** Where in the text the id stands; without it: all of it. */
  readonly at?: readonly [start: number, end: number];
}

/** `finds` lists what each reference means, as `hub:target`; an empty list says that no published model is loaded. */
export interface ToolExample {
  readonly command: string;
  readonly finds: readonly string[];
}

/** One place where a command names a model. */
export interface CommandModel extends WordSlice {
  /**
   * `loaded`: the tool fetches or serves it. `environment`: a variable known to name a model is set, and what reads it
   * is not seen. `script-flag`: a script of the repository gets it, whose own parser says what it means.
   */
  readonly kind: 'loaded' | 'environment' | 'script-flag';
  /** `hf download`; for a script `python`; for a variable its name. */
  readonly tool: string;
  readonly hub: Hub;
  /** As written; undefined when only the run knows. */
  readonly id: string | undefined;
  readonly target: string | undefined;
  readonly revision: string | undefined;
  readonly filename: string | undefined;
  /** True where it is fetched into an image as that is built. */
  readonly isBuilt?: true;
  /** True where what loads it may be given a folder as well. */
  readonly mayBeFolder?: true;
  /** True where the same file has written to that name before. */
  readonly isOwn?: true;
  /** Set for a script's flag. */
  readonly script?: ScriptFlag;
  /** True where settings describe the command: the known ids among their texts are mentions by themselves. */
  readonly isDescribed?: true;
}

export interface ScriptFlag {
  /** A path as written, or a module's name. */
  readonly path: string;
  /** The folder that both are seen from, itself seen from where the command's own script starts. */
  readonly folder?: string | undefined;
  readonly isModule: boolean;
  /** `--model_name_or_path`, `model.name` of `model.name=ID`; undefined for a word without a flag. */
  readonly flag: string | undefined;
  /** Among the words before any flag. */
  readonly position: number | undefined;
  /** The command that gives it. */
  readonly row?: CommandRow | undefined;
}

/** What tells one command of a file from the others, and what it gives its script. */
export interface CommandRow {
  /** Its first word for the script. */
  readonly span: Span;
  /** The options that it surely gives something, as written. */
  readonly options: readonly string[];
  /** Those that it gives what nobody can read, or what may stand for nothing: `--adapter "$1"`, `--rank 0`. */
  readonly unread: readonly string[];
  /** True where words that nobody can read may be options, too. */
  readonly isOpen: boolean;
}

export function option(...options: string[]): WordPlace {
  return { options };
}

export function word(position: number, ...options: string[]): WordPlace {
  return { position, options };
}
