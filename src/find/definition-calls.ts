import type { Call, Expression, RecordEntry } from '../model/syntax.ts';
import { isEnum } from './applied-calls.ts';
import { hasMember, isClass, lineOf } from './class-bases.ts';
import { absentToken } from './dependencies.ts';
import type { Evaluator } from './evaluator.ts';
import { argumentOf, type Follow, given } from './known-call.ts';
import { lastPartOf } from './module-path.ts';
import { lastName } from './names.ts';
import { madeWith } from './objects.ts';
import { hasOwnMethod } from './own-methods.ts';
import { at, type Place, passing, placeOf } from './place.ts';
import { recordNames, recordOf } from './record-calls.ts';
import { enclosingClass } from './scopes.ts';
import { textsOf } from './texts.ts';
import { wrappedMapping } from './wrapped-mappings.ts';

/** `super()` stands for the class above the one it is written in. */
export const parentClass: Follow = (evaluator, place, call) => basesAround(evaluator, place, call.scope);

/** The bases of the class that a scope lies in. */
export function basesAround(
  evaluator: Evaluator,
  place: Place,
  inside: number,
): readonly Place[] | undefined {
  const scope = enclosingClass(place.module, inside);
  const owner = scope === undefined ? undefined : place.module.classes.get(scope);
  const bases = owner?.definition.bases.flatMap(base => evaluator.follow(at(place, base))) ?? [];
  return bases.length > 0 ? bases : undefined;
}

/**
 * `OwnModel.from_pretrained(path)`, `OwnModel(config).to(device)`: where a class of the repository has the method from a
 * library, an instance of the class.
 */
export const instance: Follow = (evaluator, place, { callee }) => {
  if (callee.kind !== 'member') return undefined;
  // Remembered: chains of such calls would be followed again and again.
  const made = evaluator
    .glance(callee.object, place.module)
    .filter(owner => owner.expression.kind === 'class' && !hasMember(evaluator, owner, callee.property));
  return made.length > 0
    ? made.map(({ expression, module }) => ({ ...place, expression, module }))
    : undefined;
};

/** What a call of a class makes: an instance, which the class stands for; of an enumeration the member that has the value. */
export function madeBy(evaluator: Evaluator, place: Place, call: Call, target: Place): readonly Place[] {
  const { expression, module } = target;
  const value = expression.kind === 'class' && isEnum(expression) ? given(call, 0, 'value') : undefined;
  if (!value) {
    return [
      madeWith(evaluator, { ...target, trail: place.trail }, call),
      ...recordIn(evaluator, place, call, target),
      ...wrappedMapping(evaluator, place, call, target),
    ];
  }
  const ends = evaluator.follow(at(place, value));
  if (ends.some(end => end.expression.kind === 'string'))
    return ends.map(end => (end.expression.kind === 'string' ? end : { ...end, expression, module }));
  // Of a value that only the run knows it may be any member.
  const any: Place = { ...passing(place, call.span), expression, module };
  return [any, ...evaluator.elements(any)];
}

/** `type("Args", (Base,), {"model": name})`: a class, which stands for its instances as the record of its attributes does. */
export const madeClass: Follow = (evaluator, place, { arguments: [name, bases, attributes] }) => {
  if (!name || !bases || !attributes) return undefined;
  const above = evaluator.elements(at(place, bases.value)).filter(isClass);
  return [...evaluator.follow(at(place, attributes.value)), ...above];
};

/** What an object holds that is filled by its keys or by the names of its fields: what its constructor is given. */
function recordIn(evaluator: Evaluator, place: Place, call: Call, target: Place): readonly Place[] {
  const isFilled = isRecordClass(evaluator, target) || isFilledUnseen(evaluator, call, target);
  return call.arguments.length > 0 && isFilled
    ? (recordOf(evaluator, { ...place, choices: target.choices }, call) ?? [])
    : [];
}

/** `fields(**settings)` of a class that was handed over: nobody who looks for the calls of the class by its name sees it. */
function isFilledUnseen(
  evaluator: Evaluator,
  { callee, arguments: given }: Call,
  { expression, module }: Place,
): boolean {
  if (expression.kind !== 'class' || given.every(({ name }) => name !== '**')) return false;
  const { name } = module.classes.get(expression.scope) ?? {};
  const isSeen = name === undefined || lastName(callee) === name;
  return !isSeen && !hasMember(evaluator, placeOf(expression, module), '__init__');
}

function isRecordClass(evaluator: Evaluator, owner: Place): boolean {
  return lineOf(evaluator, owner).some(({ expression: { bases } }) =>
    bases.some(base => recordNames.has(lastName(base) ?? '')),
  );
}

/** What the function that is given returns: `useMemo(() => "x")`. */
export const called: Follow = (evaluator, place, call) => {
  const made = given(call, 0);
  return made && evaluator.follow(at(place, { ...call, callee: made, arguments: [] }));
};

export const firstOrDefault = argumentOf('default');

/** pydantic's, which is a data class's `field` whose default may also stand first. */
export const modelField: Follow = (evaluator, place, call) =>
  factory(evaluator, place, call) ?? firstOrDefault(evaluator, place, call);

/** Modules that one call may import before nobody looks at all of them. */
const maxModules = 60;

/**
 * `importlib.import_module("pkg.names")`, and `import_module(f"pkg.{kind}")` for each kind that is given: those that are
 * files of the repository, of names that nobody wrote out.
 */
export function importedModule(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const name = given(call, 0, 'name');
  const around = given(call, 1, 'package');
  const whole = around ? evaluator.constant(at(place, around))?.value : undefined;
  const ends = name ? evaluator.follow(at(place, name)) : [];
  const found = ends.flatMap(end =>
    textsOf(evaluator, end).values.flatMap(({ text, isByName, isGuessed }) => {
      const module = typeof whole === 'string' ? inPackage(text, whole) : text;
      const isWritten = ends.length === 1 && end.expression.kind === 'string' && !isByName;
      if (!isWritten && evaluator.program.fileOf(module, place.module) === undefined) {
        // It may be there later.
        evaluator.program.notes.flag(absentToken(`${lastPartOf(module)}.py`));
        return [];
      }
      const imported = at(place, { kind: 'import', module, name: undefined, span: call.span });
      const { trail, choices } = end;
      return { ...imported, ...(isWritten ? {} : { trail, choices }), isByName: isByName || isGuessed };
    }),
  );
  return found.length > 0 ? evaluator.first(found, maxModules) : undefined;
}

/** `__import__("pkg.names", fromlist=["NAME"])`: without such a list it gives the package. */
export function importedFrom(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  return given(call, 3, 'fromlist') ? importedModule(evaluator, place, call) : undefined;
}

/** `..names` of the package `pkg.sub` is `pkg.names`. */
function inPackage(name: string, around: string): string {
  const [dots = ''] = /^\.*/.exec(name) ?? [];
  if (dots === '') return name;
  const parts = around.split('.');
  return [...parts.slice(0, Math.max(0, parts.length + 1 - dots.length)), name.slice(dots.length)].join('.');
}

/** `z.object({ model: z.string().default("x") }).parse(input)`: what the schema says. */
export function schemaOf(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const { callee } = call;
  if (callee.kind !== 'member' || hasOwnMethod(evaluator, place, callee)) return undefined;
  const schema = evaluator.follow(at(place, callee.object));
  return schema.some(({ expression }) => expression.kind === 'record') ? schema : undefined;
}

/** pydantic's `Settings.model_validate(record)`: what the record leaves out is as the class says. */
export function validated(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const { callee } = call;
  const record = given(call, 0, 'obj');
  const classes = callee.kind === 'member' ? evaluator.follow(at(place, callee.object)) : [];
  const own = classes.filter(({ expression }) => expression.kind === 'class');
  return record && own.length > 0 ? [...evaluator.follow(at(place, record)), ...own] : undefined;
}

/** `field(default="x")` and `field(default_factory=lambda: ["x"])`. */
export function factory(evaluator: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const value = call.arguments.find(({ name }) => name === 'default')?.value;
  if (value) return evaluator.follow(at(place, value));
  const made = call.arguments.find(({ name }) => name === 'default_factory')?.value;
  const targets = made ? evaluator.follow(at(place, made)) : [];
  const results = targets.flatMap(({ expression, ...rest }) => {
    if (expression.kind === 'class') return [{ ...rest, expression }];
    return expression.kind === 'function'
      ? expression.returns.flatMap(result => evaluator.follow({ ...rest, expression: result }))
      : [];
  });
  return results.length > 0 ? results : undefined;
}

/** `const [model, setModel] = useState("x")`. */
export function stateOf(_: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const first = given(call, 0);
  const { span } = call;
  if (!first) return undefined;
  const initial: Expression = first.kind === 'function' ? { ...call, callee: first, arguments: [] } : first;
  return [at(place, { kind: 'list', items: [initial, { kind: 'opaque', span }], span })];
}

/** `useRef("x").current`, `ref("x").value`. */
export function boxOf(_: Evaluator, place: Place, call: Call): readonly Place[] | undefined {
  const value = given(call, 0);
  const { span } = call;
  const entries = ['current', 'value'].map(
    (name): RecordEntry | undefined => value && { key: { kind: 'string', value: name, span }, value },
  );
  return [at(place, { kind: 'record', entries: entries.filter(entry => entry !== undefined), span })];
}
