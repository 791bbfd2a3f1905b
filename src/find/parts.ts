import type { Expression, RecordEntry } from '../model/syntax.ts';
import { branching, choosingAs, looping, takenOf, together } from './choices.ts';
import { classPart, isOpen } from './class-parts.ts';
import { passedValues } from './command-line.ts';
import { positionFlag } from './command-values.ts';
import { entryOf } from './entries.ts';
import { memberField, withHeldClasses } from './enum-members.ts';
import type { Evaluator } from './evaluator.ts';
import { fieldValues } from './fields.ts';
import { isOpenToCommandLine } from './flag-origins.ts';
import { meantTexts } from './guards.ts';
import { moduleMember } from './imported-values.ts';
import { keptKeyword, tupleField } from './kept-arguments.ts';
import { isOfProgram } from './known-keys.ts';
import { dottedName } from './names.ts';
import { at, type Place, passing, unknown } from './place.ts';
import { pretrainedConfig } from './pretrained-config.ts';
import { namesAtTop } from './record-calls.ts';
import { isRecord, type RecordPlace, withTaken } from './record-parts.ts';
import { startedRemotely } from './remote-calls.ts';
import { type UnderKey, underKey } from './same-keys.ts';
import { filledBelow } from './subclasses.ts';
import { settingsOfRun } from './wandb.ts';

/** The part of a structure that has a name: a key, a field, what a module offers. */
export function partOf(evaluator: Evaluator, owner: Place, property: string, from: Place): readonly Place[] {
  const { expression } = owner;
  if (startedRemotely(from.expression)) return [owner];
  switch (expression.kind) {
    case 'record':
      return entryValues(evaluator, owner, expression.entries, property) ?? [unknown(owner)];
    case 'class':
      return partOfClass(evaluator, owner, property, from);
    case 'import':
      return moduleMember(evaluator, owner, expression, property, from);
    case 'string':
      // What `value` of an enum's member gives.
      return property === 'value' ? [owner] : [unknown(owner)];
    case 'each':
      return evaluator.follow(at(owner, expression.item));
    case 'list':
      if (/^\d+$/.test(property)) return itemOf(evaluator, owner, Number(property), []);
      // As of a text, the `value` of an enum's member.
      if (property === 'value') return [owner];
      return memberField(evaluator, owner, expression, property) ?? [unknown(owner)];
    case 'call':
      return (
        tupleField(evaluator, owner, expression, property) ??
        keptKeyword(evaluator, owner, expression, property) ??
        settingsOfRun(evaluator, owner, expression, property) ??
        fieldValues(evaluator, owner, property, from) ?? [unknown(owner)]
      );
    case 'opaque':
      return fieldValues(evaluator, owner, property, from) ?? [unknown(owner)];
    default:
      return [unknown(owner)];
  }
}

function partOfClass(evaluator: Evaluator, owner: Place, property: string, from: Place): readonly Place[] {
  const own = classPart(evaluator, owner, property);
  const kept = property === 'config' && own.every(isOpen) ? pretrainedConfig(evaluator, owner) : [];
  return withHeldClasses(owner, filledBelow(evaluator, owner, property, [...kept, ...own], from));
}

/** `object[index]`. */
export function followIndex(
  evaluator: Evaluator,
  place: Place,
  { object, index }: Extract<Expression, { kind: 'index' }>,
): readonly Place[] {
  // The file itself, as its code finds it.
  if (dottedName(object) === 'sys.modules' && index.kind === 'name' && index.name === '__name__')
    return [namesAtTop(place, index.scope)];
  // The way of a key may be long; the table is what matters.
  const keys = evaluator.steps.half(() => evaluator.follow(at(place, index)));
  const [only] = keys;
  const key = keys.length === 1 ? only?.expression : undefined;
  const under = underKey(evaluator, at(place, index));
  const others = otherEntries(evaluator, place, object, keys, under);
  if (key?.kind === 'string')
    return [...evaluator.member(under(place, key.value), object, key.value), ...others];
  const texts = keys.flatMap(end => (end.expression.kind === 'string' ? end.expression.value : []));
  const number = key?.kind === 'literal' && typeof key.value === 'number' ? key.value : undefined;
  // Whoever runs the program may give another key than those written.
  const isOpen = keys.some(
    end => end.expression.kind === 'opaque' && !isOfProgram(evaluator, end, keys, at(place, index)),
  );
  return evaluator.follow(at(place, object)).flatMap(owner => {
    const named = isOpen && !isConversion(owner) ? [] : entriesOfKeys(evaluator, owner, keys, place, under);
    if (named.length > 0) return [...named, ...others];
    return itemOf(
      evaluator,
      isOpen ? withRowsMeant(evaluator, owner, at(place, index)) : owner,
      number,
      isOpen ? [] : texts,
      under,
    );
  });
}

/** A table without the rows for whose keys the code does not look it up: `if "small" not in key: TABLE[key]`. */
function withRowsMeant(evaluator: Evaluator, owner: Place, index: Place): Place {
  const { expression: table } = owner;
  if (table.kind !== 'record' || index.module.limits.size === 0) return owner;
  const isMeant = meantTexts(evaluator, index);
  const entries = table.entries.filter(({ key }) => key?.kind !== 'string' || isMeant(key.value));
  return entries.length === table.entries.length ? owner : at(owner, { ...table, entries });
}

/** The rest of a table that a flag of the command line chooses from: the next run may take another entry. */
function otherEntries(
  evaluator: Evaluator,
  place: Place,
  object: Expression,
  keys: readonly Place[],
  under: UnderKey,
): readonly Place[] {
  const given = keys.filter(key => key.trail !== place.trail && isOpenToCommandLine(evaluator, key));
  if (given.length === 0) return [];
  const names = given.map(({ expression }) => (expression.kind === 'string' ? expression.value : undefined));
  return evaluator
    .follow(at(place, object))
    .flatMap(owner => {
      const { expression } = owner;
      if (expression.kind !== 'record') return [];
      const rest = expression.entries.filter(
        ({ key }) => key?.kind !== 'string' || !names.includes(key.value),
      );
      return valuesOf(evaluator, owner, rest, [], under);
    })
    .map(value => ({ ...value, isByName: true }));
}

/** What a table has under each of several keys: the value goes with its key. */
function entriesOfKeys(
  evaluator: Evaluator,
  owner: Place,
  keys: readonly Place[],
  place: Place,
  under: UnderKey,
): readonly Place[] {
  const { expression: table } = owner;
  if (table.kind !== 'record') return [];
  return keys.flatMap(key => {
    const { expression } = key;
    if (expression.kind !== 'string') return [];
    const there = under(choosingAs(owner, key, place.choices), expression.value);
    return entryValues(evaluator, there, table.entries, expression.value) ?? [];
  });
}

function itemOf(
  evaluator: Evaluator,
  owner: Place,
  number: number | undefined,
  texts: readonly string[],
  under?: UnderKey,
): readonly Place[] {
  const { expression } = owner;
  if (expression.kind === 'each') return evaluator.follow(at(owner, expression.item));
  if (expression.kind === 'list') {
    const item = number === undefined ? undefined : expression.items.at(number);
    if (item) return evaluator.follow(at(owner, item));
    return number === undefined ? elementsOf(evaluator, owner) : [unknown(owner)];
  }
  if (expression.kind === 'record') return valuesOf(evaluator, owner, expression.entries, texts, under);
  if (expression.kind === 'class') return elementsOf(evaluator, owner);
  if (expression.kind === 'import' && number !== undefined) return scriptWord(evaluator, owner, number);
  if (expression.kind === 'call' && number !== undefined) {
    const part = tupleField(evaluator, owner, expression, String(number));
    if (part) return part;
    return fieldValues(evaluator, owner, String(number), owner) ?? [unknown(owner)];
  }
  return [unknown(owner)];
}

/** `sys.argv[1]`: the first word that commands give to the script; the one before it is the script itself. */
function scriptWord(evaluator: Evaluator, owner: Place, index: number): readonly Place[] {
  const { expression, module } = owner;
  const isArgv = expression.kind === 'import' && expression.module === 'sys' && expression.name === 'argv';
  const word = isArgv && index > 0 ? positionFlag(index - 1) : undefined;
  return word === undefined
    ? [unknown(owner)]
    : [...passedValues(evaluator, owner, [module], [word]), unknown(owner)];
}

/** Which entry the run takes is not known: one of those with a known key, or else any. */
function valuesOf(
  evaluator: Evaluator,
  owner: Place,
  entries: readonly RecordEntry[],
  keys: readonly string[],
  under: UnderKey = value => value,
): readonly Place[] {
  const named = keys.flatMap(key => entryValues(evaluator, owner, entries, key) ?? []);
  if (named.length > 0) return named;
  const next = passing(owner, owner.expression.span);
  const values = entries.flatMap(({ key, value }) => {
    if (!key) return spreadValues(evaluator, at(next, value));
    const there = branching(at(next, value), owner.expression.span, key.span);
    return evaluator.follow(key.kind === 'string' ? under(there, key.value) : there);
  });
  const first = evaluator.first(values);
  return isConversion(owner) ? first.map(value => ({ ...value, isGuessed: true })) : first;
}

/** Codes of languages that a table must have at least to be one of all languages. */
const fewCodes = 40;
const code = /^[a-z]{2,3}$/;

/** A table that turns codes of languages into others has all of them, whichever the program is made for. */
function isConversion({ expression: table }: Place): boolean {
  return (
    table.kind === 'record' &&
    table.entries.length >= fewCodes &&
    table.entries.every(({ key, value }) => isCode(key) && isCode(value))
  );
}

function isCode(expression: Expression | undefined): boolean {
  return expression?.kind === 'string' && code.test(expression.value);
}

/** What `**options` has under a key: a record, the fields of an object, `**vars(args)`, or pairs that a record is made of. */
function spreadPart(evaluator: Evaluator, owner: Place, key: string): readonly Place[] {
  const { expression } = owner;
  if (expression.kind === 'record') return entryValues(evaluator, owner, expression.entries, key) ?? [];
  if (expression.kind === 'list') return pairValues(evaluator, owner, expression.items, key);
  if (expression.kind !== 'call' && expression.kind !== 'class') return [];
  return partOf(evaluator, owner, key, owner).filter(part => part.expression.kind !== 'opaque');
}

/** `dict(zip(names, values))`: the values of the pairs that have the key. */
function pairValues(
  evaluator: Evaluator,
  owner: Place,
  pairs: readonly Expression[],
  wanted: string,
): readonly Place[] {
  return pairs.flatMap(pair => {
    const [key, value] = pair.kind === 'list' && pair.items.length === 2 ? pair.items : [];
    const isMeant =
      key &&
      evaluator
        .follow(at(owner, key))
        .some(({ expression }) => expression.kind === 'string' && expression.value === wanted);
    return isMeant && value ? evaluator.follow(at(owner, value)) : [];
  });
}

function spreadValues(evaluator: Evaluator, place: Place): readonly Place[] {
  return evaluator
    .follow(place)
    .flatMap(end =>
      end.expression.kind === 'record'
        ? valuesOf(evaluator, end, end.expression.entries, [])
        : [unknown(end)],
    );
}

function entryValues(
  evaluator: Evaluator,
  owner: Place,
  entries: readonly RecordEntry[],
  key: string,
): readonly Place[] | undefined {
  const { value, spreads } = entryOf(entries, key);
  for (const spread of spreads) {
    const values = evaluator.follow(at(owner, spread)).flatMap(end => spreadPart(evaluator, end, key));
    if (values.length > 0) return values;
  }
  if (!value) return computedEntries(evaluator, owner, entries, key);
  const found = evaluator.follow(at(owner, value));
  // What nobody can list may hold the key too.
  return spreads.length > 0 ? [...found, unknown(owner)] : found;
}

/** `table[name] = item` inside a function: what it is given for the item where it is given the key for the name. */
function computedEntries(
  evaluator: Evaluator,
  owner: Place,
  entries: readonly RecordEntry[],
  wanted: string,
): readonly Place[] | undefined {
  const values = entries.flatMap(({ key, value }) => {
    if (!key || key.kind === 'string') return [];
    const keys = evaluator.follow(at(owner, key));
    const named = keys.filter(({ expression }) => expression.kind === 'string');
    const same = named.filter(
      ({ expression }) => expression.kind === 'string' && expression.value === wanted,
    );
    // A key that nobody can tell may be any.
    if (same.length === 0 && named.length > 0) return [];
    const given = evaluator.follow(at(owner, value));
    return same.length === 0 ? given : given.filter(one => same.some(other => goTogether(one, other, owner)));
  });
  return values.length > 0 ? values : undefined;
}

/** Whether two places that were come to from a third can have been so in one run. */
function goTogether(one: Place, other: Place, { choices }: Place): boolean {
  return together(takenOf(one.choices, choices), takenOf(other.choices, choices)) !== undefined;
}

/** Items of a list, keys of a record, members of an enum. */
export function elementsOf(
  evaluator: Evaluator,
  owner: Place,
  loop: object = owner.expression.span,
): readonly Place[] {
  const { expression } = owner;
  switch (expression.kind) {
    case 'list':
      return expression.items.flatMap(item => evaluator.follow(looping(at(owner, item), loop, item.span)));
    case 'each':
      return evaluator.follow(at(owner, expression.item));
    case 'record':
      return isRecord(owner) ? withTaken(evaluator, owner).flatMap(one => keysOf(evaluator, one, loop)) : [];
    case 'concat':
      return expression.parts.flatMap(part => evaluator.elements(at(owner, part)));
    case 'class':
      return withHeldClasses(
        owner,
        [...(owner.module.bindings[expression.scope]?.values() ?? [])]
          .flatMap(bindings => bindings.filter(({ kind }) => kind === 'assignment'))
          .flatMap(binding => evaluator.followBindings(owner, [binding], expression.scope)),
      );
    default:
      return [unknown(owner)];
  }
}

function keysOf(evaluator: Evaluator, record: RecordPlace, loop: object): readonly Place[] {
  return record.expression.entries.flatMap(({ key }) => {
    if (!key) return [];
    const there = looping(at(record, key), loop, key.span);
    // No text of the file is the key of what only a field's name sets.
    return key.kind === 'string' && key.isMade ? [unknown(there)] : evaluator.follow(there);
  });
}
