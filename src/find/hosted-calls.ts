import type { Span } from '../model/source.ts';
import type { Argument, Call, Expression, Scope, SyntaxFacts } from '../model/syntax.ts';
import { lastName } from './names.ts';

const addressNames = /^(base_url|api_base|api_url|openai_api_base|endpoint_url)$/i;
/** Addresses elsewhere. The Hub itself is asked for the models it serves; what a local server is asked for somebody loads. */
const elsewhere = /^https:\/\/(?!(?:[^/]+\.)?(?:huggingface\.co|hf\.co)\b)/;
const sends = /^(post|request|fetch|stream)$/;

/** Where a file names what a service elsewhere is asked for: nobody loads that. */
export function hostedTexts(facts: SyntaxFacts): readonly Span[] {
  return [
    ...facts.calls.flatMap(call => [...clientTexts(facts, call), ...postedTexts(facts, call)]),
    ...facts.scopes.flatMap(scope => defaultsBeside(facts, scope)),
  ];
}

/** A client of a service elsewhere understands names of its own. */
function clientTexts(facts: SyntaxFacts, { arguments: given }: Call): readonly Span[] {
  const isClient = given.some(
    ({ name, value }) => addressNames.test(name ?? '') && isElsewhere(facts, value),
  );
  return isClient ? given.flatMap(ownText) : [];
}

/** `requests.post("https://service.example/v1", json=payload)`: the payload is for the service. */
function postedTexts(facts: SyntaxFacts, { callee, arguments: given }: Call): readonly Span[] {
  if (!sends.test(lastName(callee) ?? '')) return [];
  const isSent = given.some(
    ({ name, value }) => (name === undefined || name === 'url') && isElsewhere(facts, value),
  );
  if (!isSent) return [];
  return given.flatMap(({ value }) => valuesOf(facts, unwrapped(value))).map(({ span }) => span);
}

/** `json.dumps(payload)` is the payload. */
function unwrapped(value: Expression): Expression {
  const isText = value.kind === 'call' && /^(dumps|stringify)$/.test(lastName(value.callee) ?? '');
  return (isText ? value.arguments[0]?.value : undefined) ?? value;
}

/** What a function that takes an address, and has one elsewhere by default, has by default for the rest. */
function defaultsBeside(facts: SyntaxFacts, { bindings }: Scope): readonly Span[] {
  const parameters = bindings.filter(({ kind }) => kind === 'parameter');
  const isClient = parameters.some(
    ({ name, value }) => value && addressNames.test(name) && isElsewhere(facts, value),
  );
  return isClient ? parameters.flatMap(({ value }) => (value?.kind === 'string' ? value.span : [])) : [];
}

function isElsewhere(facts: SyntaxFacts, expression: Expression): boolean {
  return valuesOf(facts, expression).some(value => {
    const [first] = value.kind === 'concat' ? value.parts : [value];
    return first?.kind === 'string' && elsewhere.test(first.value);
  });
}

/** What a name is bound to in the innermost scope that binds it; anything else is itself. */
function valuesOf({ scopes }: SyntaxFacts, expression: Expression): readonly Expression[] {
  if (expression.kind !== 'name') return [expression];
  let current: number | undefined = expression.scope;
  while (current !== undefined) {
    const bound: Scope | undefined = scopes[current];
    const found = bound?.bindings.filter(({ name }) => name === expression.name) ?? [];
    if (found.length > 0) return found.flatMap(({ value }) => value ?? []);
    current = bound?.parent;
  }
  return [];
}

/** What an argument says itself. What a call inside it is given is for that call. */
export function ownText({ value }: Argument): readonly Span[] {
  return value.kind === 'call' ? [] : [value.span];
}
