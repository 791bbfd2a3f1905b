import type { Call, Expression } from '../model/syntax.ts';
import type { Module } from './module.ts';
import { spanWithin } from './place.ts';

/** The keywords under which a call that has a service start a script has the parts of the command line. */
type JobKeywords =
  | { readonly script: string; readonly folder: string; readonly words: string }
  | { readonly script: string; readonly folder: string; readonly flags: string }
  | { readonly command: string; readonly folder: string; readonly inputs: string };

/** SageMaker gives a script the parameters of its training as flags. */
const estimator = { script: 'entry_point', folder: 'source_dir', flags: 'hyperparameters' };
const estimators = ['Estimator', 'HuggingFace', 'MXNet', 'PyTorch', 'SKLearn', 'TensorFlow', 'XGBoost'];
const azureScript = { script: 'script', folder: 'source_directory', words: 'arguments' };
const azureCommand = { command: 'command', folder: 'code', inputs: 'inputs' };

/** By what the library of a service is imported as, the calls by which it starts scripts: SageMaker's, Azure's old and new ones. */
const services: readonly (readonly [RegExp, Readonly<Record<string, JobKeywords>>])[] = [
  [
    /^sagemaker(\.|$)/,
    {
      run: { script: 'code', folder: 'source_dir', words: 'arguments' },
      ProcessingStep: { script: 'code', folder: 'source_dir', words: 'job_arguments' },
      ...Object.fromEntries(estimators.map(name => [name, estimator])),
    },
  ],
  [
    /^azureml(\.|$)/,
    { ScriptRunConfig: azureScript, PythonScriptStep: { ...azureScript, script: 'script_name' } },
  ],
  [
    /^azure\.ai\.ml(\.|$)/,
    { command: azureCommand, CommandJob: azureCommand, CommandComponent: azureCommand },
  ],
];

type Text = Extract<Expression, { kind: 'string' | 'concat' }>;

/** A command line of a job, and the text that writes it where one does. */
export interface JobCommand {
  readonly command: Expression;
  readonly text?: Expression;
}

/** The command lines of the jobs that a file has a service run: `processor.run(code="prepare.py", arguments=[…])`. */
export function jobCommands({ facts, calls }: Module): readonly JobCommand[] {
  return services
    .filter(([library]) => facts.imports.some(name => library.test(name)))
    .flatMap(([, jobs]) => Object.entries(jobs))
    .flatMap(([name, keywords]) => (calls.get(name) ?? []).flatMap(call => commandOf(call, keywords) ?? []));
}

function commandOf(call: Call, keywords: JobKeywords): JobCommand | undefined {
  const given = (key: string) => call.arguments.find(({ name }) => name === key)?.value;
  const folder = given(keywords.folder);
  if ('script' in keywords) {
    const script = given(keywords.script);
    const written = given('words' in keywords ? keywords.words : keywords.flags);
    if (!script || !written) return undefined;
    const words = 'words' in keywords ? written : flagsOf(written, call);
    return { command: wordsOfJob(call, script, folder, words) };
  }
  const text = given(keywords.command);
  if (text?.kind !== 'string' && text?.kind !== 'concat') return undefined;
  return { command: textOfJob(text, folder, given(keywords.inputs)), text };
}

/** A list of words, as if Python were started with the script; its folder is a keyword of its own. */
function wordsOfJob(
  { span }: Call,
  script: Expression,
  folder: Expression | undefined,
  words: Expression,
): Expression {
  const python: Expression = { kind: 'string', value: 'python', span };
  const path: Expression = folder ? { kind: 'concat', parts: [...inFolder(folder), script], span } : script;
  return { kind: 'list', items: [python, path, { kind: 'element', of: words, span }], span };
}

/** `[f"--{key}={value}" for key, value in parameters.items()]`. */
function flagsOf(parameters: Expression, { span, scope }: Call): Expression {
  const callee = { kind: 'member', object: parameters, property: 'items', span } as const;
  const object: Expression = {
    kind: 'element',
    of: { kind: 'call', callee, arguments: [], span, scope },
    span,
  };
  const part = (value: number): Expression => ({
    kind: 'index',
    object,
    index: { kind: 'literal', value, span },
    span,
  });
  const text = (value: string): Expression => ({ kind: 'string', value, span });
  return {
    kind: 'each',
    item: { kind: 'concat', parts: [text('--'), part(0), text('='), part(1)], span },
    span,
  };
}

/** The text of a command, with the folder in front of its script and what the inputs are in the place of their names. */
function textOfJob(text: Text, folder: Expression | undefined, inputs: Expression | undefined): Expression {
  const pieces = (text.kind === 'concat' ? text.parts : [text]).flatMap(cut);
  const script = pieces.find(piece => piece.kind === 'string' && piece.value.endsWith('.py'));
  const parts = pieces.flatMap(piece =>
    folder && piece === script ? [...inFolder(folder), piece] : inputOf(piece, inputs),
  );
  return { kind: 'concat', parts, span: text.span };
}

/** Scripts, and the places of inputs. */
const marked = /((?<![\w./-])[\w./-]{1,200}\.py(?![\w.])|\$\{\{\s*inputs\.\w+\s*\}\})/;
const inputName = /^\$\{\{\s*inputs\.(\w+)\s*\}\}$/;

/** A text in pieces, so that what is marked in it stands by itself. */
function cut(piece: Expression): readonly Expression[] {
  if (piece.kind !== 'string') return [piece];
  const { value, span } = piece;
  let start = 0;
  return value.split(marked).flatMap(part => {
    const within = spanWithin(span, value, start, part.length);
    start += part.length;
    return part === '' ? [] : { kind: 'string', value: part, span: within };
  });
}

function inputOf(piece: Expression, inputs: Expression | undefined): Expression {
  const [, value] = (piece.kind === 'string' && inputName.exec(piece.value)) || [];
  const { span } = piece;
  return inputs && value !== undefined
    ? { kind: 'index', object: inputs, index: { kind: 'string', value, span }, span }
    : piece;
}

function inFolder(folder: Expression): readonly Expression[] {
  return [folder, { kind: 'string', value: '/', span: folder.span }];
}
