const simpleEscapes: Readonly<Record<string, string>> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const escapeSequence = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|([\s\S]))/g;

/** The text a Python program sees for what stands between the quotes. Unknown escapes stay as written, as in Python. */
export function unescapePython(source: string, isRaw: boolean): string {
  if (isRaw || !source.includes('\\')) return source;
  return source.replaceAll(escapeSequence, (whole, hex, short, long, octal, single) => {
    const digits: string | undefined = hex ?? short ?? long;
    if (digits !== undefined) return codePoint(Number.parseInt(digits, 16), whole);
    if (octal !== undefined) return codePoint(Number.parseInt(octal, 8), whole);
    return simpleEscapes[single] ?? whole;
  });
}

function codePoint(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
