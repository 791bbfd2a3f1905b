import { compareSpans } from '../model/source.ts';
import type { Argument, Call, Expression } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { isOfHydra } from './hydra-folders.ts';
import { isBareName } from './made-objects.ts';
import type { Module } from './module.ts';
import { placeOf } from './place.ts';
import type { CallSite } from './program.ts';
import { scopesAround } from './scopes.ts';

/*
 * `hydra.utils.instantiate(cfg.net, extra, size=3)`: what the settings have called is called with what stands behind them
 * too; a name goes over the same key of the settings.
 */

/** Steps to the settings that a call instantiates. */
const settingsBudget = 2_000;
/** Calls that instantiate settings, before nobody looks at more of them. */
const maxCalls = 60;

/** A call that instantiates settings, and what it gives beside them. */
interface Instantiation {
  readonly call: Call;
  readonly module: Module;
  readonly settings: Expression;
  readonly extra: readonly Argument[];
}

/**
 * What settings have called, with what calls of `instantiate` give beside them. `inside`: the scope of a class, whose own
 * methods do not make it.
 */
export function withExtraArguments(
  evaluator: Evaluator,
  site: CallSite,
  asking: Module,
  inside: number | undefined,
): readonly CallSite[] {
  if (isBareName(site.call)) return [site];
  const all = instantiations(evaluator).filter(
    ({ call, module }) =>
      inside === undefined || module !== asking || !scopesAround(module, call.scope).includes(inside),
  );
  const giving = all.filter(one => one.extra.length > 0 && isMeant(evaluator, one, site));
  if (giving.length === 0) return [site];
  const isPlain = all.some(one => one.extra.length === 0 && isMeant(evaluator, one, site));
  const own = isPlain ? site : { ...site, call: withoutGiven(site.call, giving) };
  return [own, ...giving.map(one => ({ ...site, module: one.module, call: extended(site.call, one) }))];
}

function instantiations(evaluator: Evaluator): readonly Instantiation[] {
  const { program } = evaluator;
  const found = program.settings.instantiators().flatMap(file => {
    const module = program.needed(file);
    return module ? instantiationsIn(evaluator, module) : [];
  });
  return evaluator.first(found, maxCalls);
}

function instantiationsIn(evaluator: Evaluator, module: Module): readonly Instantiation[] {
  return (module.calls.get('instantiate') ?? []).flatMap(call => {
    const [settings, ...extra] = call.arguments;
    const isRead = settings && !settings.isSpread && (settings.name ?? 'config') === 'config';
    return isRead && isOfHydra(evaluator, module, call, 'instantiate')
      ? [{ call, module, settings: settings.value, extra: extra.filter(({ name }) => !isSetting(name)) }]
      : [];
  });
}

/** `_recursive_=False` says how to instantiate. */
function isSetting(name: string | undefined): boolean {
  return name !== undefined && /^_\w+_$/.test(name);
}

/** Whether a call instantiates the settings that a call stands for. */
function isMeant(evaluator: Evaluator, { settings, module }: Instantiation, site: CallSite): boolean {
  const ends = evaluator.remembered(
    'instantiated',
    settings,
    () => evaluator.follow(placeOf(settings, module)),
    settingsBudget,
  );
  return ends.some(
    ({ expression, module: there }) =>
      there.file === site.module.file && compareSpans(expression.span, site.call.span) === 0,
  );
}

/** The call of settings, as it is made in code with what that gives; what the settings give is told where they are. */
function extended(made: Call, { call, extra }: Instantiation): Call {
  const names = new Set(extra.flatMap(({ name }) => name ?? []));
  const isOrdered = extra.some(({ name }) => name === undefined);
  const kept = made.arguments.filter(({ name }) => (name === undefined ? !isOrdered : !names.has(name)));
  return { ...made, span: call.span, scope: call.scope, arguments: [...extra, ...kept.map(hidden)] };
}

/** The call of settings without what every call in code replaces or adds, of which no default is taken. */
function withoutGiven(made: Call, giving: readonly Instantiation[]): Call {
  const [first, ...others] = giving.map(({ extra }) => extra.filter(({ isSpread }) => !isSpread));
  const isEverywhere = ({ name }: Argument, index: number): boolean =>
    others.every(extra =>
      name === undefined
        ? extra[index] && extra[index].name === undefined
        : extra.some(one => one.name === name),
    );
  const replaced = (first ?? []).filter(({ name }) => name !== '**').filter(isEverywhere);
  const names = new Set(replaced.flatMap(({ name }) => name ?? []));
  const isOrdered = replaced.some(({ name }) => name === undefined);
  const kept = made.arguments.filter(({ name }) => (name === undefined ? !isOrdered : !names.has(name)));
  return { ...made, arguments: [...replaced.map(hidden), ...kept] };
}

/** Something is given, so that no default is taken. */
function hidden(argument: Argument): Argument {
  return { ...argument, value: { kind: 'opaque', span: argument.value.span } };
}
