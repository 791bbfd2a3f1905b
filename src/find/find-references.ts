import type { CommandModel } from '../loaders/commands/tool.ts';
import { type FlagPlace, huggingFace, type Target } from '../loaders/loader.ts';
import type { LoadOptions, ModelReference, Revision } from '../model/reference.ts';
import { compareSpans, plainSpan, type SourceRange, type Span } from '../model/source.ts';
import type { Call } from '../model/syntax.ts';
import { withActs } from './acts.ts';
import { findArgument } from './call-arguments.ts';
import { toolReferences } from './code-tools.ts';
import { addedFlagValues } from './command-line.ts';
import { plainFlag } from './command-values.ts';
import { contextOf } from './context.ts';
import { isDoubtful } from './doubts.ts';
import type { Evaluator } from './evaluator.ts';
import { type LoadingMatch, matchLoaders } from './match-loaders.ts';
import type { Module } from './module.ts';
import { isOutputName, lastName } from './names.ts';
import { isOwnArchitecture } from './own-architectures.ts';
import { withOwnNames } from './own-names.ts';
import { type Place, placeOf, rangeIn } from './place.ts';
import type { CallSite } from './program.ts';
import { isLoadingModel, readOptions, readRevision, readText } from './read-call.ts';
import { programScope } from './scopes.ts';
import { isSwitchedOff } from './switched-off.ts';
import { type Evaluation, partMeaning, type TextValue } from './texts.ts';
import { isUncalled } from './uncalled.ts';
import { isUnread } from './unread.ts';

/**
 * Every model that the loading calls of a file take, each at the place where its id is written, in whichever file.
 * `models`: what the file's commands name.
 */
export function findLoaded(
  module: Module,
  evaluator: Evaluator,
  models: readonly CommandModel[] = [],
): readonly ModelReference[] {
  evaluator.startFile();
  const found = [
    ...module.allCalls.flatMap(call => referencesOf(call, module, evaluator)),
    ...toolReferences(module, evaluator),
  ];
  return withActs(withOwnNames(found, module, evaluator, models), module);
}

function referencesOf(call: Call, module: Module, evaluator: Evaluator): readonly ModelReference[] {
  const matches = matchLoaders(call, module, evaluator).flatMap(match => {
    const isLoading = isLoadingModel(placeOf(call, module), match.signature, evaluator);
    return isLoading === false ? [] : { ...match, isTentative: match.isTentative || isLoading === 'maybe' };
  });
  const read = (match: LoadingMatch) => fromMatch(call, match, module, evaluator);
  let found: readonly ModelReference[] = [];
  for (const match of matches) {
    if (found.length === 0 && !isAdditional(match)) found = read(match);
  }
  // One constant may name both the model and its tokenizer.
  const isNew = ({ range }: ModelReference) =>
    !found.some(other => other.range.file === range.file && compareSpans(range, other.range) === 0);
  const all = [...found, ...matches.filter(isAdditional).flatMap(read).filter(isNew)];
  const isIdle =
    all.length > 0 &&
    (isSwitchedOff(evaluator, module, call.span) || isUncalled(evaluator, module, call.scope));
  return isIdle ? [] : all;
}

function isAdditional({ signature }: LoadingMatch): boolean {
  return signature.additional !== undefined;
}

function fromMatch(
  call: Call,
  match: LoadingMatch,
  module: Module,
  evaluator: Evaluator,
): readonly ModelReference[] {
  const { signature, library } = match;
  const place = placeOf(call, module);
  const named = idValues(call, match, module, evaluator);
  if (!named) return [];
  const options = readOptions(place, signature, evaluator);
  if (isDocument(options)) return [];
  const weights = weightsOf(call, match, options);
  const isBuild = module.facts.scopes[programScope(module.facts, call.scope)]?.isBuild === true;
  const shared = {
    evidence: 'loaded',
    loader: `${library}.${signature.callee.replace(/\(\)\.|\*\.|\.\*$/g, '')}`,
    call: rangeIn(module, call.span),
    options,
    weights,
    // What runs as the image is built leaves what it fetches in it.
    ...(isBuild && weights !== 'none' && { acts: ['bundles'] as const }),
  } as const;
  const revision = readRevision(place, signature, evaluator);
  const variant = readText(place, signature.variant, evaluator);
  const known = named.values.flatMap(value => {
    const target = (signature.interpret ?? huggingFace)(value.text, variant);
    const isOwn = target?.hub === 'huggingface' && evaluator.program.hasPath(value.text, module.file);
    if (!target || isOwn || value.isLocal) return [];
    const isTentative =
      match.isTentative ||
      (target.hub === 'timm' && isOwnArchitecture(evaluator, module, target.target)) ||
      isDoubtful(value, target, named.argument) ||
      isFolder(value, target, shared.options.localFilesOnly) ||
      isInFolder(evaluator, [module.file, value.range.file], target) ||
      evaluator.program.commands.isOutput(value.text);
    const beside: Revision = isAddress(value) ? { kind: 'unsupported' } : revision;
    return [reference(partMeaning(value, target.target), target, beside, isTentative, shared)];
  });
  const isCounted = !match.isTentative && signature.isOftenOther !== true && !isAdditional(match);
  if (known.length > 0 || named.values.length > 0 || named.isComplete || !isCounted) return known;
  return [undecided(named.range, revision, shared)];
}

/** `hf_hub_download(repo_id, "README.md")` fetches what is said of a model, and nothing of it. */
function isDocument({ filename }: LoadOptions): boolean {
  return (
    filename !== undefined &&
    /(\.md|(^|\/)(LICEN[CS]E|NOTICE)(\.(txt|md|rst))?|(^|\/)\.gitattributes)$/i.test(filename.value)
  );
}

/** What is fetched by its address is the file of the revision that this names, whatever stands beside it. */
function isAddress({ text }: TextValue): boolean {
  return /^https?:\/\//.test(text);
}

/** `from_pretrained("outputs", local_files_only=True)`: a folder, unless a model of that name is known. */
function isFolder({ text }: TextValue, { hub }: Target, option: LoadOptions['localFilesOnly']): boolean {
  return hub === 'huggingface' && !text.includes('/') && option?.value === true;
}

/**
 * `from_pretrained("DialoGPT/output")` beside a folder `DialoGPT`: what a program writes there itself, unless a model of
 * that name is known.
 */
function isInFolder({ program }: Evaluator, files: readonly string[], { hub, target }: Target): boolean {
  const [owner = '', inner] = target.split('/');
  return hub === 'huggingface' && inner !== undefined && files.some(file => program.hasPath(owner, file));
}

/** What the id can be; the argument that gives it, where one does. */
interface IdValues extends Evaluation {
  readonly range: SourceRange;
  readonly argument?: Place;
}

/** The id's values; undefined when the call names no model at all. */
function idValues(
  call: Call,
  { signature, path }: LoadingMatch,
  module: Module,
  evaluator: Evaluator,
): IdValues | undefined {
  const { callee } = call;
  const written = (text: string, span: Span): IdValues => {
    const range = rangeIn(module, span);
    return {
      values: [{ text, range, trail: [], isByName: false, isGiven: false, isGuessed: false }],
      isComplete: true,
      range,
    };
  };
  switch (signature.id) {
    case 'import':
      return written(path?.root ?? '', callee.span);
    case 'callee': {
      const text = path?.names.at(-1) ?? '';
      return written(text, lastSpan(callee.span, text));
    }
    case 'owner': {
      const owner = callee.kind === 'member' ? callee.object : callee;
      const text = path?.names.at(-2) ?? '';
      return written(text, owner.kind === 'member' ? lastSpan(owner.span, text) : owner.span);
    }
    default: {
      if ('flags' in signature.id) return givenUnder(call, signature.id, module, evaluator);
      const argument = findArgument(placeOf(call, module), signature.id, evaluator);
      if (!argument || isUnread(evaluator, call, module, argument.expression)) return undefined;
      const range = rangeIn(argument.module, argument.expression.span);
      if (isOutput(argument) && argument.expression.kind !== 'name')
        return { values: [], isComplete: false, range };
      const texts = textsOrItems(argument, { call, module }, evaluator);
      return { ...(isOutput(argument) ? guessed(texts) : texts), range, argument };
    }
  }
}

/** What a command line can give to flags that the call declares; undefined where nothing in the repository gives any. */
function givenUnder(
  call: Call,
  { flags }: FlagPlace,
  module: Module,
  evaluator: Evaluator,
): IdValues | undefined {
  const given = addedFlagValues(evaluator, placeOf(call, module), flags.map(plainFlag));
  const values = given.flatMap(value => evaluator.text(value, { call, module }).values);
  return values.length > 0 ? { values, isComplete: false, range: rangeIn(module, call.span) } : undefined;
}

/** Of a list, the texts in it: several models, or one with its options, as in `tokenizer=("org/name", {…})`. */
function textsOrItems(argument: Place, loading: CallSite, evaluator: Evaluator): Evaluation {
  const whole = evaluator.text(argument, loading);
  if (whole.values.length > 0 || whole.isComplete) return whole;
  const lists = evaluator.follow(argument).filter(({ expression }) => expression.kind === 'list');
  const items = lists.flatMap(list => evaluator.elements(list)).map(item => evaluator.texts(item));
  return { ...whole, values: items.flatMap(({ values }) => values) };
}

/** `args.output_dir`: what the program wrote itself is no published model, whatever its folder is called. */
function isOutput({ expression }: Place): boolean {
  return isOutputName(lastName(expression) ?? '');
}

/** `checkpoint_dir = "org/name"`: a folder, unless a model of that name is known. */
function guessed({ values }: Evaluation): Evaluation {
  return { values: values.map(value => ({ ...value, isGuessed: true })), isComplete: false };
}

const besideWeights = /(Tokenizer|_tokenizer|Processor|FeatureExtractor|Config|Scheduler)(Fast)?$/;
/** Entry points of repositories of torch.hub that load no weights. */
const besideEntry = /^(tokenizer|config)$|Tokenizer$/;

/** Classes of TensorFlow, Flax, ONNX Runtime and OpenVINO: `TFAutoModel`, `ORTModelForCausalLM`. */
const otherFrameworks = /^(TF|Flax|ORT|OV|Onnx|Keras)[A-Z]/;

function weightsOf(
  { callee }: Call,
  { path, signature }: LoadingMatch,
  { task }: LoadOptions,
): ModelReference['weights'] {
  const written = callee.kind === 'member' && callee.object.kind === 'name' ? [callee.object.name] : [];
  const names = [...written, ...(path?.names ?? [])];
  const isBeside = signature.additional === 'tokenizer' || besideEntry.test(task?.value ?? '');
  if (isBeside || names.some(name => besideWeights.test(name))) return 'none';
  return names.some(name => otherFrameworks.test(name)) ? 'other' : 'pytorch';
}

/** The last name of a dotted callee that ends at the span's end. */
function lastSpan(span: Span, name: string): Span {
  const start = { line: span.end.line, character: Math.max(0, span.end.character - name.length) };
  return { ...plainSpan(span), start };
}

type Shared = Pick<ModelReference, 'evidence' | 'loader' | 'call' | 'options' | 'weights' | 'acts'>;

function reference(
  value: TextValue,
  target: Target,
  revision: Revision,
  isTentative: boolean,
  shared: Shared,
): ModelReference {
  const { range, trail } = value;
  const carried: Revision | undefined =
    target.revision === undefined ? undefined : { kind: 'given', value: target.revision, range };
  const { filename } = target;
  return {
    ...shared,
    options:
      filename === undefined ? shared.options : { ...shared.options, filename: { value: filename, range } },
    context: contextOf(range.file),
    hub: target.hub,
    id: value.text,
    target: target.target,
    revision: carried ?? revision,
    range,
    trail,
    isTentative,
  };
}

/** The code decides at run time which model it loads: worth counting, not judging. */
function undecided(range: SourceRange, revision: Revision, shared: Shared): ModelReference {
  return {
    ...shared,
    context: contextOf(range.file),
    hub: 'huggingface',
    id: undefined,
    target: undefined,
    revision,
    range,
    trail: [],
    isTentative: false,
  };
}
