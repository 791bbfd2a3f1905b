import type { Expression } from '../model/syntax.ts';

/** `args.model` as written; undefined for anything but names and their parts. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'member') return undefined;
  const object = dottedName(expression.object);
  return object && `${object}.${expression.property}`;
}

/** `from_pretrained` for `AutoModel.from_pretrained`. */
export function lastName(callee: Expression): string | undefined {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'name' ? callee.name : undefined;
}

/** What a member starts with: `args` of `args.model.name`; anything else by itself. */
export function rootOf(expression: Expression): Expression {
  return expression.kind === 'member' ? rootOf(expression.object) : expression;
}

/** The same where it is a name. */
export function rootName(expression: Expression): Extract<Expression, { kind: 'name' }> | undefined {
  const root = rootOf(expression);
  return root.kind === 'name' ? root : undefined;
}

const outputNames =
  /^((output|out|save|saved|saving|log|logging|export|cache|work)_?path|(output|out|save|saved|saving|log|logging|export|cache|work|checkpoint|ckpt)_?(dir|folder|directory))$/i;

/** What objects call a class that they hold: `self.model_class(name)`. */
export const heldClass = /(_cls|_class|Class)$/;

/** Whether a name says where a program writes to: what it wrote itself is no published model. */
export function isOutputName(name: string): boolean {
  return outputNames.test(name);
}

/** Whether a name stands for the object whose class the code is in. */
export function isSelf(name: string): boolean {
  return name === 'self' || name === 'cls' || name === 'this';
}

/** Whether a name asks for a kind of model: `--model_type gpt2` means the architecture, not the model of that name. */
export function isKindName(name: string): boolean {
  return /^-*(?:\w+[-_.])?(?:type|arch|architecture|family)$/i.test(name);
}

const argumentNames =
  /(^|\.)(args?|opts?|options|flags|FLAGS|hparams|params|cfg|conf|config|arguments|[a-z_]*_args)$/;

/** Whether programs give such a name to what their command line said. */
export function isArgumentName(name: string): boolean {
  return argumentNames.test(name);
}

const settings =
  /(Config|Configuration|Args|Arguments|Settings|Options|Params|Parameters|Constants?|Defaults?)$/;

/** Whether a class of this name holds settings: `TrainingArguments`. */
export function isSettingsName(name: string): boolean {
  return settings.test(name);
}

/** The text that an expression is as it is written. */
export function textOf(expression: Expression | undefined): string | undefined {
  return expression?.kind === 'string' ? expression.value : undefined;
}
