import { plainSpan } from '../model/source.ts';
import type { Expression, StringLiteral } from '../model/syntax.ts';
import type { Evaluator } from './evaluator.ts';
import { formatParts } from './format.ts';
import { type Follow, given } from './known-call.ts';
import { at, type Place, unknown } from './place.ts';

/** `os.path.join(a, b)` and `"/".join(parts)`. */
export const join: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  if (callee.kind !== 'member') return undefined;
  const { object } = callee;
  const isPath =
    object.kind === 'name' ? object.name === 'path' || object.name === 'osp' : object.kind === 'member';
  if (isPath) {
    const pieces = call.arguments.map(one => one.value);
    return [at(place, { kind: 'concat', parts: pathParts(evaluator, at(place, call), pieces), span })];
  }
  const argument = call.arguments[0]?.value;
  const isScript = place.module.facts.language === 'ecmascript';
  // `"/".join(parts)` of Python, `parts.join("/")` of JavaScript.
  const [list, by] = isScript ? [object, argument] : [argument, object];
  const separator = by && evaluator.constant(at(place, by))?.value;
  if (typeof separator !== 'string' || !list) return undefined;
  return evaluator.follow(at(place, list)).map(end => {
    const { expression } = end;
    if (expression.kind === 'each' && /^\s+$/.test(separator)) {
      // However many words a loop makes, each has a blank behind it.
      const blank = { kind: 'string', value: separator, span } as const;
      return at(end, { kind: 'concat', parts: [expression.item, blank], span });
    }
    if (expression.kind !== 'list') return unknown(place);
    return at(end, { kind: 'concat', parts: interleaved(expression.items, separator, span), span });
  });
};

/** The pieces of a path with the separators between them: none stands behind nothing, or behind another one. */
function pathParts(evaluator: Evaluator, place: Place, pieces: readonly Expression[]): readonly Expression[] {
  const { span } = place.expression;
  return pieces.flatMap((piece, index): readonly Expression[] => {
    if (index === pieces.length - 1) return [piece];
    const { kind } = piece;
    const isPlain = kind === 'string' || kind === 'name';
    const text = isPlain ? evaluator.constant(at(place, piece))?.value : undefined;
    if (text === '') return [];
    const isOpen = typeof text === 'string' && text.endsWith('/');
    return isOpen ? [piece] : [piece, { kind: 'string', value: '/', span }];
  });
}

function interleaved(
  parts: readonly Expression[],
  separator: string,
  span: Expression['span'],
): readonly Expression[] {
  return parts.flatMap((part, index): readonly Expression[] =>
    index === 0 ? [part] : [{ kind: 'string', value: separator, span }, part],
  );
}

/** `"{}/{name}".format(a, name=b)` and `"%s/%s" % (a, b)`. */
export const format: Follow = (evaluator, place, call) => {
  const { callee, span } = call;
  if (callee.kind !== 'member') return undefined;
  return evaluator.follow(at(place, callee.object)).map(({ expression }) => {
    const template = wholeText(expression);
    const parts = template === undefined ? undefined : formatParts(template, call, span);
    return parts ? at(place, { kind: 'concat', parts, span }) : unknown(place);
  });
};

/** A text as it is written, in one piece or in several side by side. */
function wholeText(expression: Expression): string | undefined {
  if (expression.kind === 'string') return expression.value;
  if (expression.kind !== 'concat') return undefined;
  const texts = expression.parts.map(wholeText);
  return texts.includes(undefined) ? undefined : texts.join('');
}

/** A text changed by a method that needs no more than the text. */
export function changed(change: (text: string) => string): Follow {
  return (evaluator, place, call) => {
    if (call.callee.kind !== 'member' || call.arguments.length > 0) return undefined;
    return evaluator.follow(at(place, call.callee.object)).map(end => {
      const { expression } = end;
      return expression.kind === 'string'
        ? at(end, { ...expression, value: change(expression.value) })
        : unknown(end);
    });
  };
}

/** `os.path.basename(name)` of a name that is no path. The last piece of a path is a folder's name, and no id. */
export const basename: Follow = (evaluator, place, call) => {
  const path = given(call, 0, 'p');
  if (!path) return undefined;
  return evaluator.follow(at(place, path)).map(end => {
    const { expression } = end;
    return expression.kind === 'string' && !/[/\\]/.test(expression.value) ? end : unknown(end);
  });
};

/** `text.split(":")`: its pieces, each where it is written. The last piece of a path is a folder's name, and no id. */
export const split: Follow = (evaluator, place, call) => {
  const by = given(call, 0, 'sep');
  const separator = by && evaluator.constant(at(place, by))?.value;
  if (call.callee.kind !== 'member' || typeof separator !== 'string' || /^[/\\]?$/.test(separator))
    return undefined;
  return evaluator.follow(at(place, call.callee.object)).map(end => {
    const { expression } = end;
    return expression.kind === 'string'
      ? at(end, { kind: 'list', items: pieces(expression, separator), span: expression.span })
      : unknown(end);
  });
};

function pieces({ value, span }: StringLiteral, separator: string): readonly StringLiteral[] {
  const isPlain =
    span.start.line === span.end.line && span.end.character - span.start.character === value.length;
  let offset = span.start.character;
  return value.split(separator).map(text => {
    const start = { line: span.start.line, character: offset };
    const end = { line: span.start.line, character: offset + text.length };
    offset += text.length + separator.length;
    return { kind: 'string', value: text, span: isPlain ? { ...plainSpan(span), start, end } : span };
  });
}

/** `"org/".concat("model")`, `["a"].concat(["b"])`. */
export const concatenated: Follow = (_, place, call) => {
  if (call.callee.kind !== 'member') return undefined;
  const parts = [call.callee.object, ...call.arguments.map(({ value }) => value)];
  return [at(place, { kind: 'concat', parts, span: call.span })];
};
