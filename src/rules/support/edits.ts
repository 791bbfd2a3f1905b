import type { Edit, Fix } from '../../model/finding.ts';
import type { ModelReference, OptionValue } from '../../model/reference.ts';
import type { SourceRange } from '../../model/source.ts';

/** Whether a range holds exactly this text as far as its length tells; a value put together from parts does not. */
function canHold(range: SourceRange, text: string): boolean {
  return range.start.line === range.end.line && range.end.character - range.start.character === text.length;
}

/** Writes another id where this one stands; nothing where no literal holds the id as a whole. */
export function replaceId(reference: ModelReference, id: string, isPreferred: boolean): readonly Fix[] {
  if (reference.id === undefined || !canHold(reference.range, reference.id)) return [];
  const edits: readonly Edit[] = [{ range: reference.range, text: id }];
  return [{ title: `Replace by ${id}`, edits, isPreferred }];
}

/** Writes another text where a value stands as a literal. */
export function replaceText(range: SourceRange, current: string, text: string): readonly Edit[] {
  return canHold(range, current) ? [{ range, text }] : [];
}

/** Turns a switch the call sets; nothing where a constant elsewhere or an expression sets it. */
export function turnSwitch(
  option: OptionValue<boolean>,
  reference: ModelReference,
  title: string,
  isPreferred: boolean,
): readonly Fix[] {
  const isScript = /\.[cm]?[jt]sx?$/.test(option.range.file);
  const spell = (value: boolean) => {
    const text = String(value);
    return isScript ? text : text[0]?.toUpperCase() + text.slice(1);
  };
  if (option.range.file !== reference.call.file) return [];
  const edits = replaceText(option.range, spell(option.value), spell(!option.value));
  return edits.length === 0 ? [] : [{ title, edits, isPreferred }];
}
