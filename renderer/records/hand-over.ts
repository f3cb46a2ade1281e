/** How a page hands the laptop over to the owner of a Wellbeing Plan: the whole shell goes for it. */
import { createContext, useContext } from 'react';
import type { RecordId } from '@shared/kernel/ids';

export interface PlanOwner {
  readonly id: RecordId;
  readonly name: string;
}

type HandOver = (owner: PlanOwner) => void;

export const HandOverContext = createContext<HandOver | null>(null);

export function useHandOver(): HandOver {
  const handOver = useContext(HandOverContext);
  if (handOver === null) throw new Error('useHandOver outside of the app');
  return handOver;
}
