import type { RecordEntry } from '../model/syntax.ts';

/** Who runs other people's models and answers under the ids of the Hub. Nobody loads what these are asked for. */
const services =
  /^(together(_?ai)?|openrouter|deepinfra|fireworks(_?ai)?|groq|anyscale|octoai|replicate|novita(_?ai)?|siliconflow|sambanova|cerebras|hyperbolic|lepton(_?ai)?|perplexity|nvidia_nim|bedrock|vertex(_?ai)?)$/i;
/** Who publishes weights too: services only beside one of the others. */
const both = /^(nvidia|openai|anthropic|cohere|mistral|deepseek|google|gemini)$/i;
const tellsService = /^(provider|llm_provider|model_provider|platform|service|api_type)$/i;

/** The values of a table that stand for what a service is asked for: `{ together: "org/model" }`. */
export function hostedValues(entries: readonly RecordEntry[]): readonly RecordEntry['value'][] {
  const named = entries.map(({ key, value }) => ({ name: key?.kind === 'string' ? key.value : '', value }));
  if (named.some(({ name, value }) => tellsService.test(name) && isService(value)))
    return entries.map(({ value }) => value);
  const isOfServices = named.some(({ name }) => services.test(name));
  return named.flatMap(({ name, value }) =>
    services.test(name) || (isOfServices && both.test(name)) ? value : [],
  );
}

function isService(value: RecordEntry['value']): boolean {
  return value.kind === 'string' && services.test(value.value);
}
