import { huggingFace, type Target } from '../loaders/loader.ts';
import type { ModelReference, Revision } from '../model/reference.ts';
import { compareSpans, type SourceRange, type Span } from '../model/source.ts';
import type { Call, SyntaxFacts } from '../model/syntax.ts';
import { findArgument } from './call-arguments.ts';
import { contextOf } from './context.ts';
import { Evaluator, type TextValue } from './evaluator.ts';
import { type LoadingMatch, matchLoaders } from './match-loaders.ts';
import { isLoadingModel, readOptions, readRevision, readText } from './read-call.ts';

/** Every place of a file that a loading call takes a model's id from, in source order. */
export function findReferences(file: string, facts: SyntaxFacts): readonly ModelReference[] {
  const evaluator = new Evaluator(facts);
  const references = facts.calls.flatMap(call => referencesOf(call, file, facts, evaluator));
  return references.toSorted((a, b) => compareSpans(a.range, b.range));
}

function referencesOf(
  call: Call,
  file: string,
  facts: SyntaxFacts,
  evaluator: Evaluator,
): readonly ModelReference[] {
  const matches = matchLoaders(call, facts, evaluator).filter(({ signature }) =>
    isLoadingModel(call, signature, evaluator),
  );
  const read = (match: LoadingMatch) => fromMatch(call, match, file, evaluator);
  let found: readonly ModelReference[] = [];
  for (const match of matches) {
    if (found.length === 0 && !isAdditional(match)) found = read(match);
  }
  // One constant may name both the model and its tokenizer.
  const isNew = ({ range }: ModelReference) => !found.some(other => compareSpans(range, other.range) === 0);
  return [...found, ...matches.filter(isAdditional).flatMap(read).filter(isNew)];
}

function isAdditional({ signature }: LoadingMatch): boolean {
  return signature.additional !== undefined;
}

function fromMatch(
  call: Call,
  match: LoadingMatch,
  file: string,
  evaluator: Evaluator,
): readonly ModelReference[] {
  const { signature, library } = match;
  const at = (span: Span): SourceRange => ({ file, ...span });
  const named = idValues(call, match, evaluator);
  if (!named) return [];
  const shared = {
    evidence: 'loaded',
    loader: `${library}.${signature.callee.replace(/\(\)\.|\*\.|\.\*$/g, '')}`,
    call: at(call.span),
    context: contextOf(file),
    options: readOptions(call, signature, evaluator, at),
    loadsWeights: loadsWeights(match),
  } as const;
  const revision = readRevision(call, signature, evaluator, at);
  const variant = readText(call, signature.variant, evaluator);
  const known = named.values.flatMap(value => {
    const target = (signature.interpret ?? huggingFace)(value.text, variant);
    return target ? [reference(value, target, revision, match, shared, at)] : [];
  });
  const isCounted = !match.isTentative && signature.isOftenOther !== true && !isAdditional(match);
  if (known.length > 0 || named.values.length > 0 || named.isComplete || !isCounted) return known;
  return [undecided(named.span, revision, shared, at)];
}

/** The id's values; undefined when the call names no model at all. */
function idValues(
  call: Call,
  { signature, path }: LoadingMatch,
  evaluator: Evaluator,
): { values: readonly TextValue[]; isComplete: boolean; span: Span } | undefined {
  const { span } = call.callee;
  if (signature.id === 'import') {
    return { values: [{ text: path?.root ?? '', span, trail: [] }], isComplete: true, span };
  }
  if (signature.id === 'callee') {
    const text = path?.names.at(-1) ?? '';
    return { values: [{ text, span: lastName(span, text), trail: [] }], isComplete: true, span };
  }
  if (signature.id === 'owner') {
    const { callee } = call;
    const owner = callee.kind === 'member' ? callee.object : callee;
    const text = path?.names.at(-2) ?? '';
    const at = owner.kind === 'member' ? lastName(owner.span, text) : owner.span;
    return { values: [{ text, span: at, trail: [] }], isComplete: true, span };
  }
  const argument = findArgument(call, signature.id, evaluator);
  return argument && { ...evaluator.text(argument), span: argument.span };
}

const besideWeights = /(Tokenizer|_tokenizer|Processor|FeatureExtractor|Config|Scheduler)(Fast)?$/;

function loadsWeights({ path, signature }: LoadingMatch): boolean {
  return signature.additional !== 'tokenizer' && !path?.names.some(name => besideWeights.test(name));
}

/** The last name of a dotted callee that ends at the span's end. */
function lastName(span: Span, name: string): Span {
  const start = { line: span.end.line, character: Math.max(0, span.end.character - name.length) };
  return { ...span, start };
}

type Shared = Pick<ModelReference, 'evidence' | 'loader' | 'call' | 'context' | 'options' | 'loadsWeights'>;

function reference(
  value: TextValue,
  target: Target,
  revision: Revision,
  { isTentative }: LoadingMatch,
  shared: Shared,
  at: (span: Span) => SourceRange,
): ModelReference {
  const range = at(value.span);
  const carried: Revision | undefined =
    target.revision === undefined ? undefined : { kind: 'given', value: target.revision, range };
  const options =
    target.filename === undefined
      ? shared.options
      : { ...shared.options, filename: { value: target.filename, range } };
  return {
    ...shared,
    options,
    hub: target.hub,
    id: value.text,
    target: target.target,
    revision: carried ?? revision,
    range,
    trail: value.trail.map(at),
    isTentative,
  };
}

/** The code decides at run time which model it loads: worth counting, not judging. */
function undecided(
  span: Span,
  revision: Revision,
  shared: Shared,
  at: (span: Span) => SourceRange,
): ModelReference {
  return {
    ...shared,
    hub: 'huggingface',
    id: undefined,
    target: undefined,
    revision,
    range: at(span),
    trail: [],
    isTentative: false,
  };
}
