import { huggingFace } from '../loaders/loader.ts';
import { formats } from '../loaders/settings/registry.generated.ts';
import type { SettingsFormat, SettingsModel } from '../loaders/settings/settings-format.ts';
import type { ModelReference, Revision } from '../model/reference.ts';
import { compareSpans, plainSpan, type SourceRange } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import { contextOf } from './context.ts';
import { entryOf } from './entries.ts';
import { lastNameOf } from './module-path.ts';

type Settings = Extract<Expression, { kind: 'record' }>;

interface Found {
  readonly literal: StringLiteral;
  /** What stands beside it. */
  readonly around: Settings;
  /** What stands around that. */
  readonly above?: Settings | undefined;
}

/** The models that a file of settings has a tool load: of a Truss, of a training run, of a merge. */
export function findSettingsModels(file: string, data: Expression): readonly ModelReference[] {
  if (data.kind !== 'record') return [];
  return formats
    .filter(format => isOfFormat(format, file, data))
    .flatMap(format => onePerPlace(format.models.flatMap(model => referencesOf(file, format, model, data))))
    .toSorted((one, other) => compareSpans(one.range, other.range));
}

/** One variable may name both a model and its tokenizer: the one that the format says first. */
function onePerPlace(references: readonly ModelReference[]): readonly ModelReference[] {
  const isFirst = ({ range }: ModelReference, index: number): boolean =>
    references.findIndex(other => compareSpans(other.range, range) === 0) === index;
  return references.filter(isFirst);
}

function isOfFormat({ file: name, marks }: SettingsFormat, file: string, data: Settings): boolean {
  const isNamed = name === undefined || name.test(lastNameOf(file));
  return isNamed && marks.some(keys => keys.every(key => hasKeys(data, key.split('.'))));
}

/** Whether keys lead from one to the next. */
function hasKeys(settings: Settings, [key, ...inner]: readonly string[]): boolean {
  return valuesAt(settings, key).some(
    value => inner.length === 0 || (value.kind === 'record' && hasKeys(value, inner)),
  );
}

function referencesOf(
  file: string,
  { name, variables }: SettingsFormat,
  { id, revision, when, isTokenizer, interpret = huggingFace }: SettingsModel,
  data: Settings,
): readonly ModelReference[] {
  const known = variables === undefined ? [] : recordsAt(data, variables.split('.'));
  return literalsAt(data, id.split('.')).flatMap(({ literal: used, around, above }) => {
    const kind = when && wordOf(when.isAbove ? (above ?? around) : around, when.key);
    if (when && kind !== undefined && !isOneOf(kind, when.values)) return [];
    const way = wayToValue(used, known);
    const literal = way.at(-1) ?? used;
    const target = interpret(literal.value);
    const place = ({ span }: StringLiteral): SourceRange => ({ file, ...plainSpan(span) });
    return target
      ? [
          {
            hub: target.hub,
            id: literal.value,
            target: target.target,
            revision: revisionOf(file, target.revision, literal, revision && textOf(around, revision)),
            evidence: 'loaded',
            loader: `${name}.${id.replaceAll('.*', '')}`,
            range: place(literal),
            call: place(used),
            trail: way.slice(0, -1).toReversed().map(place),
            context: contextOf(file),
            options: {},
            weights: isTokenizer ? 'none' : 'pytorch',
            isTentative: false,
          } as const,
        ]
      : [];
  });
}

function isOneOf(kind: string, values: readonly string[] | RegExp): boolean {
  return values instanceof RegExp ? values.test(kind) : values.includes(kind);
}

/** As many variables may stand for each other. */
const maxVariables = 8;

/** A text, and what each variable on the way stands for where `"{NAME}"` is one. */
function wayToValue(used: StringLiteral, variables: readonly Settings[]): readonly StringLiteral[] {
  const way = [used];
  for (
    let next = meantBy(used, variables);
    next && way.length < maxVariables;
    next = meantBy(next, variables)
  )
    way.push(next);
  return way;
}

function meantBy({ value }: StringLiteral, variables: readonly Settings[]): StringLiteral | undefined {
  const [, name] = /^\{(\w+)\}$/.exec(value) ?? [];
  return name === undefined ? undefined : variables.map(one => textOf(one, name)).find(Boolean);
}

function revisionOf(
  file: string,
  carried: string | undefined,
  literal: StringLiteral,
  beside: StringLiteral | '' | undefined,
): Revision {
  if (carried !== undefined)
    return { kind: 'given', value: carried, range: { file, ...plainSpan(literal.span) } };
  if (!beside) return { kind: 'none' };
  return { kind: 'given', value: beside.value, range: { file, ...plainSpan(beside.span) } };
}

/** The records that keys lead to. */
function recordsAt(settings: Settings, [key, ...inner]: readonly string[]): readonly Settings[] {
  const records = valuesAt(settings, key).flatMap(value => recordsIn(value, false));
  return inner.length === 0 ? records : records.flatMap(record => recordsAt(record, inner));
}

/** The texts that keys lead to. */
function literalsAt(
  settings: Settings,
  [key, ...inner]: readonly string[],
  above?: Settings,
): readonly Found[] {
  return valuesAt(settings, key).flatMap(value => {
    if (value.kind === 'string')
      return inner.length === 0 ? [{ literal: value, around: settings, above }] : [];
    return recordsIn(value, inner[0] === '*').flatMap(record =>
      literalsAt(record, inner[0] === '*' && value.kind === 'list' ? inner.slice(1) : inner, settings),
    );
  });
}

function valuesAt({ entries }: Settings, key: string | undefined): readonly Expression[] {
  if (key === '*') return entries.map(({ value }) => value);
  const value = key === undefined ? undefined : entryOf(entries, key).value;
  return value ? [value] : [];
}

function recordsIn(value: Expression, isAny: boolean): readonly Settings[] {
  if (value.kind === 'record') return [value];
  if (value.kind !== 'list' || !isAny) return [];
  return value.items.flatMap(item => (item.kind === 'record' ? item : []));
}

/** What is written under a key: a text, `true`, a number. */
function wordOf({ entries }: Settings, key: string): string | undefined {
  const { value } = entryOf(entries, key);
  return value?.kind === 'string' || value?.kind === 'literal' ? String(value.value) : undefined;
}

function textOf({ entries }: Settings, key: string): StringLiteral | undefined {
  const { value } = entryOf(entries, key);
  return value?.kind === 'string' ? value : undefined;
}
