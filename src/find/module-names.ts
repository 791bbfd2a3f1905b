import type { Call, Expression } from '../model/syntax.ts';
import { branching } from './choices.ts';
import type { Evaluator } from './evaluator.ts';
import { fitsPattern } from './glob.ts';
import { exported } from './imported-values.ts';
import { at, type Place, passing } from './place.ts';

/** Classes and functions of one module before nobody looks at all of them. */
const maxNames = 60;

/**
 * `getattr(models, kind + "Net")`: the classes and functions of a module of the repository that a name can mean of which
 * only the run knows all.
 */
export function namedLike(
  evaluator: Evaluator,
  place: Place,
  call: Call,
  keys: readonly Place[],
): readonly Place[] {
  const [object] = call.arguments;
  const patterns = keys.map(({ expression }) => patternOf(expression));
  const modules = object ? evaluator.follow(at(place, object.value)) : [];
  return modules.flatMap(({ expression, module: from }) => {
    if (expression.kind !== 'import' || expression.name !== undefined) return [];
    const module = evaluator.program.imported(expression.module, from);
    const all = [...(module?.bindings[0]?.entries() ?? [])];
    const meant = all.filter(([name]) => patterns.some(pattern => fitsPattern(name, pattern)));
    if (!module || meant.length > maxNames) return [];
    return meant.flatMap(([name, [binding]]) => {
      const there = passing(place, call.span);
      const values = binding ? (exported(evaluator, there, module, name) ?? []) : [];
      return values
        .filter(value => value.expression.kind === 'class' || value.expression.kind === 'function')
        .map(value => branching(value, call.span, binding?.span ?? value));
    });
  });
}

/** What a text looks like, as far as its parts are written out: no name has a slash. */
function patternOf(expression: Expression): string {
  const parts = expression.kind === 'concat' ? expression.parts : [expression];
  return parts
    .map(part => (part.kind !== 'string' ? '*' : /^\w*$/.test(part.value) ? part.value : '/'))
    .join('');
}
