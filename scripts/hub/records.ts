/** What the stand-in hub knows. Each type has the shape of a file of the fixtures folder. */
export interface Records {
  readonly models: readonly StandInModel[];
  /** Bodies of `/api/datasets/{id}`. */
  readonly datasets: readonly Entry[];
  /** Bodies of `/api/organizations/{name}/overview`, by name. */
  readonly organizations: Readonly<Record<string, Body>>;
  /** Bodies of `/api/users/{name}/overview`, by name. */
  readonly users: Readonly<Record<string, Body>>;
  /** Ids of `/api/models-tags-by-type?type=license`. */
  readonly licenses: readonly string[];
  /** By `owner/repository`. */
  readonly github: Readonly<Record<string, GitHubRepository>>;
  /** By `namespace/model:tag`. */
  readonly ollama: Readonly<Record<string, OllamaModel>>;
  /** `Data` of `/api/v1/models/{owner}/{name}`, by `owner/name`. */
  readonly modelscope: Readonly<Record<string, Body>>;
  /** Bodies of `/api/v1/models/{owner}/{model}/get`, by `owner/model`. */
  readonly kaggle: Readonly<Record<string, Body>>;
}

export type Body = Readonly<Record<string, unknown>>;
export type Entry = Body & { readonly id: string };

/** One model: `model.json` of its folder, and the files beside it. */
export interface StandInModel {
  /** Every key the API may answer, those of `expand` too. `private`, `gated` and `disabled` decide who may see what. */
  readonly record: Entry;
  /** Ids it had before: they redirect here until another model takes the name. */
  readonly formerly?: readonly string[];
  /** Branches and tags beside `main`, and the commits they point to. */
  readonly refs?: Readonly<Record<string, string>>;
  /** Body of `…/scan`. */
  readonly scan?: unknown;
  /** `securityFileStatus` of files, by path. */
  readonly security?: Readonly<Record<string, unknown>>;
  /** Newest first. */
  readonly commits?: readonly Body[];
  /** By path. */
  readonly files?: Readonly<Record<string, StandInFile>>;
}

export interface StandInFile {
  /** The file's first bytes. */
  readonly content?: string | Uint8Array;
  /** Bytes of the whole, where that is more than `content`: the rest are zeros. */
  readonly size?: number;
  /** Large files lie on another host. */
  readonly isLarge?: boolean;
}

/** A repository of source code on GitHub. */
export interface GitHubRepository {
  /** SPDX id as GitHub tells it; null for a text it does not know; undefined when the repository has no license file. */
  readonly spdx?: string | null;
  /** Text of the license file. */
  readonly license?: string;
  /** The `owner/repository` it goes by today. */
  readonly movedTo?: string;
  /** By path. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface OllamaModel {
  /** Texts of the license layers. */
  readonly licenses?: readonly string[];
  /** The configuration blob: `model_family`, `model_type`, `file_type`. */
  readonly config?: Body;
  /** Bytes of the model layer. */
  readonly size?: number;
}

export const noRecords: Records = {
  models: [],
  datasets: [],
  organizations: {},
  users: {},
  licenses: [],
  github: {},
  ollama: {},
  modelscope: {},
  kaggle: {},
};

/** One value of many by a name that came from outside, which must not reach what every object has. */
export function entryOf<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
