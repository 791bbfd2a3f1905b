import { huggingFace } from '../loaders/loader.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import { hostedValues } from './hosted-names.ts';
import { type IsKnownId, mention } from './mentions.ts';

/** Keys under which files of settings name models. Alone they prove nothing: the value must be a known id too. */
const modelKeys =
  /model|checkpoint|ckpt|pretrained|repo|token|encoder|decoder|embed|backbone|llm|adapter|lora|vae|rerank|name_or_path/i;
const otherKeys = /dataset|data_|_data$|output|push_to|hub_model_id|hub_repo/i;
/** What a saved model's own configuration was made from: nothing reads it again. */
const provenance = /^_name_or_path$/;
/** A saved tokenizer's own says so under a key that settings of programs have too. */
const savedTokenizer = /(^|\/)tokenizer_config\.json$/;
/** Where runs leave their records: what they hold has been used, and no program reads it to load something. */
const records = /(^|\/)(results?|outputs?|logs?|runs|wandb|mlruns)\//i;
/** How far up a value's key may stand: `model: { name: … }`, `models: [{ id: … }]`. */
const reach = 3;

/** Known ids that a file of settings has under keys that name models. */
export function findDataMentions(
  file: string,
  data: Expression,
  isKnownId: IsKnownId,
): readonly ModelReference[] {
  if (records.test(file) || savedTokenizer.test(file)) return [];
  return settingsOf(data, []).flatMap(({ literal, keys }) => {
    if (provenance.test(keys.at(-1) ?? '')) return [];
    const near = keys.slice(-reach);
    const isModel = near.some(key => modelKeys.test(key)) && !near.some(key => otherKeys.test(key));
    const target = isModel && isKnownId(literal.value) ? huggingFace(literal.value) : undefined;
    return target ? [mention(literal, target, file)] : [];
  });
}

interface Setting {
  readonly literal: StringLiteral;
  readonly keys: readonly string[];
}

function settingsOf(expression: Expression, keys: readonly string[]): readonly Setting[] {
  switch (expression.kind) {
    case 'string':
      return [{ literal: expression, keys }];
    case 'list':
      return expression.items.flatMap(item => settingsOf(item, keys));
    case 'record': {
      const hosted = new Set(hostedValues(expression.entries));
      return expression.entries
        .filter(({ value }) => !hosted.has(value))
        .flatMap(({ key, value }) => settingsOf(value, key?.kind === 'string' ? [...keys, key.value] : keys));
    }
    default:
      return [];
  }
}
