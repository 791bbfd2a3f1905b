/** Tables are written as text, two words on a line: a name, and what it stands for. */
export function readPairs(text: string): ReadonlyMap<string, string> {
  const lines = text.trim().split('\n');
  return new Map(lines.map(line => line.trim().split(' ') as [string, string]));
}

/** `name=number` with blanks between them. A name whose number nobody stated for all it covers has `?`. */
export function readNumbers(text: string): ReadonlyMap<string, number | undefined> {
  const words = text.trim().split(/\s+/);
  return new Map(
    words.map(word => {
      const [name = '', value = ''] = word.split('=');
      return [name, /^\d+$/.test(value) ? Number(value) : undefined];
    }),
  );
}
