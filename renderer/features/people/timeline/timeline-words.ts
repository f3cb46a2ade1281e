/** Each thing on a person's timeline in words, and the sorts by which the timeline can be narrowed. Pure. */
import type { LocalDate } from '@shared/kernel/local-date';
import { formatDate } from '@shared/kernel/local-date';
import type { TimelineItem } from '@shared/people/timeline';
import { contactStatusLabels, phaseLabels } from '@shared/records/event-plan/event-plan';
import {
  supervisionStatusLabels,
  supervisionThemeLabels,
} from '@shared/records/supervision-session/supervision-session';
import { sessionTitle, sessionTitles } from '../../../records/supervision-words';

export const timelineSorts = [
  { value: 'supervision', label: 'Supervision and agreements' },
  { value: 'groups', label: 'Reflective groups' },
  { value: 'agreed', label: 'What was agreed' },
  { value: 'offers', label: 'Support after events' },
  { value: 'plans', label: 'Wellbeing Plan, review dates' },
  { value: 'time', label: 'Coming, going and time away' },
  { value: 'formal', label: 'Requests and processes' },
] as const;
export type TimelineSort = (typeof timelineSorts)[number]['value'];

export function sortOf(item: TimelineItem): TimelineSort {
  switch (item.type) {
    case 'session':
      return item.session.kind === 'reflective-group' ? 'groups' : 'supervision';
    case 'agreement':
    case 'agreement-review':
    case 'agreement-ended':
      return 'supervision';
    case 'group-meeting':
      return 'groups';
    case 'action':
      return 'agreed';
    case 'contact':
      return 'offers';
    case 'plan-review':
      return 'plans';
    case 'absence':
    case 'started':
    case 'left':
    case 'long-leave':
    case 'team-move':
      return 'time';
    case 'moved-to-process':
    case 'asked-for-copy':
    case 'copy-given':
      return 'formal';
  }
}

export interface TimelineLine {
  readonly title: string;
  readonly body: string;
  readonly state: 'done' | 'later' | 'dot';
  /** The page of it, where it has one. */
  readonly href: string | null;
}

const attendanceWords = {
  came: 'came',
  apologies: 'sent apologies',
  work: 'kept away by work',
  'did-not-come': 'did not come',
} as const;

const dayCount = (days: number): string => (days === 1 ? '1 day' : `${days} days`);

export function timelineLine(item: TimelineItem, today: LocalDate): TimelineLine {
  const line = (title: string, body = '', href: string | null = null): TimelineLine => ({
    title,
    body,
    state: item.on > today ? 'later' : 'dot',
    href,
  });
  switch (item.type) {
    case 'session': {
      const { session } = item;
      const isHeld = session.status === 'held';
      const themes = session.themes.map((theme) => supervisionThemeLabels[theme]).join(', ');
      const done = session.actions.filter(({ doneOn }) => doneOn !== null).length;
      const dropped = session.actions.filter(({ droppedOn }) => droppedOn !== null).length;
      const notNeeded = dropped === 0 ? '' : `, ${dropped} no longer needed`;
      const agreed =
        session.actions.length === 0 ? '' : `${session.actions.length} agreed, ${done} done${notNeeded}.`;
      const body = isHeld
        ? [themes === '' ? '' : `${themes}.`, agreed].filter((part) => part !== '').join(' ')
        : `${supervisionStatusLabels[session.status]}.`;
      const said = line(sessionTitle(session), body, `/supervision/${item.id}`);
      return isHeld ? { ...said, state: 'done' } : said;
    }
    case 'absence': {
      const { firstDay, lastDay } = item.absence;
      return line(
        item.days === null ? 'Away from work' : `Away from work, ${dayCount(item.days)}`,
        lastDay === null ? 'Still away.' : `${formatDate(firstDay)} to ${formatDate(lastDay)}.`,
      );
    }
    case 'contact':
      return line(
        `Support after an event: ${contactStatusLabels[item.status].toLowerCase()}`,
        `${phaseLabels[item.phaseId]}. Event on ${formatDate(item.eventOn)}.`,
      );
    case 'started':
      return line(item.isReturn ? 'Came back' : 'Started here');
    case 'left':
      return line('Last day in post');
    case 'team-move':
      return line(item.team === '' ? 'In no team from here on' : `Moved to ${item.team}`);
    case 'long-leave':
      return line('Long leave', item.until === null ? 'No end day yet.' : `Until ${formatDate(item.until)}.`);
    case 'group-meeting':
      return line(
        `Reflective group, ${attendanceWords[item.answer]}`,
        item.creditMinutes === null
          ? ''
          : `Counts as ${Math.round(item.creditMinutes * 10) / 10} minutes of supervision.`,
        `/supervision/sittings/${item.id}`,
      );
    case 'agreement':
      return line(
        `Agreement, ${sessionTitles[item.kind].toLowerCase()}`,
        '',
        `/supervision/agreements/${item.id}`,
      );
    case 'agreement-review':
      return line(
        `Agreement to look at again, ${sessionTitles[item.kind].toLowerCase()}`,
        '',
        `/supervision/agreements/${item.id}`,
      );
    case 'agreement-ended':
      return line(
        `Agreement ended, ${sessionTitles[item.kind].toLowerCase()}`,
        '',
        `/supervision/agreements/${item.id}`,
      );
    case 'action': {
      const href = `/supervision/${item.id}`;
      if (item.state === 'done') return { ...line(`Done: ${item.text}`, '', href), state: 'done' };
      if (item.state === 'dropped') return line(`No longer needed: ${item.text}`, '', href);
      return line(`Agreed: ${item.text}`, item.on > today ? 'To be done by this day.' : 'Still open.', href);
    }
    case 'plan-review':
      return line(
        'Review of their Wellbeing Plan',
        'What is in it is theirs.',
        `/wellbeing/plans/${item.id}`,
      );
    case 'moved-to-process':
      return line(
        'A concern moved to a named process',
        `They were told on ${formatDate(item.toldOn)}. What it is about is kept there, not here.`,
        `/people/process/${item.id}`,
      );
    case 'asked-for-copy':
      return line('Asked for a copy of what is held', '', `/people/requests/${item.id}`);
    case 'copy-given':
      return line('Copy given', '', `/people/requests/${item.id}`);
  }
}
