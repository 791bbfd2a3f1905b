import { emptyRecord as unsaid } from '../../src/hub/empty-record.ts';
import type { Resolver } from '../../src/hub/resolver.ts';
import type { DatasetLookup } from '../../src/model/background.ts';
import type { Project } from '../../src/model/project.ts';
import type { Lookup, ModelRecord } from '../../src/model/record.ts';
import type { ModelReference } from '../../src/model/reference.ts';
import { createKnownModels } from '../../src/naming/known-models.ts';
import type { ExampleModel, KnownModels, RuleExample } from '../../src/rules/rule.ts';
import { findInText } from '../support/find-in-text.ts';

/** A finding as an example marks it: where, and which message. */
export interface Mark {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const markPattern = /^\s*(?:#|\/\/)\s*(\^+)\s+(\w+)\s*$/;

/** Parts an example into the code and the marks under its lines. */
export function readExample(example: RuleExample): {
  readonly code: string;
  readonly marks: readonly Mark[];
} {
  const code: string[] = [];
  const marks: Mark[] = [];
  for (const line of example.code.split('\n')) {
    const [, carets, message] = markPattern.exec(line) ?? [];
    if (carets === undefined || message === undefined) {
      code.push(line);
      continue;
    }
    const from = line.indexOf('^');
    marks.push({ line: code.length - 1, from, to: from + carets.length, message });
  }
  return { code: code.join('\n'), marks };
}

export function referencesOf(example: RuleExample): Promise<readonly ModelReference[]> {
  const file = example.language === 'typescript' ? 'example.ts' : 'example.py';
  return findInText(file, readExample(example).code);
}

export function lookupOf(example: RuleExample, reference: ModelReference): Lookup {
  return lookUp(example, reference.target ?? reference.id);
}

/** Answers for base models and data sets as the example states them. */
export function resolverOf(example: RuleExample): Resolver {
  return {
    resolve: async (_hub, target) => lookUp(example, target),
    dataset: async id => datasetLookup(id, example.datasets?.[id]),
    publisher: async () => notNamed,
    scan: async () => notNamed,
    card: async () => notNamed,
  };
}

const notNamed = { state: 'unreachable', why: 'not in the example' } as const;

function lookUp(example: RuleExample, id: string | undefined): Lookup {
  const model = id === undefined ? undefined : example.models?.[id];
  return id === undefined || model === undefined ? notNamed : lookup(id, model);
}

function datasetLookup(id: string, license: string | undefined): DatasetLookup {
  if (license === undefined) return notNamed;
  const url = `https://example.org/datasets/${id}`;
  const fact = { id: license, name: undefined, link: undefined, source: 'hub' } as const;
  return { state: 'found', record: { id, license: fact, gated: false, url }, from: 'live', at };
}

const at = '2026-01-02T03:04:05Z';

function lookup(id: string, model: ExampleModel): Lookup {
  if (model === 'missing') return { state: 'missing', mayBePrivate: true, from: 'live', at };
  if (model === 'gated') return { state: 'gated' };
  const { license, ...fields } = model;
  const record: ModelRecord = {
    ...emptyRecord(id),
    ...fields,
    license:
      license === undefined ? undefined : { id: license, name: undefined, link: undefined, source: 'hub' },
  };
  return { state: 'found', record, from: 'live', at, movedFrom: record.id === id ? undefined : id };
}

export function emptyRecord(id: string): ModelRecord {
  return unsaid('huggingface', id, `https://example.org/${id}`);
}

export function knownOf(example: RuleExample): KnownModels {
  const downloads = new Map<string, number>();
  for (const [id, model] of Object.entries(example.models ?? {})) {
    if (typeof model === 'string') continue;
    downloads.set(id, typeof model['downloads'] === 'number' ? model['downloads'] : 0);
  }
  return createKnownModels(
    () => [...downloads.keys()],
    id => downloads.get(id),
  );
}

export function projectOf({ project }: RuleExample): Project {
  const start = { line: 0, character: 0 };
  return {
    license: project?.license
      ? { expression: project.license, source: { file: 'LICENSE', start, end: start } }
      : undefined,
    notes: [],
    packages: [],
    notice: project?.notice === undefined ? undefined : { file: 'NOTICE', text: project.notice },
    use: project?.use ?? [],
    configuration: {
      license: undefined,
      use: [],
      rules: {},
      allowLicenses: project?.allowLicenses ?? [],
      denyLicenses: project?.denyLicenses ?? [],
      ignorePaths: [],
      ignoreModels: [],
      privateModels: [],
      endpoint: 'https://example.org',
      network: 'never',
    },
  };
}
