import type { Call } from '../model/syntax.ts';
import {
  boxOf,
  called,
  factory,
  firstOrDefault,
  importedFrom,
  importedModule,
  instance,
  madeClass,
  modelField,
  parentClass,
  schemaOf,
  stateOf,
  validated,
} from './definition-calls.ts';
import { allHyperparameters, hyperparameter } from './determined.ts';
import type { Evaluator } from './evaluator.ts';
import { chosen, dropDown, entered, labelled, picked } from './form-calls.ts';
import { composed } from './hydra-compose.ts';
import { instantiated } from './instantiated.ts';
import { argumentOf, type Follow, given } from './known-call.ts';
import {
  chain,
  choose,
  chosenInSweep,
  enumerate,
  itemAt,
  mapped,
  product,
  slice,
  zip,
} from './list-calls.ts';
import { globbed, listedFolder } from './listed-files.ts';
import { receiver } from './own-methods.ts';
import { at, type Place } from './place.ts';
import {
  evaluated,
  everyArgument,
  get,
  getattr,
  getattribute,
  keys,
  mapOf,
  ofObject,
  ownNames,
  pairs,
  recordNames,
  recordOf,
  recordWithDefault,
  replaced,
  values,
} from './record-calls.ts';
import { remotelyRun } from './remote-calls.ts';
import { environment, loadEnvironment, loadFile } from './settings-calls.ts';
import { basename, changed, concatenated, format, join, split } from './text-calls.ts';

/** What a call of a standard function stands for; undefined for calls that nothing is known of. */
export function followKnownCall(
  evaluator: Evaluator,
  place: Place,
  call: Call,
): readonly Place[] | undefined {
  const { callee } = call;
  // `ray.remote(Engine)` is the class that it makes an actor of.
  const run = remotelyRun(call);
  if (run) return evaluator.follow(at(place, run));
  if (callee.kind === 'member') return methods.get(callee.property)?.(evaluator, place, call);
  return callee.kind === 'name' ? functions.get(callee.name)?.(evaluator, place, call) : undefined;
}

const same = argumentOf();
const itself: Follow = (_, place) => [place];

const functions = byName({
  str: same,
  Path: same,
  list: same,
  tuple: same,
  sorted: same,
  set: same,
  reversed: same,
  iter: same,
  deepcopy: same,
  tqdm: same,
  trange: same,
  vars: same,
  asdict: same,
  String: same,
  cast: secondArgument('val'),
  // A parameter of SageMaker's pipelines has its default where a run is given no other.
  ParameterString: secondArgument('default_value'),
  getenv: environment,
  get_env: environment,
  getattr,
  type: madeClass,
  instantiate: instantiated,
  globals: ownNames,
  eval: evaluated,
  enumerate,
  zip,
  super: parentClass,
  Field: modelField,
  field: factory,
  Option: firstOrDefault,
  Argument: firstOrDefault,
  ...Object.fromEntries([...recordNames].map(name => [name, recordOf])),
  defaultdict: recordWithDefault,
  replace: replaced,
  chain,
  product,
  cycle: same,
  map: mapped,
  Map: mapOf,
  import_module: importedModule,
  __import__: importedFrom,
  dotenv_values: loadEnvironment,
  parse: loadFile,
  useMemo: called,
  expanduser: same,
  normpath: same,
  basename,
  glob: globbed,
  iglob: globbed,
  listdir: listedFolder,
  compose: composed,
  next: choose,
  choice: choose,
  Choice: chosenInSweep,
  useState: stateOf,
  useRef: boxOf,
  ref: boxOf,
  signal: boxOf,
});

const methods = byName({
  get,
  __getattribute__: getattribute,
  format,
  join,
  __mod__: format,
  items: pairs,
  values: (evaluator, place, call) =>
    values(evaluator, place, call) ?? ofObject((_, value) => value)(evaluator, place, call),
  keys: (evaluator, place, call) =>
    keys(evaluator, place, call) ?? ofObject(key => key)(evaluator, place, call),
  replace: replaced,
  chain,
  product,
  map: mapped,
  filter: receiver,
  flat: receiver,
  find: (evaluator, place, call) =>
    call.callee.kind === 'member' && call.arguments[0]?.value.kind === 'function'
      ? evaluator.elements(at(place, call.callee.object))
      : undefined,
  slice,
  at: itemAt,
  split,
  concat: concatenated,
  import_module: importedModule,
  merge: everyArgument,
  structured: same,
  to_container: same,
  to_object: same,
  default: same,
  object: same,
  entries: ofObject((key, value) => ({ kind: 'list', items: [key, value], span: key.span })),
  strip: changed(text => text.trim()),
  trim: changed(text => text.trim()),
  lower: changed(text => text.toLowerCase()),
  toLowerCase: changed(text => text.toLowerCase()),
  getenv: environment,
  instantiate: instantiated,
  get_hparam: hyperparameter,
  get_hparams: allHyperparameters,
  setdefault: get,
  pop: get,
  from_pretrained: instance,
  from_config: instance,
  load_from_checkpoint: instance,
  to: instance,
  cuda: instance,
  cpu: instance,
  half: instance,
  eval: instance,
  train: instance,
  requires_grad_: instance,
  copy: receiver,
  deepcopy: same,
  // `tqdm.tqdm(items)`.
  tqdm: same,
  freeze: same,
  from: same,
  Option: firstOrDefault,
  Argument: firstOrDefault,
  field: factory,
  Field: modelField,
  choice: choose,
  Choice: chosenInSweep,
  // `easydict.EasyDict(…)`; `model.dict()` is pydantic's.
  ...Object.fromEntries([...recordNames].filter(isOfClass).map(name => [name, recordOf])),
  clone: receiver,
  DictConfig: same,
  create: same,
  load: loadFile,
  safe_load: loadFile,
  full_load: loadFile,
  loads: loadFile,
  parse: (evaluator, place, call) => loadFile(evaluator, place, call) ?? schemaOf(evaluator, place, call),
  dotenv_values: loadEnvironment,
  fromfile: loadFile,
  to_dict: receiver,
  // A copy of transformers' parser of data classes is one as the library's: what it gives is told by its classes.
  parse_args_into_dataclasses: itself,
  parse_yaml_file: itself,
  parse_yaml_and_args: itself,
  parse_json_file: itself,
  parse_dict: itself,
  model_validate: validated,
  parse_obj: validated,
  ib: factory,
  toString: receiver,
  as_posix: receiver,
  // Streamlit's.
  selectbox: chosen(1, 'options'),
  radio: chosen(1, 'options'),
  select_slider: chosen(1, 'options'),
  text_input: entered(1),
  text_area: entered(1),
  // Gradio's, and those of notebooks.
  Dropdown: dropDown,
  Radio: picked,
  RadioButtons: labelled,
  ToggleButtons: labelled,
  Select: labelled,
  Textbox: entered(0),
  Text: entered(0),
  useState: stateOf,
  useRef: boxOf,
  useMemo: called,
  expanduser: same,
  expandvars: same,
  normpath: same,
  basename,
  glob: globbed,
  iglob: globbed,
  listdir: listedFolder,
  compose: composed,
});

function secondArgument(name: string): Follow {
  return (evaluator, place, call) => {
    const value = given(call, 1, name);
    return value ? evaluator.follow(at(place, value)) : undefined;
  };
}

/** A map, because a call may have the name of what every object has: `constructor`. */
function byName(calls: Readonly<Record<string, Follow>>): ReadonlyMap<string, Follow> {
  return new Map(Object.entries(calls));
}

function isOfClass(name: string): boolean {
  return /^[A-Z]/.test(name);
}
