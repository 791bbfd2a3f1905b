import type { Background } from '../model/background.ts';
import type { Fix, Related, RuleId, RuleInfo, Severity } from '../model/finding.ts';
import type { Project } from '../model/project.ts';
import type { Lookup } from '../model/record.ts';
import type { ModelReference } from '../model/reference.ts';
import type { SourceRange } from '../model/source.ts';
import type { KnownModels } from '../naming/known-models.ts';

/** What a rule may look at: one reference, what its model's lookup answered, what stands behind the model, and the project. */
export interface RuleContext {
  readonly reference: ModelReference;
  readonly lookup: Lookup;
  readonly background: Background;
  readonly project: Project;
  readonly known: KnownModels;
}

/** One thing a rule has to say. `data` fills the message's `{placeholders}`. */
export interface RuleVerdict<M extends string = string> {
  readonly message: M;
  readonly data?: Readonly<Record<string, string | number>>;
  /** What to underline instead of the id. */
  readonly range?: SourceRange;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

/** A rule carries everything about itself; its tests, its page and its setting are made from here. */
export interface Rule<M extends string = string> {
  readonly id: RuleId;
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** Why it matters and what to do, in Markdown. */
  readonly rationale: string;
  readonly messages: Readonly<Record<M, string>>;
  readonly examples: readonly RuleExample[];
  /** Rules about the call itself have nothing to say about a mention. */
  readonly isAboutCall?: boolean;
  /** What it says of a model holds wherever a file loads it, and is said at the first place. */
  readonly isOncePerFile?: boolean;
  check(context: RuleContext): readonly RuleVerdict<M>[];
}

/**
 * Source code with its findings marked in place: under a line, a comment `#   ^^^^ messageId` (or `//`) underlines the
 * exact range. Code without a mark must stay silent.
 */
export interface RuleExample {
  readonly title: string;
  readonly language?: 'python' | 'typescript';
  readonly code: string;
  /** What the hub answers: a record's fields over an empty record, or a state. Ids not named here are `unreachable`. */
  readonly models?: Readonly<Record<string, ExampleModel>>;
  /** The license id of each data set; '' when the hub was read and names none. Those not named here are `unreachable`. */
  readonly datasets?: Readonly<Record<string, string>>;
  readonly project?: {
    readonly license?: string;
    readonly use?: Project['use'];
    readonly allowLicenses?: readonly string[];
    readonly denyLicenses?: readonly string[];
    /** The text of its NOTICE file. */
    readonly notice?: string;
  };
}

export type ExampleModel =
  | 'missing'
  | 'gated'
  | {
      /** License id as its hub states it; '' when the hub was read and names none. */
      readonly license?: string;
      readonly [field: string]: unknown;
    };

export function defineRule<const M extends string>(rule: Rule<M>): Rule<M> {
  return rule;
}

const documentationBase = 'https://github.com/ptm-audit/ptm-audit/blob/main/docs/rules/';

export function ruleInfo(rule: Rule): RuleInfo {
  return {
    id: rule.id,
    severity: rule.severity,
    summary: rule.summary,
    docs: `${documentationBase}${rule.id}.md`,
  };
}

export function formatMessage(
  template: string,
  data: Readonly<Record<string, string | number>> = {},
): string {
  return template.replaceAll(/\{(\w+)\}/g, (placeholder, key: string) => String(data[key] ?? placeholder));
}

export type { KnownModels };
