/**
 * Ids in memory that threads share: a table of places, twice as many as there are ids, then the ids, each behind its
 * length. Sets of texts would take each thread many megabytes.
 */
export function shareIds(ids: readonly string[]): SharedArrayBuffer {
  const places = 2 ** Math.ceil(Math.log2(2 * ids.length + 1));
  const units = ids.reduce((sum, { length }) => sum + length + 1, 0);
  const memory = new SharedArrayBuffer(bytesBefore(places) + 2 * units);
  const { table, texts } = layoutOf(memory, places);
  new Uint32Array(memory, 0, 1)[0] = places;
  let end = 0;
  for (const id of ids) {
    const start = end;
    texts[end++] = id.length;
    for (let at = 0; at < id.length; at += 1) texts[end++] = id.charCodeAt(at);
    let place = hashOf(id) & (places - 1);
    while (table[place] !== 0) place = (place + 1) & (places - 1);
    // Zero is for places that are free.
    table[place] = start + 1;
  }
  return memory;
}

/** Whether an id is one of those that share a memory. */
export function idsIn(memory: SharedArrayBuffer): (id: string) => boolean {
  const places = new Uint32Array(memory, 0, 1)[0] ?? 0;
  const { table, texts } = layoutOf(memory, places);
  const isAt = (id: string, start: number): boolean => {
    if (texts[start] !== id.length) return false;
    for (let at = 0; at < id.length; at += 1) if (texts[start + 1 + at] !== id.charCodeAt(at)) return false;
    return true;
  };
  return id => {
    for (let place = hashOf(id) & (places - 1); ; place = (place + 1) & (places - 1)) {
      const start = table[place] ?? 0;
      if (start === 0) return false;
      if (isAt(id, start - 1)) return true;
    }
  };
}

function bytesBefore(places: number): number {
  return 4 + 4 * places;
}

function layoutOf(memory: SharedArrayBuffer, places: number): { table: Uint32Array; texts: Uint16Array } {
  return {
    table: new Uint32Array(memory, 4, places),
    texts: new Uint16Array(memory, bytesBefore(places)),
  };
}

/** FNV-1a, 32 bits, of the text's UTF-16 units. Source: RFC 9923. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
