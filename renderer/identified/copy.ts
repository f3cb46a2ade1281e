/** A copy that names people, as the door needs it to be told. */
import type { ReactNode } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { CopyCode, PurposeId } from './purposes';

export interface CopyPurpose {
  readonly id: PurposeId;
  /** Who may have it: "Hamish Rendall", "our team". */
  readonly whom: string;
}

export type CopyWay =
  | { readonly by: 'pdf'; readonly fileName: string; readonly footer: string; readonly sheet: ReactNode }
  | { readonly by: 'print'; readonly sheet: ReactNode }
  | {
      readonly by: 'file';
      readonly format: 'html' | 'json' | 'txt';
      readonly fileName: string;
      /** `mark`: the line that stands at the head of what people read. */
      readonly text: (mark: string) => string;
    };

export interface IdentifiedCopy {
  readonly code: CopyCode;
  /** For the activity log, which holds ids and no names. */
  readonly about: { readonly kind: KindName; readonly ids?: readonly RecordId[]; readonly count?: number };
  /** For the list of what has left, which names nobody either. */
  readonly title: string;
  readonly names: string;
  readonly holds: string;
  readonly leavesOut: string;
  /** Where there is one, it is evident; of several the person has to choose. */
  readonly purposes: readonly [CopyPurpose, ...CopyPurpose[]];
  readonly way: CopyWay;
  /** What else has to be known before it leaves. */
  readonly warning?: string | undefined;
  /** Said once it is saved. */
  readonly said?: string | undefined;
}

/** At the head of everything identified that is read. */
export function copyMark(whom: string): string {
  return `Names people. Only for ${whom}.`;
}
