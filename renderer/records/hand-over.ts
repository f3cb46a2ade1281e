/** How a page hands the laptop over to somebody else: the whole shell goes for it, and only the lock ends it. */
import { createContext, useContext } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { FormContent } from '../survey';

export interface PlanOwner {
  readonly id: RecordId;
  readonly name: string;
}

export type HandedTo =
  /** The owner of a Wellbeing Plan. */
  | { readonly kind: 'plan'; readonly owner: PlanOwner }
  /** Whoever answers a wellbeing round here. The form comes along: the page has nothing of the vault any more. */
  | { readonly kind: 'round'; readonly waveId: RecordId; readonly form: FormContent };

type HandOver = (to: HandedTo) => void;

export const HandOverContext = createContext<HandOver | null>(null);

export function useHandOver(): HandOver {
  const handOver = useContext(HandOverContext);
  if (handOver === null) throw new Error('useHandOver outside of the app');
  return handOver;
}
