import type { Call, Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';

/** The calls of SageMaker that start a script, and the keywords of its words. */
const jobs = { run: 'arguments', ProcessingStep: 'job_arguments' };

/** The command lines of the jobs that a file has SageMaker run: `processor.run(code="prepare.py", arguments=[…])`. */
export function jobCommands({ facts, calls }: Module): readonly Expression[] {
  if (!facts.imports.some(name => /^sagemaker(\.|$)/.test(name))) return [];
  return Object.entries(jobs).flatMap(([name, keyword]) =>
    (calls.get(name) ?? []).flatMap(call => commandOf(call, keyword) ?? []),
  );
}

/** As a list of words, as if Python were started with the script; its folder is a keyword of its own. */
function commandOf(call: Call, keyword: string): Expression | undefined {
  const [code, folder, words] = ['code', 'source_dir', keyword].map(
    key => call.arguments.find(({ name }) => name === key)?.value,
  );
  if (!code || !words) return undefined;
  const { span } = call;
  const text = (value: string): Expression => ({ kind: 'string', value, span });
  const script: Expression = folder ? { kind: 'concat', parts: [folder, text('/'), code], span } : code;
  return { kind: 'list', items: [text('python'), script, { kind: 'element', of: words, span }], span };
}
