import type { Call, Expression } from '../model/syntax.ts';
import { lastName } from './names.ts';

/**
 * Ray's and Celery's `f.remote(x)`, `actor.load.remote(x)`, `task.delay(x)`, `Deployment.bind(name=x)` call what stands
 * before them elsewhere.
 */
export function remoteCall(call: Call): Call | undefined {
  const { callee, arguments: given } = call;
  if (callee.kind !== 'member' || !/^(remote|delay|bind)$/.test(callee.property) || isRemote(callee))
    return undefined;
  // A socket is bound to an address, a function of JavaScript to its object.
  if (callee.property === 'bind' && given.every(({ name }) => name === undefined)) return undefined;
  const { object } = callee;
  const target = remotelyRun(object) ?? asRemote(object) ?? configured(object) ?? object;
  return isNamed(target) ? { ...call, callee: target } : undefined;
}

/** The class or function of `ray.remote(Net)` and `ray.remote(num_gpus=1)(Net)`, also with `.options(…)` behind it. */
export function remotelyRun(value: Expression): Expression | undefined {
  if (value.kind !== 'call') return undefined;
  const { callee, arguments: given } = value;
  const [first] = given;
  const isOfArgument = isRemote(callee) || (callee.kind === 'call' && isRemote(callee.callee));
  if (isOfArgument)
    return first?.name === undefined && first && isNamed(first.value) ? first.value : undefined;
  const before = configured(value);
  return before && remotelyRun(before);
}

/** `Net` of `Net.as_remote()`, as classes offer it that make themselves run elsewhere. */
function asRemote(value: Expression): Expression | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  const { property, object } = value.callee;
  return /^(as|to|make)_remote$/.test(property) && isNamed(object) ? object : undefined;
}

/** The same of what calls it elsewhere: `ray.remote(load).remote`. */
export function startedRemotely(value: Expression): Expression | undefined {
  return value.kind === 'member' && value.property === 'remote' ? remotelyRun(value.object) : undefined;
}

/** `Net` of `Net.options(num_gpus=1)`. */
function configured(value: Expression): Expression | undefined {
  if (value.kind !== 'call' || value.callee.kind !== 'member') return undefined;
  return value.callee.property === 'options' ? value.callee.object : undefined;
}

/** `ray.remote`, which makes something run elsewhere and does not yet run it. */
function isRemote(callee: Expression): boolean {
  return callee.kind === 'member' && callee.property === 'remote' && lastName(callee.object) === 'ray';
}

function isNamed({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'member';
}
