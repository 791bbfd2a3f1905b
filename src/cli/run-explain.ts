import { isHubId } from '../model/hub-id.ts';
import { writeExplanation } from '../report/explain.ts';
import type { ExplainArguments } from './arguments.ts';
import { ExpectedError } from './expected-error.ts';
import { openSession } from './open-session.ts';
import { chooseTarget } from './target.ts';

/** Tells what a model's licenses mean for the project, and gives the exit code: 2 where nothing is known of the model. */
export async function runExplain(options: ExplainArguments, signal: AbortSignal): Promise<number> {
  const { model, use } = options;
  if (!isHubId(model)) throw new ExpectedError(`${model.slice(0, 100)}: no id of a model`);
  const { root } = await chooseTarget([], options.root);
  const session = await openSession(root, options, use === undefined ? {} : { use });
  const explanation = await session.explain(model, signal);
  signal.throwIfAborted();
  process.stdout.write([...writeExplanation(explanation)].join(''));
  return explanation.judgment === undefined ? 2 : 0;
}
