import { useCallback, useState } from 'react';
import type { Rotations } from '../../app/history/record';
import { addTurns, type Turn } from '../../app/fax/placement';
import { useServices } from '../services';
import type { Viewed } from './viewed';

export interface Turns {
  /** `page` from 1. */
  readonly turnOf: (page: number) => Turn;
  readonly turn: (page: number, by: 90 | 270) => void;
}

/** How each page is turned; kept with a record. */
export function useTurns(viewed: Viewed): Turns {
  const { client } = useServices();
  const [turns, setTurns] = useState<Rotations>(viewed.kind === 'record' ? viewed.record.rotations : {});
  const callUuid = viewed.kind === 'record' ? viewed.record.callUuid : null;
  const turnOf = useCallback((page: number): Turn => ((turns[String(page - 1)] ?? 0) * 90) as Turn, [turns]);
  const turn = (page: number, by: 90 | 270): void => {
    const rotations = withTurn(turns, page, addTurns(turnOf(page), by));
    setTurns(rotations);
    if (callUuid !== null) void client.call('records.annotate', { callUuid, annotation: { rotations } });
  };
  return { turnOf, turn };
}

/** Pages that lie as they came are left out. */
function withTurn(turns: Rotations, page: number, turn: Turn): Rotations {
  const index = String(page - 1);
  const others = Object.entries(turns).filter(([each]) => each !== index);
  return Object.fromEntries(turn === 0 ? others : [...others, [index, (turn / 90) as 1 | 2 | 3]]);
}
