import type { Call, Expression } from '../model/syntax.ts';
import { classMember } from './class-parts.ts';
import { handedValues, handedWords } from './code-commands.ts';
import { optionsElsewhere, passedFlags, passedValues } from './command-line.ts';
import { hyperparameters } from './determined.ts';
import { withMembersTaken } from './enum-members.ts';
import type { Evaluator } from './evaluator.ts';
import { flagName } from './flag-declarations.ts';
import { handedFlags } from './handed-parsers.ts';
import { given } from './known-call.ts';
import type { Module } from './module.ts';
import { dottedName, isArgumentName, isSettingsName, lastName } from './names.ts';
import { nestedRecord } from './nested-record.ts';
import { at, hasPassed, type Place, passing, unknown } from './place.ts';
import { isReplacedFlag } from './replaced-flags.ts';
import { meansSelf } from './scopes.ts';
import { settingsFiles } from './settings-calls.ts';
import { flagValues } from './settings-programs.ts';

const parsedArguments = /^(parse_args|parse_known_args|parse_intermixed_args|opts|parse)$/;
const dataclassParsers =
  /^parse_(args_into_dataclasses|yaml_file|json_file|dict|yaml_and_(args|config)|args_and_config)$|^parse$/;
/**
 * The part of something that is no structure of the source: the result of a command line's parser, or an owner nobody
 * could trace, whose field's name must speak for it. Undefined when there is nothing to say.
 */
export function fieldValues(
  evaluator: Evaluator,
  owner: Place,
  property: string,
  from: Place,
): readonly Place[] | undefined {
  const { expression } = owner;
  if (expression.kind === 'call') {
    if (isReplacedFlag(evaluator, owner, property, from)) return [unknown(owner)];
    const parsed = [
      ...parsedFields(evaluator, owner, expression, property, from),
      ...iniSection(evaluator, owner, expression, property),
    ];
    if (parsed.length > 0) return parsed;
  }
  if (/^\d+$/.test(property)) return undefined;
  // `get_cluster_info().trial.hparams`.
  const isTrial = from.expression.kind === 'member' && lastName(from.expression.object) === 'trial';
  const tried = isTrial && property === 'hparams' ? hyperparameters(evaluator, from) : [];
  if (tried.length > 0) return tried;
  const byName = fieldsByName(evaluator, from, property);
  return byName.length > 0 ? byName : undefined;
}

function parsedFields(
  evaluator: Evaluator,
  owner: Place,
  call: Call,
  property: string,
  from: Place,
): readonly Place[] {
  const name = lastName(call.callee) ?? '';
  const scripts = [owner.module, from.module];
  const ofClass = parsedClass(evaluator, owner, call, property, scripts);
  if (ofClass) return ofClass;
  // `flags.DEFINE_string("model", "org/name").value`.
  if (name.startsWith('DEFINE_') && property === 'value') return declaredValues(evaluator, owner, call);
  if (dataclassParsers.test(name) && call.callee.kind === 'member') {
    const made = parserClasses(evaluator, at(owner, call.callee.object));
    const records = handedRecords(evaluator, owner, call, name);
    const index = /^\d+$/.test(property) ? Number(property) : undefined;
    if (index !== undefined) {
      return made.slice(index, index + 1).flatMap(one => {
        const taken = withMembersTaken(evaluator, one);
        return [...taken, ...passedFields(evaluator, scripts, one), ...records];
      });
    }
    const classes = made.flatMap(one => withMembersTaken(evaluator, one));
    const fields = [
      ...[...classes, ...records].flatMap(one => evaluator.partOf(one, property, one)),
      ...passedValues(evaluator, passing(owner, call.span), scripts, [property]),
    ];
    if (fields.some(({ expression }) => expression.kind !== 'opaque')) return fields;
  }
  // The first of what `parse_known_args` returns is what `parse_args` would.
  if (name === 'parse_known_args' && property === '0') return [at(owner, { ...call, callee: renamed(call) })];
  return parsedArguments.test(name) ? parsedFlag(evaluator, owner, call, property, scripts) : [];
}

const classParsers = /^(tyro\.cli|(pyrallis|draccus|simple_parsing)\.parse)$/;

/** A field of what `tyro.cli(Config)` and `pyrallis.parse(config_class=Config, config_path=path)` make of a class. */
function parsedClass(
  evaluator: Evaluator,
  owner: Place,
  call: Call,
  property: string,
  scripts: readonly Module[],
): readonly Place[] | undefined {
  if (!classParsers.test(dottedName(call.callee) ?? '') || hasPassed(owner, call.span)) return undefined;
  const there = passing(owner, call.span);
  const made = given(call, 0, 'config_class', 'f');
  const preset = call.arguments.find(({ name }) => name === 'default')?.value;
  const path = call.arguments.find(({ name }) => name === 'config_path')?.value;
  const owners = [made, preset].flatMap(one => (one ? evaluator.follow(at(there, one)) : []));
  const files = path ? settingsFiles(evaluator, at(there, path), /\.ya?ml$/) : [];
  const taken = owners.flatMap(one => withMembersTaken(evaluator, one));
  const fields = [...files, ...taken].flatMap(one => evaluator.partOf(one, property, one));
  return [...fields, ...passedValues(evaluator, there, scripts, [property])];
}

/** What files a parser of data classes reads, by the method that it is told their path with. */
const readFiles: ReadonlyMap<string, RegExp> = new Map([
  ['parse_yaml_file', /\.ya?ml$/],
  ['parse_yaml_and_args', /\.ya?ml$/],
  ['parse_json_file', /\.json$/],
]);

/** The records whose entries become fields: `parser.parse_dict(record)`, `parser.parse_yaml_file(path)`, a list of words. */
function handedRecords(evaluator: Evaluator, owner: Place, call: Call, name: string): readonly Place[] {
  const handed = given(call, 0, 'args', 'yaml_file', 'yaml_arg', 'json_file');
  const place = handed && at(passing(owner, call.span), handed);
  if (!place || hasPassed(owner, call.span)) return [];
  if (/^parse_args_/.test(name)) return handedWordsAsRecord(evaluator, place);
  const ending = readFiles.get(name);
  const all = ending ? settingsFiles(evaluator, place, ending) : [];
  const ends = name === 'parse_dict' ? evaluator.follow(place) : all;
  return ends.filter(({ expression }) => expression.kind === 'record');
}

/** `parser.parse_args_into_dataclasses(["--model_name", name])`. */
function handedWordsAsRecord(evaluator: Evaluator, list: Place): readonly Place[] {
  // Of words of another file, those that stand here cannot be told apart.
  const words = handedWords(evaluator, list).filter(({ value }) => value.module === list.module);
  const fields = words.map(({ flag, value }) => ({ path: [flag], value: value.expression }));
  return fields.length === 0 ? [] : [at(list, nestedRecord(fields, list.expression.span))];
}

/** A flag of what `parse_args` gives: as it is declared, handed to the parser, or passed to the script. */
function parsedFlag(
  evaluator: Evaluator,
  owner: Place,
  call: Call,
  property: string,
  scripts: readonly Module[],
): readonly Place[] {
  const list = call.arguments[0]?.value;
  const handed = list ? handedValues(evaluator, at(owner, list), [property]) : [];
  const added = handedFlags(evaluator, owner, call, property, scripts);
  if (added.length > 0) return [...handed, ...added];
  const declared = [...new Set([owner.module, ...parserModules(evaluator, owner, call)])].flatMap(module =>
    flagValues(evaluator, { ...owner, module }, property, scripts),
  );
  if (declared.length > 0) return [...handed, ...declared];
  // Where another file adds the flag, what scripts pass to this one still reaches it.
  const passed = [...handed, ...passedValues(evaluator, passing(owner, call.span), scripts, [property])];
  if (passed.length === 0) return [];
  const elsewhere = optionsElsewhere(evaluator, owner, property);
  return [...passed, ...elsewhere.map(byName)];
}

/** What commands of the repository pass to the fields of a class of arguments, those of each file as one record: there may be hundreds. */
function passedFields(
  evaluator: Evaluator,
  scripts: readonly Module[],
  { expression, module }: Place,
): readonly Place[] {
  const fields = expression.kind === 'class' ? module.bindings[expression.scope] : undefined;
  const passed = passedFlags(evaluator, scripts, [...(fields?.keys() ?? [])]);
  const byFile = new Map<object, typeof passed>();
  for (const one of passed) {
    const file = isAsWritten(one.value) ? one.value.module : one;
    byFile.set(file, [...(byFile.get(file) ?? []), one]);
  }
  return [...byFile.values()].flatMap(given => {
    const [first] = given;
    if (!first) return [];
    const nested = given.map(({ flag, value }) => ({ path: [flag], value: value.expression }));
    return at(first.value, nestedRecord(nested, first.value.expression.span));
  });
}

/** Whether nothing but where it stands says what an expression is. */
function isAsWritten({ trail, frame, choices }: Place): boolean {
  return trail === undefined && frame === undefined && choices === undefined;
}

/** The files that made the parser whose `parse_args` is called. */
function parserModules(evaluator: Evaluator, owner: Place, { callee }: Call): readonly Module[] {
  return callee.kind === 'member'
    ? evaluator.follow(at(owner, callee.object)).map(({ module }) => module)
    : [];
}

function declaredValues(evaluator: Evaluator, owner: Place, call: Call): readonly Place[] {
  const name = flagName(call);
  return name === undefined ? [] : flagValues(evaluator, owner, name);
}

/** A section of the files that a parser of INI files was told to read. */
function iniSection(evaluator: Evaluator, owner: Place, call: Call, property: string): readonly Place[] {
  if (!iniParsers.test(lastName(call.callee) ?? '')) return [];
  return (owner.module.calls.get('read') ?? []).flatMap(({ callee, arguments: [file] }) => {
    const isOwn =
      callee.kind === 'member' &&
      evaluator.standsFor(callee.object, owner.module).some(({ expression }) => expression === call);
    const files = isOwn && file ? settingsFiles(evaluator, at(owner, file.value), iniEnding) : [];
    return files.flatMap(one => evaluator.partOf(one, property, owner));
  });
}

const iniEnding = /\.(ini|cfg|conf)$/;

/** Classes whose instances read INI files. */
export const iniParsers = /^(Raw|Safe)?ConfigParser$/;

function renamed({ callee }: Call): Expression {
  return callee.kind === 'member' ? { ...callee, property: 'parse_args' } : callee;
}

/** The classes `HfArgumentParser((ModelArguments, DataArguments))` was made with. */
function parserClasses(evaluator: Evaluator, parser: Place): readonly Place[] {
  return evaluator
    .follow(parser)
    .flatMap(end => makingCalls(parser, end))
    .flatMap(call => {
      const given = call.expression.kind === 'call' ? call.expression.arguments[0]?.value : undefined;
      return given ? evaluator.follow(at(call, given)) : [];
    })
    .flatMap(end => (end.expression.kind === 'list' ? evaluator.elements(end) : [end]))
    .filter(end => end.expression.kind === 'class');
}

/** The calls that made a parser: of a class of the repository's own, those in the file that uses it. */
function makingCalls(parser: Place, end: Place): readonly Place[] {
  const { expression, module } = end;
  if (expression.kind !== 'class') return [end];
  const user = userOf(parser);
  const name = module.classes.get(expression.scope)?.name;
  const calls = name === undefined ? [] : (user.module.calls.get(name) ?? []);
  return calls.map(call => at({ ...user, frame: undefined }, call));
}

/** Where an object is used from outside: for `self` inside a method, it is the object whose method was called. */
function userOf(place: Place): Place {
  const { expression, module, frame } = place;
  const isOwn = expression.kind === 'name' && meansSelf(module, expression);
  const callee = frame?.module === module ? frame.call.callee : undefined;
  if (!isOwn || !frame || callee?.kind !== 'member') return place;
  return userOf({
    ...place,
    expression: callee.object,
    module: frame.caller.module,
    frame: frame.caller.frame,
  });
}

/** What this file's command line, or a class of settings it knows, has under the name. */
function fieldsByName(evaluator: Evaluator, from: Place, property: string): readonly Place[] {
  const options = flagValues(evaluator, { ...from, frame: undefined }, property);
  if (!isArguments(from)) return options.map(byName);
  const passed = passedToImporters(evaluator, from, property).map(byName);
  if (options.length > 0) return [...options, ...passed];
  const fields = [from.module, ...importedModules(evaluator, from.module)].flatMap(module =>
    settingsIn(evaluator, from, module, property),
  );
  const found = fields.length > 0 ? fields : optionsElsewhere(evaluator, from, property);
  return [...found.map(byName), ...passed];
}

function byName(value: Place): Place {
  return { ...value, isByName: true };
}

/** What commands pass under the name to scripts that import the file, however far: its `args` are theirs. */
function passedToImporters(evaluator: Evaluator, from: Place, property: string): readonly Place[] {
  const { program } = evaluator;
  const scripts = program.commands
    .scriptsGiven(property)
    .filter(script => program.imports(script, from.module.file));
  return passedValues(
    evaluator,
    from,
    scripts.map(file => ({ file })),
    [property],
  );
}

function isArguments({ expression }: Place): boolean {
  const object = expression.kind === 'member' || expression.kind === 'index' ? expression.object : undefined;
  const name = object && dottedName(object);
  return name !== undefined && isArgumentName(name);
}

function importedModules(evaluator: Evaluator, module: Module): readonly Module[] {
  return module.facts.imports.flatMap(name => evaluator.program.imported(name, module) ?? []);
}

function settingsIn(evaluator: Evaluator, from: Place, module: Module, property: string): readonly Place[] {
  return [...module.classes.values()].flatMap(({ name, definition }) => {
    const isSettings = name !== undefined && isSettingsName(name);
    if (!isSettings || !module.bindings[definition.scope]?.has(property)) return [];
    return (
      classMember(evaluator, { ...from, module, frame: undefined, expression: definition }, property) ?? []
    );
  });
}
