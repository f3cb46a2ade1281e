/** What Harbour Steps told its people after its rounds, the newsletter that changed nothing among it. */
import { toLocalDate } from '@shared/kernel/local-date';
import type { DemoContext, DemoKey, DemoRecord } from './demo-context';

type Row = readonly [
  round: Extract<DemoKey, `round-${string}`>,
  heard: string,
  willDo: string,
  cannotDo: string,
  toldOn: string,
];

const rows: readonly Row[] = [
  [
    'round-hse-2023',
    'There is more work than fits into the hours. Colleagues carry each other, and most know what is expected of them.',
    'Supervision goes into the diary before anything else. A reflective group starts in November.',
    'More posts are not ours to give. We have asked the Integration Joint Board.',
    '2023-11-06',
  ],
  [
    'round-who5-2025-04',
    'Lower than ever before. This is the spring after a hard winter and a death.',
    'From May nobody carries more than 20 open cases for full hours. New people wait, and are told how long.',
    'Three posts stay empty until there is money for them.',
    '2025-05-12',
  ],
  [
    'round-pulse-2025-05',
    'Too much work, too few breaks, and little time for supervision.',
    'The caseload limit holds. A newsletter tells each month what there is for wellbeing.',
    'Rooms at Harbour stay as they are this year.',
    '2025-06-09',
  ],
  [
    'round-pulse-2025-08',
    'Work is lighter since the limit. Being supported reads as it did before the newsletter: no clear change.',
    'The newsletter ends. Its hours go into protected time for supervision from October.',
    '',
    '2025-09-15',
  ],
  [
    'round-pulse-2025-11',
    'Work fits the hours better, and supervision has room. Space is what presses now.',
    'The front office is measured, and a quiet hour is tried.',
    'A second office needs money that is not there yet.',
    '2025-12-08',
  ],
  [
    'round-pulse-2026-02',
    'Supervision has risen most. A place to work and to talk reads lowest.',
    'Desks move out of the front office by the summer.',
    '',
    '2026-03-09',
  ],
];

export function demoHeard({ idFor }: DemoContext): readonly DemoRecord<'round-feedback'>[] {
  return rows.map(([round, heard, willDo, cannotDo, toldOn]) => ({
    kind: 'round-feedback',
    value: { waveId: idFor(round), heard, willDo, cannotDo, toldOn: toLocalDate(toldOn) },
  }));
}
