import { describe, expect, it } from 'vitest';
import type { TimelineItem } from '@shared/people/timeline';
import {
  sortOf,
  timelineLine,
  timelineSorts,
} from '../../../renderer/features/people/timeline/timeline-words';
import { day, id } from '../retention/support';

const today = day('2026-03-31');
const items: readonly TimelineItem[] = [
  { type: 'started', on: day('2021-03-01'), id: id(1), isReturn: true },
  { type: 'left', on: day('2026-04-30'), id: id(1) },
  { type: 'long-leave', on: day('2024-09-02'), id: id(1), until: null },
  { type: 'group-meeting', on: day('2026-03-05'), id: id(2), answer: 'came', creditMinutes: 20 },
  { type: 'agreement-review', on: day('2026-04-05'), id: id(3), kind: 'clinical' },
  { type: 'action', on: day('2026-03-01'), id: id(4), text: 'Swap the clinic', state: 'open' },
  { type: 'action', on: day('2026-03-02'), id: id(4), text: 'Book a room', state: 'done' },
  { type: 'action', on: day('2026-03-03'), id: id(4), text: 'Ask about a phone', state: 'dropped' },
  { type: 'plan-review', on: day('2026-05-01'), id: id(5) },
  { type: 'moved-to-process', on: day('2026-02-02'), id: id(6), toldOn: day('2026-02-01') },
  { type: 'asked-for-copy', on: day('2026-01-31'), id: id(7) },
];

describe('a timeline in words', () => {
  it('says each thing plainly; what is to come is later', () => {
    expect(
      items.map((item) => timelineLine(item, today)).map(({ title, body, state }) => [title, body, state]),
    ).toEqual([
      ['Came back', '', 'dot'],
      ['Last day in post', '', 'later'],
      ['Long leave', 'No end day yet.', 'dot'],
      ['Reflective group, came', 'Counts as 20 minutes of supervision.', 'dot'],
      ['Agreement to look at again, clinical supervision', '', 'later'],
      ['Agreed: Swap the clinic', 'Still open.', 'dot'],
      ['Done: Book a room', '', 'done'],
      ['No longer needed: Ask about a phone', '', 'dot'],
      ['Review of their Wellbeing Plan', 'What is in it is theirs.', 'later'],
      [
        'A concern moved to a named process',
        'They were told on 1 February 2026. What it is about is kept there, not here.',
        'dot',
      ],
      ['Asked for a copy of what is held', '', 'dot'],
    ]);
  });

  it('has a sort for everything, and every sort is offered', () => {
    const offered = timelineSorts.map(({ value }) => value);
    for (const item of items) expect(offered).toContain(sortOf(item));
  });
});
