import * as v from 'valibot';

/** A key that is missing, null or of another shape than expected counts as not said: one odd key must not cost the rest. */
export function lenient<const T extends v.GenericSchema>(schema: T) {
  return v.fallback(v.optional(schema), undefined);
}

export const text = lenient(v.string());
export const count = lenient(v.pipe(v.number(), v.finite(), v.minValue(0)));

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
