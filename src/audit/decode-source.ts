/** The text of a source file, or why its bytes are none. */
export type Decoded =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text: undefined; readonly problem: string };

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads UTF-8, with or without a byte order mark, and UTF-16 with one. */
export function decodeSource(bytes: Uint8Array): Decoded {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes) };
  if (bytes.subarray(0, 8_192).includes(0)) return { text: undefined, problem: 'is a binary file' };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return (
      declaredLatin(bytes) ?? { text: undefined, problem: 'is not in UTF-8 and names no other encoding' }
    );
  }
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** Python names another encoding in a comment of the first two lines (PEP 263). */
function declaredLatin(bytes: Uint8Array): Decoded | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).split('\n', 2).join('\n');
  const label = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    return { text: new TextDecoder(label.replace(/^latin-1$/i, 'latin1')).decode(bytes) };
  } catch {
    return { text: undefined, problem: `is in the encoding "${label}", which cannot be read` };
  }
}
