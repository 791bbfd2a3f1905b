import type { ClassDefinition } from '../model/syntax.ts';
import { computed, decoration } from './callee-names.ts';
import { classesAbove } from './class-bases.ts';
import type { Evaluator } from './evaluator.ts';
import { isFixture } from './fixtures.ts';
import { heldQuestions } from './holders.ts';
import type { Module, Named } from './module.ts';
import type { CallQuestion } from './outline.ts';
import { type Place, placeOf } from './place.ts';
import type { CallSite } from './program.ts';
import { classOf } from './scopes.ts';

const maxSubclasses = 200;
const maxAbove = 8;

interface Question extends CallQuestion {
  /** What registries of the program know a class as, where it has this constructor: settings may name it so. */
  readonly registered?: readonly string[];
  /** The class. */
  readonly makes?: Place;
}

/** What a function is called by: its own name, or its class's and those of the classes below when it is the constructor. */
export function questionsOf(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  { name }: Named<unknown>,
): readonly Question[] {
  if (name === undefined) return [];
  const { file, facts, functions } = module;
  const parent = facts.scopes[scope]?.parent;
  const owner = classOf(module, scope);
  if (!owner || !isConstructor(name)) {
    // What a function returns is called where the function's result is, as a decorator is with what it decorates.
    const maker = parent === undefined ? undefined : functions.get(parent)?.name;
    const made = maker === undefined ? [] : [{ name: `${decoration}${maker}`, file }];
    const heirs = owner?.name === undefined ? [] : classesBelow(evaluator, { name: owner.name, file });
    const others = filesOfObjects(evaluator, { name: owner?.name, file }, heirs);
    const lent = owner ? [] : fixturesOf(module, name);
    const whole = owner && isCalledAsWhole(evaluator, module, name, owner.definition);
    const objects = whole ? [{ name: owner.name ?? '', file }, ...heirs] : [];
    return [
      { name, file },
      ...others.map(other => ({ name, file: other })),
      ...made,
      ...lent,
      ...objects.map(one => ({ name: `${decoration}${one.name}`, file: one.file })),
      { name: computed, file },
      ...(owner ? [] : heldQuestions(evaluator.program, [{ name, file }])),
    ];
  }
  const registered = registeredNames(owner.definition);
  const made =
    owner.name === undefined
      ? []
      : classesBelow(evaluator, {
          name: owner.name,
          file,
          registered,
          makes: placeOf(owner.definition, module),
        });
  // A table holds the classes below, and may stand in a file that knows no more than theirs.
  const tables = [...new Set([file, ...made.map(heir => heir.file)])];
  const lent = owner.name === undefined ? [] : fixturesOf(module, owner.name);
  // Subclasses call the constructor above by its own name in Python, and in JavaScript by this one.
  return [
    { name: facts.language === 'python' ? name : 'super', file },
    ...made,
    ...lent,
    ...tables.map(one => ({ name: computed, file: one })),
    ...heldQuestions(evaluator.program, made),
  ];
}

/**
 * Other files by which one has objects of a class: who calls a method on an instance of a subclass need only know the file
 * of that, and who has one from a function only the function's, which knows the class.
 */
function filesOfObjects(
  { program }: Evaluator,
  { name, file }: { readonly name: string | undefined; readonly file: string },
  heirs: readonly Question[],
): readonly string[] {
  const users = name === undefined ? [] : program.handers({ name, file });
  return [...new Set([...heirs.map(heir => heir.file), ...users])].filter(other => other !== file);
}

/** Calls of a method in the classes above its own, which may leave it to those below: `self.build(name)`. */
export function callsFromAbove(
  evaluator: Evaluator,
  module: Module,
  scope: number,
  { name }: Named<unknown>,
): readonly CallSite[] {
  const owner = classOf(module, scope);
  if (!owner || name === undefined || isConstructor(name)) return [];
  const own = placeOf(owner.definition, module);
  const above = new Map([[own.expression, own]]);
  for (const one of above.values()) {
    if (above.size > maxAbove) break;
    for (const base of classesAbove(evaluator, one)) above.set(base.expression, base);
  }
  const others = new Set([...above.values()].map(one => one.module).filter(other => other !== module));
  return [...others].flatMap(other => (other.calls.get(name) ?? []).map(call => ({ call, module: other })));
}

/** What libraries call where an object of a class that extends theirs is called: by the method, the class. */
const calledMethods: Readonly<Record<string, RegExp>> = {
  forward: /^(torch|lightning|pytorch_lightning)\b.*Module$/,
  run: /^prefect\b.*\.Task$/,
};

/** Whether calling an object calls the method: `prepare = Prepare()`, `prepare(path)`. */
export function isCalledAsWhole(
  evaluator: Evaluator,
  module: Module,
  name: string,
  { bases }: ClassDefinition,
): boolean {
  if (name === '__call__') return true;
  const wanted = Object.hasOwn(calledMethods, name) ? calledMethods[name] : undefined;
  if (!wanted) return false;
  return bases.some(base =>
    evaluator
      .glance(base, module)
      .some(
        ({ expression }) =>
          expression.kind === 'import' && wanted.test(`${expression.module}.${expression.name ?? ''}`),
      ),
  );
}

export function isConstructor(name: string): boolean {
  return name === '__init__' || name === 'constructor' || name === '__new__';
}

/** The texts that a class's decorators are given: `@register("small-net")`. */
function registeredNames({ decorators }: ClassDefinition): readonly string[] {
  return decorators.flatMap(mark => {
    const [first] = mark.kind === 'call' ? mark.arguments : [];
    return first?.value.kind === 'string' ? first.value.value : [];
  });
}

/** A class and those that extend it, by their names. */
function classesBelow(evaluator: Evaluator, owner: Question): readonly Question[] {
  const below = new Map([[`${owner.name} ${owner.file}`, owner]]);
  for (const one of below.values()) {
    if (below.size > maxSubclasses) break;
    for (const { name, module, definition } of evaluator.program.subclasses(one)) {
      if (name === undefined) continue;
      // One with a constructor of its own says itself what it hands on.
      const isHeir = !module.bindings[definition.scope]?.has('__init__');
      const registered = isHeir ? registeredNames(definition) : [];
      below.set(`${name} ${module.file}`, {
        name,
        file: module.file,
        registered,
        makes: placeOf(definition, module),
      });
    }
  }
  return [...below.values()];
}

/** Fixtures of pytest that give a class or a function of the same file to tests, which call it by the fixture's name. */
function fixturesOf({ file, functions }: Module, wanted: string): readonly CallQuestion[] {
  return [...functions.values()].flatMap(({ name, definition }) => {
    const isLending =
      isFixture(definition) &&
      definition.returns.some(value => value.kind === 'name' && value.name === wanted);
    return isLending && name !== undefined ? [{ name, file }] : [];
  });
}
