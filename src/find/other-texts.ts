import type { Span } from '../model/source.ts';
import type { Argument, Call, SyntaxFacts } from '../model/syntax.ts';
import { hostedTexts, ownText } from './hosted-calls.ts';
import { isKindName, lastName } from './names.ts';
import { otherTables } from './other-tables.ts';

const takesDataSet =
  /^(load_dataset|load_metric|load_dataset_builder|get_dataset_config_names|get_dataset_split_names)$/;
const writes =
  /^(push_to_hub|save_to_hub|create_repo|upload_folder|upload_file|delete_repo|push_to_hub_keras|push_to_hub_fastai|save_pretrained|to_disk)$/;
const outputs =
  /^(hub_model_id|hub_repo_id|push_to_hub_model_id|dataset|dataset_name|datasets|output_dir|output_path)$/;
/** What people read: messages, and the names of tests. */
const says = /^(print|log|debug|info|warn|warning|error|exception|critical|describe|suite|it|test|each)$/;
/** Examples for the documentation of a class of transformers. */
const documents = /^add_(\w+_)?docstrings?$/;
/** What looks for letters in a text. Of their arguments only an id with an owner names something. */
const seeks =
  /^(startswith|endswith|startsWith|endsWith|includes|indexOf|removeprefix|removesuffix|replace)$/;
/** Arguments that people read, and names that only a service understands. */
const words = /^(help|desc|description|label|title|ids|api_name)$/;

/** Where a file's texts name something else than a model that it uses or offers. */
export function otherTexts(facts: SyntaxFacts): readonly Span[] {
  return [...facts.calls.flatMap(otherArguments), ...otherTables(facts), ...hostedTexts(facts)];
}

/** Where a call's texts name something else than a model in use: a data set, a repository that it writes to, a message. */
function otherArguments(call: Call): readonly Span[] {
  const name = lastName(call.callee) ?? '';
  // `test.each(cases)("name", …)`: of the two calls only the second one says something.
  const saying =
    call.callee.kind === 'call' ? lastName(call.callee.callee) : name === 'each' ? undefined : name;
  if (isOfOther(call) || documents.test(name)) return call.arguments.flatMap(ownText);
  return call.arguments.flatMap(argument => {
    const isOther =
      argument.name === undefined
        ? argument.value.kind === 'string' &&
          (says.test(saying ?? '') || (seeks.test(name) && !argument.value.value.includes('/')))
        : isOutput(argument.name) ||
          words.test(argument.name) ||
          (name === 'param' && argument.name === 'id') ||
          isKind(call, argument);
    return isOther ? ownText(argument) : [];
  });
}

/** `Model(model_type="gpt2")` and the default of `--model-type`: an architecture, where no owner stands before it. */
function isKind({ arguments: given }: Call, { name = '', value }: Argument): boolean {
  if (value.kind !== 'string' || value.value.includes('/')) return false;
  const flag = name === 'default' ? given[0]?.value : undefined;
  return isKindName(flag?.kind === 'string' ? flag.value : name);
}

/** A call that takes a data set or writes to a repository. */
export function isOfOther({ callee, arguments: given }: Call): boolean {
  const name = lastName(callee) ?? '';
  const isDataSet = given.some(
    argument =>
      argument.name === 'repo_type' && argument.value.kind === 'string' && argument.value.value !== 'model',
  );
  return isDataSet || takesDataSet.test(name) || writes.test(name);
}

/** A keyword that names where something is written to, or a data set. */
export function isOutput(name: string | undefined): boolean {
  return name !== undefined && outputs.test(name);
}
