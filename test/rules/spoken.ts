import { type Background, unknownBackground } from '../../src/model/background.ts';
import type { Fix, Severity } from '../../src/model/finding.ts';
import { defaultEndpoint, type Project } from '../../src/model/project.ts';
import type { FoundLookup, Lookup, ModelRecord } from '../../src/model/record.ts';
import type { ModelReference } from '../../src/model/reference.ts';
import { createKnownModels } from '../../src/naming/known-models.ts';
import { formatMessage, type KnownModels, type Rule } from '../../src/rules/rule.ts';
import { findInText } from '../support/find-in-text.ts';
import { emptyRecord, projectOf } from './support.ts';

export interface Spoken {
  readonly message: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}

interface Circumstances {
  readonly lookup: Lookup;
  readonly background?: Background;
  readonly known?: KnownModels;
  readonly file?: string;
  readonly project?: { readonly license?: string; readonly use?: Project['use']; readonly endpoint?: string };
  readonly reference?: Partial<ModelReference>;
}

/** What a rule says of every reference in a text, in the words a person reads. */
export async function spoken(rule: Rule, code: string, around: Circumstances): Promise<readonly Spoken[]> {
  const { lookup, background = unknownBackground } = around;
  const { license, use, endpoint = defaultEndpoint } = around.project ?? {};
  const bare = projectOf({ title: '', code, project: { ...(license && { license }), ...(use && { use }) } });
  const project: Project = { ...bare, configuration: { ...bare.configuration, endpoint } };
  const known =
    around.known ??
    createKnownModels(
      () => [],
      () => undefined,
    );
  const references = await findInText(around.file ?? 'app.py', code);
  return references.flatMap(found => {
    const reference = { ...found, ...around.reference };
    return rule.check({ reference, lookup, background, project, known }).map(verdict => ({
      message: formatMessage(rule.messages[verdict.message] ?? '', verdict.data),
      severity: verdict.severity ?? rule.severity,
      fixes: verdict.fixes ?? [],
    }));
  });
}

/** Python that loads `id` with transformers. */
export function loading(id: string, more = ''): string {
  return `from transformers import AutoModel\nAutoModel.from_pretrained("${id}"${more})\n`;
}

const at = '2025-01-26';

export function foundIn(
  from: FoundLookup['from'],
  id: string,
  facts: Partial<ModelRecord> = {},
  movedFrom?: string,
): FoundLookup {
  return { state: 'found', record: { ...emptyRecord(id), ...facts }, from, at, movedFrom };
}

export const missing: Lookup = { state: 'missing', mayBePrivate: true, from: 'live', at };
