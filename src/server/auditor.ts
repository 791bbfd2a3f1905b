import type { DocumentAudit } from '../audit/types.ts';
import type { ReportedReference } from '../model/report.ts';
import type { Position, SourceRange } from '../model/source.ts';
import { isWithin } from '../model/source.ts';
import type { Documents, OpenSource } from './documents.ts';
import { sourceDocument, versionsOf } from './documents.ts';
import type { Place, Sessions } from './sessions.ts';

/** What an audit said of one open source, and the texts it said it of. */
export interface AuditedSource {
  readonly root: string;
  readonly file: string;
  readonly source: OpenSource;
  /** Tells whether the texts have changed since. */
  readonly versions: string;
  readonly audit: DocumentAudit;
  readonly endpoint: string;
  readonly mayAskNetwork: boolean;
  /** False while the network may still add something. */
  readonly isFinal: boolean;
}

export interface AuditorEvents {
  readonly onAudited: (audited: AuditedSource) => void;
  /** The source lies where nothing is audited. */
  readonly onUnaudited: (uri: string) => void;
  /** Something started, ended or failed. */
  readonly onStateChanged: () => void;
  readonly onFailed: (uri: string, error: unknown) => void;
}

interface Work {
  readonly uri: string;
  timer: NodeJS.Timeout | undefined;
  run: Run | undefined;
  audited: AuditedSource | undefined;
  failure: string | undefined;
}

interface Run {
  readonly versions: string;
  readonly abort: AbortController;
  /** The answer without the network. */
  readonly quick: Promise<AuditedSource | undefined>;
  isDone: boolean;
}

const typingPause = 300;

/** Audits what is open: soon after a change, at first without the network, then with what a live hub adds. */
export class Auditor {
  readonly #works = new Map<string, Work>();
  readonly #documents: Documents;
  readonly #sessions: Sessions;
  readonly #events: AuditorEvents;

  constructor(documents: Documents, sessions: Sessions, events: AuditorEvents) {
    this.#documents = documents;
    this.#sessions = sessions;
    this.#events = events;
  }

  /**
   * Audits after a pause in typing. Diagnostics of the earlier text stay until the new ones are there; an audit of that
   * text ends at once, so that it cannot speak after the edit.
   */
  schedule(uri: string, pause: number = typingPause): void {
    const work = this.#workOf(uri);
    clearTimeout(work.timer);
    work.run?.abort.abort();
    work.run = undefined;
    work.timer = setTimeout(() => this.#start(work), pause);
    this.#events.onStateChanged();
  }

  refreshAll(): void {
    for (const { uri } of this.#documents.all()) this.schedule(uri, 0);
  }

  close(uri: string): void {
    const work = this.#works.get(uri);
    if (!work) return;
    clearTimeout(work.timer);
    work.run?.abort.abort();
    this.#works.delete(uri);
    this.#events.onStateChanged();
  }

  /** The audit of the text as it is now; never waits for the network. */
  async current(uri: string): Promise<AuditedSource | undefined> {
    const source = this.#documents.source(uri);
    if (!source) return undefined;
    const work = this.#workOf(source.uri);
    const versions = versionsOf(source);
    if (work.audited?.versions === versions) return work.audited;
    if (work.run?.versions !== versions) {
      clearTimeout(work.timer);
      this.#start(work);
    }
    return work.run?.quick;
  }

  /** Waits until every open text is audited as it is now. */
  async allCurrent(): Promise<void> {
    await Promise.all(this.#documents.all().map(({ uri }) => this.current(uri)));
  }

  get isBusy(): boolean {
    return [...this.#works.values()].some(work => work.timer !== undefined || work.run?.isDone === false);
  }

  get failure(): string | undefined {
    return [...this.#works.values()].find(work => work.failure !== undefined)?.failure;
  }

  get audited(): readonly AuditedSource[] {
    return [...this.#works.values()].flatMap(work => (work.audited ? [work.audited] : []));
  }

  #workOf(uri: string): Work {
    const known = this.#works.get(uri);
    if (known) return known;
    const work: Work = { uri, timer: undefined, run: undefined, audited: undefined, failure: undefined };
    this.#works.set(uri, work);
    return work;
  }

  #start(work: Work): void {
    work.timer = undefined;
    work.run?.abort.abort();
    work.run = undefined;
    const source = this.#documents.source(work.uri);
    if (source) {
      const abort = new AbortController();
      const place = this.#sessions.placeOf(work.uri);
      const quick = this.#step(place, work, abort.signal, false);
      const run: Run = { versions: versionsOf(source), abort, quick, isDone: false };
      work.run = run;
      void this.#finish(place, work, run);
    }
    this.#events.onStateChanged();
  }

  async #finish(place: Promise<Place | undefined>, work: Work, run: Run): Promise<void> {
    const quick = await run.quick;
    if (quick?.mayAskNetwork && !run.abort.signal.aborted) {
      await this.#step(place, work, run.abort.signal, true);
    }
    run.isDone = true;
    this.#events.onStateChanged();
  }

  /** One audit. Its answer counts unless an edit, a newer run or the closing of the document has overtaken it. */
  async #step(
    pending: Promise<Place | undefined>,
    work: Work,
    signal: AbortSignal,
    live: boolean,
  ): Promise<AuditedSource | undefined> {
    try {
      const place = await pending;
      const source = this.#documents.source(work.uri);
      if (!source || signal.aborted) return undefined;
      if (!place) {
        work.audited = undefined;
        this.#events.onUnaudited(work.uri);
        return undefined;
      }
      const versions = versionsOf(source);
      const { session, root, file } = place;
      const audit = await session.auditDocument(sourceDocument(source, file), { live, signal });
      if (signal.aborted || this.#versionsNow(work.uri) !== versions) return undefined;
      const { endpoint, network } = session.configuration;
      const mayAskNetwork = network === 'always';
      const isFinal = live || !mayAskNetwork;
      const audited = { root, file, source, versions, audit, endpoint, mayAskNetwork, isFinal };
      work.audited = audited;
      work.failure = undefined;
      this.#events.onAudited(audited);
      return audited;
    } catch (error) {
      if (signal.aborted) return undefined;
      work.failure = error instanceof Error ? error.message : String(error);
      this.#events.onFailed(work.uri, error);
      return undefined;
    }
  }

  #versionsNow(uri: string): string | undefined {
    const source = this.#documents.source(uri);
    return source && versionsOf(source);
  }
}

/** Tells whether a range stands at a position of an open part. */
export function coversAt(
  audited: AuditedSource,
  uri: string,
  position: Position,
): (range: SourceRange) => boolean {
  const cell = audited.source.parts.findIndex(part => part.uri === uri);
  return range => range.file === audited.file && (range.cell ?? 0) === cell && isWithin(position, range);
}

/** The reference whose id, or whose variable on the way to the call, stands at a position of an open part. */
export function referenceAt(
  audited: AuditedSource,
  uri: string,
  position: Position,
): ReportedReference | undefined {
  const covers = coversAt(audited, uri, position);
  const { references } = audited.audit;
  const word = wordAt(audited, uri, position);
  return (
    references.find(({ reference }) => covers(reference.range)) ??
    references.find(({ reference }) => reference.trail.some(covers)) ??
    references.find(
      ({ reference: { call, trail } }) =>
        word !== '' && covers(call) && trail.some(range => textOf(audited, range) === word),
    )
  );
}

/** The name under the pointer: in a call it may be the variable that carries the id. */
function wordAt(audited: AuditedSource, uri: string, { line, character }: Position): string {
  const part = audited.source.parts.find(candidate => candidate.uri === uri);
  const text = part?.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }) ?? '';
  const before = /[\p{L}\p{N}_]*$/u.exec(text.slice(0, character))?.[0] ?? '';
  const after = /^[\p{L}\p{N}_]*/u.exec(text.slice(character))?.[0] ?? '';
  return before + after;
}

function textOf(audited: AuditedSource, range: SourceRange): string | undefined {
  return range.file === audited.file ? audited.source.parts[range.cell ?? 0]?.getText(range) : undefined;
}
