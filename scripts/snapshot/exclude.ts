import { isHubId } from '../../src/model/hub-id.ts';
import type { Sources } from './sources.ts';

/** Every id the tables give facts of. */
export function namedIds(sources: Sources): ReadonlySet<string> {
  return new Set([
    ...sources.hub.map(row => row.id),
    ...sources.timm.flatMap(row => row.hf_hub_id ?? []),
    ...sources.mteb.map(row => row.name),
    ...sources.llmfit.map(row => row.name),
    ...sources.localai.flatMap(row => row.urls),
  ]);
}

/** Ids that are no models on the hub, each with the reason. What the hub itself named stays. */
export function excludedIds(sources: Sources): ReadonlyMap<string, string> {
  const real = new Set(sources.hub.map(row => row.id));
  const closed = new Set(sources.mteb.filter(row => row.open_weights === false).map(row => row.name));
  const excluded = new Map<string, string>();
  for (const id of [...namedIds(sources)].sort()) {
    const why = real.has(id) ? undefined : reason(id, closed);
    if (why !== undefined) {
      excluded.set(id, why);
    }
  }
  return excluded;
}

function reason(id: string, closed: ReadonlySet<string>): string | undefined {
  if (id.endsWith('.svg')) {
    return 'a picture of the LocalAI gallery';
  }
  if (!isHubId(id)) {
    return 'does not fit the grammar of hub ids';
  }
  if (closed.has(id)) {
    return 'mteb: the weights are not open';
  }
  return /^(mteb\/)?baseline\b/.test(id) ? 'mteb: a baseline, not a model' : undefined;
}
