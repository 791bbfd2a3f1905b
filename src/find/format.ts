import type { Call, Expression } from '../model/syntax.ts';
import { entryUnder } from './entries.ts';

const maxPieces = 64;

/** The pieces of a format's result: its own texts, and the arguments in their places; undefined where it cannot be read. */
export function formatParts(
  template: string,
  call: Call,
  span: Expression['span'],
): readonly Expression[] | undefined {
  const isPercent = call.callee.kind === 'member' && call.callee.property === '__mod__';
  return isPercent ? percentParts(template, call, span) : braceParts(template, call, span);
}

function braceParts(
  template: string,
  call: Call,
  span: Expression['span'],
): readonly Expression[] | undefined {
  const positional = call.arguments.filter(({ name }) => name === undefined);
  let next = 0;
  return pieces(template, /\{\{|\}\}|\{(\w*)\}/g, span, (whole, name) => {
    if (name === undefined) return { kind: 'string', value: whole.slice(0, 1), span };
    if (name === '') return positional[next++]?.value;
    if (/^\d+$/.test(name)) return positional[Number(name)]?.value;
    return call.arguments.find(argument => argument.name === name)?.value;
  });
}

function percentParts(
  template: string,
  call: Call,
  span: Expression['span'],
): readonly Expression[] | undefined {
  const values = call.arguments[0]?.value;
  if (!values) return undefined;
  const items = values.kind === 'list' ? values.items : [values];
  let next = 0;
  return pieces(template, /%%|%(?:\((\w+)\))?[sd]/g, span, (whole, name) => {
    if (whole === '%%') return { kind: 'string', value: '%', span };
    return name === undefined ? items[next++] : entryUnder(values, name, span);
  });
}

function pieces(
  template: string,
  pattern: RegExp,
  span: Expression['span'],
  replace: (whole: string, name: string | undefined) => Expression | undefined,
): readonly Expression[] | undefined {
  const parts: Expression[] = [];
  let end = 0;
  for (const match of template.matchAll(pattern)) {
    const part = replace(match[0], match[1]);
    if (!part || parts.length > maxPieces) return undefined;
    parts.push({ kind: 'string', value: template.slice(end, match.index), span }, part);
    end = match.index + match[0].length;
  }
  parts.push({ kind: 'string', value: template.slice(end), span });
  return parts;
}
