import { describe, expect, it } from 'vitest';
import { reminderDefaults, reminderSettingsKind } from '@shared/records/reminder-settings/reminder-settings';
import type { Reminder } from '@shared/reminders/reminders';
import { calendarFile } from '@shared/reminders/calendar';
import { calendarEntries } from '../../../renderer/features/settings/reminders/calendar-entries';
import { readReminders, reminderFields } from '../../../renderer/features/settings/reminders/reminders-form';
import { datedEntries, datedNeeds, inOrder } from '../../../renderer/features/today/dated-needs';
import type { Need } from '../../../renderer/features/today/needs';
import { day, id } from '../retention/support';

const reminder = (kind: Reminder['kind'], daysLeft: number, byte = 1): Reminder => ({
  kind,
  on: day(`2026-03-${String(10 + daysLeft).padStart(2, '0')}`),
  state: daysLeft < 0 ? 'overdue' : daysLeft === 0 ? 'today' : 'soon',
  daysLeft,
  recordId: id(byte),
  personId: id(1),
});
const names = { nameOf: () => 'Ailsa Munro', titleOf: () => 'Harbour group' };

describe('the form of reminders', () => {
  it('gives back what was set, and reads times as people write them', () => {
    for (const example of reminderSettingsKind.examples)
      expect(readReminders(reminderFields(example)).settings).toEqual(example);
    expect(
      readReminders({ ...reminderFields(reminderDefaults), from: '8.30', to: '1630' }).settings,
    ).toMatchObject({ from: '08:30', to: '16:30' });
  });

  it('wants days, things, an end after the start and days ahead', () => {
    const { problems } = readReminders({
      isOn: 'yes',
      weekdays: [],
      from: '17:00',
      to: '09:00',
      kinds: [],
      leadDays: 'x',
    });
    expect(problems.map(({ field }) => field)).toEqual(['weekdays', 'to', 'kinds', 'leadDays']);
  });
});

describe('a calendar file', () => {
  it('holds what is to come of what was chosen, under ids that stay, and no name', () => {
    const entries = calendarEntries(
      [
        reminder('supervision', -1, 2),
        reminder('agreed-action', 1, 3),
        reminder('agreed-action', 2, 3),
        reminder('access-request', 5, 4),
        reminder('group', 6, 5),
      ],
      ['supervision', 'agreed-action', 'access-request'],
    );
    expect(entries.map(({ uid, kind }) => [uid, kind])).toEqual([
      [`${id(3)}-agreed-action-0`, 'agreed-action'],
      [`${id(3)}-agreed-action-1`, 'agreed-action'],
      [`${id(4)}-access-request-0`, 'access-request'],
    ]);
    expect(calendarFile(entries, 0)).not.toMatch(/Ailsa|Munro|copy/i);
  });
});

describe('Today', () => {
  it('puts a reply before supervision, and other dates last', () => {
    const own = (kind: Need['kind']): Need => ({
      key: kind,
      kind,
      title: kind,
      detail: '',
      daysLate: 0,
      href: '/',
    });
    const dated = datedNeeds(
      [reminder('group', 0), reminder('access-request', -2), reminder('supervision', 0)],
      names,
    );
    expect(dated.map(({ title, daysLate }) => [title, daysLate])).toEqual([
      ['A copy for Ailsa Munro', 2],
      ['Harbour group', 0],
    ]);
    expect(
      inOrder([own('step'), own('supervision'), own('action'), ...dated]).map(({ kind }) => kind),
    ).toEqual(['step', 'reply', 'supervision', 'action', 'date']);
  });

  it('lists what comes up in the week on its day', () => {
    expect(datedEntries([reminder('plan-review', 3), reminder('group', 0)], names)).toMatchObject([
      { day: '2026-03-13', text: 'Wellbeing Plan of Ailsa Munro' },
    ]);
  });
});
