import type { Target } from '../loader.ts';

/** A format of settings whose tool loads the models it names: no code of the repository reads them. */
export interface SettingsFormat {
  /** The name reports use: `truss`. */
  readonly name: string;
  /** What the file is called, where the tool knows it by its name. */
  readonly file?: RegExp;
  /**
   * Keys that tell the format, from the top down, as in `model.arch`: every one of one of the lists. The first
   * stands at the top, and files without any of these are not read, so that it must be telling.
   */
  readonly marks: readonly (readonly string[])[];
  /** Keys that lead to values which the file's texts take by their names: `"{NAME}"` is the one of that name. */
  readonly variables?: string;
  readonly models: readonly SettingsModel[];
  readonly examples: readonly SettingsExample[];
}

export interface SettingsModel {
  /** Keys that lead to the id: `model_cache.*.repo_id`. `*` stands for any key and for each item of a list. */
  readonly id: string;
  /** A key beside the id that holds the revision. */
  readonly revision?: string;
  /** The id counts when a key beside it, or beside what it stands in, has one of these values, or is not there. */
  readonly when?: {
    readonly key: string;
    readonly values: readonly string[] | RegExp;
    readonly isAbove?: true;
  };
  /** Whether only the tokenizer of the model is loaded, which has no weights. */
  readonly isTokenizer?: boolean;
  /** What the id means. Without it: a Hugging Face id. */
  readonly interpret?: (id: string) => Target | undefined;
}

/** `finds` lists what each reference means, as `hub:target`; an empty list says that no published model is loaded. */
export interface SettingsExample {
  readonly file: string;
  readonly text: string;
  readonly finds: readonly string[];
}
