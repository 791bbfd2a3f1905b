import * as v from 'valibot';

/** A key that is missing, null or of another shape than expected counts as not said: one odd key must not cost the rest. */
export function lenient<const T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(schema), undefined);
}

export const text = lenient(v.string());
export const flag = lenient(v.boolean());
export const count = lenient(v.pipe(v.number(), v.minValue(0)));
export const gating = lenient(v.union([v.literal(false), v.picklist(['auto', 'manual'])]));

/** One word or a list of words. */
export const texts = lenient(
  v.union([
    v.pipe(
      v.string(),
      v.transform(word => [word]),
    ),
    v.pipe(
      v.array(v.unknown()),
      v.transform(items => items.filter(item => typeof item === 'string')),
    ),
  ]),
);

/** What a reply says under the keys of a schema; undefined when it is no JSON, or none of this shape. */
export function readJson<const T extends v.GenericSchema>(
  schema: T,
  body: string,
): v.InferOutput<T> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return undefined;
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? parsed.output : undefined;
}
