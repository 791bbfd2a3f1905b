/** Longer ones nobody writes. */
const longestPattern = 1_000;

/**
 * Whether a path fits a pattern of a shell: `*`, `?` and `[ab]` within a folder, `**` for any folders. Patterns come from
 * code that nobody vouches for, so it takes no more time than the product of both lengths, which no regular expression does.
 */
export function fitsPattern(path: string, pattern: string): boolean {
  if (pattern.length > longestPattern) return false;
  return fits(path.split('/'), pattern.split('/'), '**', (name, part) =>
    fits([...name], partsOf(part), '*', fitsCharacter),
  );
}

/** The characters of a pattern, each set in brackets as one. */
function partsOf(pattern: string): readonly string[] {
  const parts: string[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at += 1) {
    const end = characters[at] === '[' ? characters.indexOf(']', at + 2) : -1;
    parts.push(characters.slice(at, Math.max(at, end) + 1).join(''));
    at = Math.max(at, end);
  }
  return parts;
}

/** Whether items fit the parts of a pattern, of which `any` stands for however many. Only the last one before is tried again. */
function fits(
  items: readonly string[],
  parts: readonly string[],
  any: string,
  fitsOne: (item: string, part: string) => boolean,
): boolean {
  let [item, part, tryAgain, taken] = [0, 0, -1, 0];
  while (item < items.length) {
    const wanted = parts[part];
    if (wanted === any) {
      tryAgain = ++part;
      taken = item;
    } else if (wanted !== undefined && fitsOne(items[item] ?? '', wanted)) {
      part += 1;
      item += 1;
    } else if (tryAgain >= 0) {
      part = tryAgain;
      item = ++taken;
    } else {
      return false;
    }
  }
  return parts.slice(part).every(left => left === any);
}

function fitsCharacter(character: string, part: string): boolean {
  if (part === '?') return true;
  if (part.length === 1 || !part.startsWith('[')) return character === part;
  const isNegated = part.startsWith('[!');
  return inSet(character, [...part.slice(isNegated ? 2 : 1, -1)]) !== isNegated;
}

/** `a-z` is a range, a hyphen at an end is none. */
function inSet(character: string, set: readonly string[]): boolean {
  for (let at = 0; at < set.length; at += 1) {
    const [first = '', dash, last] = set.slice(at, at + 3);
    const isRange = dash === '-' && last !== undefined;
    if (isRange ? first <= character && character <= last : first === character) return true;
    if (isRange) at += 2;
  }
  return false;
}
