import type { NetworkMode } from '../model/project.ts';

/** When the network may be asked: while documents are edited, and during an audit somebody started. */
export interface NetworkGate {
  readonly whileEditing: boolean;
  readonly duringAudit: boolean;
}

export function networkGate(mode: NetworkMode): NetworkGate {
  return { whileEditing: mode === 'always', duringAudit: mode !== 'never' };
}
