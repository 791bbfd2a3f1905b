import { type GivenWord, givenWords, textAt, wordsAt } from '../loaders/commands/command-words.ts';
import { readInvocation } from '../loaders/commands/invocation.ts';
import type { CommandTarget, Tool } from '../loaders/commands/tool.ts';
import { huggingFace } from '../loaders/loader.ts';
import { unknownText } from '../model/command.ts';
import type { ModelReference } from '../model/reference.ts';
import type { Call, Expression } from '../model/syntax.ts';
import { bindingsOf } from './bindings.ts';
import { valueFrom, type Written, writtenWords } from './code-commands.ts';
import { type CodeWord, wordsOf } from './code-words.ts';
import { contextOf } from './context.ts';
import { isDoubtful } from './doubts.ts';
import type { Evaluator } from './evaluator.ts';
import { given } from './known-call.ts';
import type { Module } from './module.ts';
import { dottedName } from './names.ts';
import { at, placeOf, rangeIn, spanWithin } from './place.ts';
import type { TextValue } from './texts.ts';

/** Functions of Python's own library that run a command line. */
const runners = [
  'system',
  'popen',
  'run',
  'call',
  'Popen',
  'check_call',
  'check_output',
  'getoutput',
  'getstatusoutput',
];
const libraries = /^(os|subprocess|sp)$/;
/** The call by which Vertex AI is told of a container, and what that runs: a command, and more words for it. */
const upload = 'upload';
const containerWords = ['serving_container_command', 'serving_container_args'];

/** The models that command lines in code have tools fetch or serve: `subprocess.run(["vllm", "serve", name])`. */
export function toolReferences(module: Module, evaluator: Evaluator): readonly ModelReference[] {
  if (module.facts.language !== 'python') return [];
  const run = runners
    .flatMap(name => module.calls.get(name) ?? [])
    .filter(call => isOfLibrary(call, module, evaluator))
    .map(call => [call, given(call, 0, 'args', 'command', 'cmd')] as const);
  const uploaded = (module.calls.get(upload) ?? []).map(call => [call, containerCommand(call)] as const);
  return [...run, ...uploaded].flatMap(([call, command]) =>
    command ? modelsOf(call, command, module, evaluator) : [],
  );
}

function containerCommand({ arguments: all, span }: Call): Expression | undefined {
  const parts = containerWords.flatMap(word => all.find(({ name }) => name === word)?.value ?? []);
  return parts.length === containerWords.length ? { kind: 'concat', parts, span } : undefined;
}

function isOfLibrary({ callee }: Call, module: Module, evaluator: Evaluator): boolean {
  if (callee.kind === 'member') return libraries.test(dottedName(callee.object) ?? '');
  if (callee.kind !== 'name') return false;
  const bound = bindingsOf(evaluator, callee, module) ?? [];
  return bound.some(
    ({ binding: { value } }) => value?.kind === 'import' && /^(os|subprocess)$/.test(value.module),
  );
}

function modelsOf(
  call: Call,
  command: Expression,
  module: Module,
  evaluator: Evaluator,
): readonly ModelReference[] {
  evaluator.steps.startQuestion();
  const written = writtenWords(withProgram(evaluator, wordsOf(evaluator, placeOf(command, module))));
  const invocation = readInvocation(programWords([...written.keys()]), undefined);
  if (invocation?.kind !== 'tool') return [];
  const { tool, rest } = invocation;
  const { id } = tool;
  if (id === 'every') return [];
  const words = givenWords(rest, tool.switches);
  if (tool.unless?.values.includes(textAt(words, tool.unless.option) ?? '') === true) return [];
  return wordsAt(words, id).flatMap(word =>
    namesIn(word, written, tool, evaluator).flatMap(name => reference(name, tool, call, module, evaluator)),
  );
}

/** `python = sys.executable`: the program that a name stands for. */
function withProgram(evaluator: Evaluator, words: readonly CodeWord[]): readonly CodeWord[] {
  const [[first, ...others] = [], ...rest] = words;
  if (first?.expression.kind !== 'name' || others.length > 0) return words;
  const program = evaluator
    .follow(first)
    .find(({ expression }) => expression.kind === 'import' && expression.name === 'executable');
  return program
    ? [[at(first, { kind: 'string', value: 'python', span: first.expression.span })], ...rest]
    : words;
}

/** The words without the variables that are set in front of them. */
function programWords<W extends { readonly text: string | undefined }>(words: readonly W[]): readonly W[] {
  const start = words.findIndex(({ text }) => text === undefined || !/^\w+=/.test(text));
  return words.slice(Math.max(0, start));
}

/** A text that names a model to a tool. */
interface ToolName {
  readonly value: TextValue;
  readonly target: CommandTarget;
}

/** What a word names: where it is put into other text, `pretrained={name},dtype=auto`, the part that is put in. */
function namesIn(
  { word, from }: GivenWord,
  written: Written,
  { interpret = huggingFace }: Tool,
  evaluator: Evaluator,
): readonly ToolName[] {
  const pieces = written.get(word) ?? [];
  const texts = pieces.map(({ expression }) =>
    expression.kind === 'string' ? expression.value : unknownText,
  );
  const put = pieces.length < 2 ? [] : pieces.filter(({ expression }) => expression.kind !== 'string');
  const inner = put.flatMap(piece => {
    const index = pieces.indexOf(piece);
    const before = texts.slice(0, index).join('').slice(from);
    const after = texts.slice(index + 1).join('');
    return evaluator.text(piece).values.flatMap((value): readonly ToolName[] => {
      const target = interpret(before + value.text + after);
      const [start, end] = target?.at ?? [0, -1];
      const isWhole = start === before.length && end === before.length + value.text.length;
      return target && isWhole ? [{ value, target: { ...target, at: [0, value.text.length] } }] : [];
    });
  });
  if (inner.length > 0) return inner;
  const whole = valueFrom(pieces, from);
  return (whole ? evaluator.text(whole).values : []).flatMap(value => {
    const target = interpret(value.text);
    return target ? { value, target } : [];
  });
}

function reference(
  { value, target }: ToolName,
  { name }: Tool,
  call: Call,
  module: Module,
  evaluator: Evaluator,
): readonly ModelReference[] {
  const { text, trail, isLocal = false } = value;
  const { program } = evaluator;
  if (isLocal || program.hasPath(text, module.file)) return [];
  const [start, end] = target.at ?? [0, text.length];
  const range = { ...value.range, ...spanWithin(value.range, text, start, end - start) };
  return [
    {
      hub: target.hub,
      id: text.slice(start, end),
      target: target.target,
      revision: { kind: target.hub === 'huggingface' ? 'none' : 'unsupported' },
      evidence: 'loaded',
      loader: name,
      range,
      call: rangeIn(module, call.span),
      trail,
      context: contextOf(range.file),
      options: {},
      weights: 'pytorch',
      isTentative: isDoubtful(value, target, undefined) || program.commands.isOutput(text),
    },
  ];
}
