import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar } from 'yaml';
import type { Expression, RecordEntry } from '../model/syntax.ts';
import { maxDepth } from './facts-builder.ts';
import type { LineIndex } from './mapped-text.ts';
import { Anchors, rangeOf, readYamlDocuments, scalarRange } from './yaml-tree.ts';

/** Aliases let a small file stand for a huge one: what they repeat is counted. */
const maxNodes = 200_000;
const maxRepeated = 10_000;
/** Characters of comments before the first line of settings. */
const maxHeader = 2_000;

/** A YAML file: its one document, the first that is a mapping, or else all of them as a list. */
export function readYaml(lines: LineIndex): Expression | undefined {
  const documents = readYamlDocuments(lines.text).filter(document => document.contents !== null);
  const first = documents.find(document => isMap(document.contents)) ?? documents[0];
  if (first === undefined) return undefined;
  const read = (document: typeof first): Expression =>
    new YamlReader(lines, new Anchors(document)).read(document.contents, 0, false);
  if (documents.length === 1 || isMap(first.contents)) return withPackage(read(first), lines.text);
  return { kind: 'list', items: documents.map(read), span: lines.span(0, lines.text.length) };
}

/** Hydra reads `# @package model` among the comments before anything else. */
const packageComment = /^(?:\s*#.*\n)*?\s*#[ \t]*@package[ \t]+([\w.]+)/;

function withPackage(settings: Expression, text: string): Expression {
  const [, name] = packageComment.exec(text.slice(0, maxHeader)) ?? [];
  return name === undefined || settings.kind !== 'record' ? settings : { ...settings, package: name };
}

class YamlReader {
  readonly #lines: LineIndex;
  readonly #anchors: Anchors;
  #nodes = 0;
  #repeated = 0;

  constructor(lines: LineIndex, anchors: Anchors) {
    this.#lines = lines;
    this.#anchors = anchors;
  }

  read(node: unknown, depth: number, isRepeated: boolean): Expression {
    if (isAlias(node)) {
      const [start, end] = rangeOf(node);
      const target = this.#isFull(depth, true) ? undefined : this.#anchors.resolve(node);
      return target === undefined ? this.#opaque(start, end) : this.read(target, depth + 1, true);
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return this.#opaque(0, 0);
    const [start, end] = rangeOf(node);
    if (this.#isFull(depth, isRepeated)) return this.#opaque(start, end);
    if (isScalar(node)) return this.#scalar(node);
    const span = this.#lines.span(start, end);
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.map(item => this.read(item, depth + 1, isRepeated)), span };
    }
    return { kind: 'record', entries: node.items.map(pair => this.#entry(pair, depth, isRepeated)), span };
  }

  #isFull(depth: number, isRepeated: boolean): boolean {
    this.#nodes += 1;
    if (isRepeated) this.#repeated += 1;
    return depth > maxDepth || this.#nodes > maxNodes || this.#repeated > maxRepeated;
  }

  /** `<<: *base` takes the base's entries in. */
  #entry({ key, value }: Pair, depth: number, isRepeated: boolean): RecordEntry {
    const isMerge = isScalar(key) && key.value === '<<' && isAlias(value);
    return {
      key: isMerge ? undefined : this.read(key, depth + 1, isRepeated),
      value: this.read(value, depth + 1, isRepeated),
    };
  }

  #scalar(node: Scalar): Expression {
    const span = this.#lines.span(...scalarRange(this.#lines, node));
    const { value } = node;
    if (typeof value === 'string') return { kind: 'string', value, span };
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) {
      return { kind: 'literal', value, span };
    }
    return { kind: 'opaque', span };
  }

  #opaque(start: number, end: number): Expression {
    return { kind: 'opaque', span: this.#lines.span(start, end) };
  }
}
