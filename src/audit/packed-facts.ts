import { addExtension, Packr } from 'msgpackr/pack';
import type { NeededFacts } from '../find/finder.ts';
import { CompactSpan } from '../model/source.ts';

/** Bytes of packed facts that are kept: one and a half stand for a character of source, where facts take a dozen. */
const mostBytes = 12_000_000;

addExtension({
  Class: CompactSpan,
  type: 1,
  write: ({ startLine, startCharacter, endLine, endCharacter }: CompactSpan) => [
    startLine,
    startCharacter,
    endLine,
    endCharacter,
  ],
  read: ([startLine, startCharacter, endLine, endCharacter]: [number, number, number, number]) =>
    new CompactSpan(startLine, startCharacter, endLine, endCharacter),
});

/**
 * Facts of files that were needed, let go and needed again, in the least room. To unpack them takes an eighth of the time of
 * parsing the file once more. Those used longest ago are let go.
 */
export class PackedFacts {
  /** Pieces of syntax that stand in several lists of facts are one when they come back. */
  readonly #packr = new Packr({ structuredClone: true, structures: [], maxSharedStructures: 256 });
  /** The one used last comes last. */
  readonly #packed = new Map<string, Uint8Array>();
  #bytes = 0;
  readonly #needed = new Set<string>();

  /** Undefined for a file that is to be read. */
  get(file: string): NeededFacts | undefined {
    const bytes = this.#packed.get(file);
    if (!bytes) return undefined;
    this.#packed.delete(file);
    this.#packed.set(file, bytes);
    return this.#packr.unpack(bytes) as NeededFacts;
  }

  /** A file was read for others. Most are once: only what is read again is worth the packing. */
  take(file: string, facts: NeededFacts): void {
    if (!this.#needed.has(file)) {
      this.#needed.add(file);
      return;
    }
    this.delete(file);
    const bytes = Uint8Array.from(this.#packr.pack(facts));
    this.#packed.set(file, bytes);
    this.#bytes += bytes.length;
    for (const other of this.#packed.keys()) if (this.#bytes > mostBytes) this.delete(other);
  }

  delete(file: string): void {
    this.#bytes -= this.#packed.get(file)?.length ?? 0;
    this.#packed.delete(file);
  }
}
