import assert from 'node:assert/strict';
import { decodeSource } from '../../src/audit/decode-source.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('the bytes of a source file', () => {
  it('are UTF-8, a byte order mark left out', () => {
    assert.equal(decodeSource(bytes(0xef, 0xbb, 0xbf, 0x61)).text, 'a');
  });
  it('may be UTF-16 when a byte order mark says so', () => {
    assert.equal(decodeSource(bytes(0xff, 0xfe, 0x61, 0)).text, 'a');
  });
  it('may be in the encoding a comment names', () => {
    const head = new TextEncoder().encode('# -*- coding: latin-1 -*-\nx = "');
    assert.equal(decodeSource(bytes(...head, 0xe9)).text?.at(-1), 'é');
  });
  it('of a binary file are no source', () => {
    assert.equal(decodeSource(bytes(0x61, 0, 0x62)).problem, 'is a binary file');
  });
  it('in an unnamed encoding are not guessed at', () => {
    assert.equal(decodeSource(bytes(0xe9, 0x61)).problem, 'is not in UTF-8 and names no other encoding');
  });
});
