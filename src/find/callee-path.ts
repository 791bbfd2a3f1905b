import type { Expression, Language } from '../model/syntax.ts';
import { type Evaluator, isSelf } from './evaluator.ts';

/** What a callee is, seen from the module it was imported from: `transformers`, `['AutoModel', 'from_pretrained']`. */
export interface CalleePath {
  /** The import root: `sentence_transformers` for anything below it. Empty for the repository's own modules. */
  readonly root: string;
  /** Names from the root down; `()` stands for the result of a call. */
  readonly names: readonly string[];
}

const maxHops = 12;

/** Where a callee comes from; undefined when that cannot be traced. */
export function calleePath(
  expression: Expression,
  evaluator: Evaluator,
  language: Language,
  hops = 0,
): CalleePath | undefined {
  if (hops > maxHops) return undefined;
  const next = (inner: Expression): CalleePath | undefined =>
    calleePath(inner, evaluator, language, hops + 1);
  switch (expression.kind) {
    case 'import':
      return importPath(expression.module, expression.name, language);
    case 'member':
      return (
        attributePath(expression, evaluator, language, hops) ??
        extended(next(expression.object), expression.property)
      );
    case 'call':
      return isSuper(expression.callee)
        ? classPath(expression.scope, evaluator, next)
        : extended(next(expression.callee), '()');
    case 'class':
      return basePath(expression.bases, next);
    case 'choice':
      return firstPath(expression.options, next);
    case 'name':
      return namePath(expression, evaluator, next);
    default:
      return undefined;
  }
}

/** What an attribute was set to says more than the classes its own class inherits from: `self.client.chat(…)`. */
function attributePath(
  member: Extract<Expression, { kind: 'member' }>,
  evaluator: Evaluator,
  language: Language,
  hops: number,
): CalleePath | undefined {
  if (member.object.kind !== 'name' || !isSelf(member.object.name)) return undefined;
  const values = evaluator
    .follow(member)
    .flatMap(({ expression }) =>
      expression.kind === 'call' || expression.kind === 'import' ? expression : [],
    );
  // Each may lead to other attributes: few steps must do.
  return firstPath(values, value => calleePath(value, evaluator, language, hops + maxHops / 4));
}

type Next = (expression: Expression) => CalleePath | undefined;

function namePath(
  name: Extract<Expression, { kind: 'name' }>,
  evaluator: Evaluator,
  next: Next,
): CalleePath | undefined {
  if (isSelf(name.name)) return classPath(name.scope, evaluator, next);
  const values = evaluator.bindingsOf(name)?.flatMap(binding => binding.value ?? []) ?? [];
  return firstPath(values.toReversed(), next);
}

function classPath(scope: number, evaluator: Evaluator, next: Next): CalleePath | undefined {
  const owner = evaluator.enclosingClass(scope);
  return owner === undefined ? undefined : basePath(evaluator.basesOf(owner), next);
}

/** A mixin says more about where a class loads from than the class it is mixed into: `nn.Module, PyTorchModelHubMixin`. */
function basePath(bases: readonly Expression[], next: Next): CalleePath | undefined {
  const paths = bases.flatMap(base => next(base) ?? []);
  return paths.find(path => path.names.at(-1)?.endsWith('Mixin') === true) ?? paths[0];
}

function firstPath(expressions: readonly Expression[], next: Next): CalleePath | undefined {
  for (const expression of expressions) {
    const path = next(expression);
    if (path) return path;
  }
  return undefined;
}

function extended(path: CalleePath | undefined, name: string): CalleePath | undefined {
  return path && { root: path.root, names: [...path.names, name] };
}

function isSuper(callee: Expression): boolean {
  return callee.kind === 'name' && callee.name === 'super';
}

function importPath(module: string, name: string | undefined, language: Language): CalleePath {
  const own = name === undefined ? [] : [name];
  if (language === 'ecmascript') return { root: packageName(module), names: own };
  if (module.startsWith('.')) return { root: '', names: own };
  const [root = '', ...below] = module.split('.');
  return { root, names: [...below, ...own] };
}

/** `@huggingface/transformers` from a bare import, a subpath, or the address of a script server with a version. */
export function packageName(module: string): string {
  if (module.startsWith('.')) return '';
  const path = module.replace(/^(https?:\/\/[^/]+\/(npm\/)?(v\d+\/)?|npm:)/, '');
  const [, name] = /^(@[\w.-]+\/[\w.-]+|[\w.-]+(?::\w+)?)(?:@[^/]+)?(?:\/|$)/.exec(path) ?? [];
  return name ?? path;
}
