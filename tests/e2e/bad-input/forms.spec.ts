/** Answers that cannot be right: said at the field and on top, and every word stays as it was typed. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { discardDraft, goTo, openDemo } from '../support/places.js';

interface Wrong {
  readonly what: string;
  readonly path: string;
  /** What is typed, by the name of the field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly before?: (page: Page) => Promise<void>;
  readonly send: string;
  /** Which fields are named, in order, and in which words. */
  readonly says: Readonly<Record<string, RegExp>>;
}

const person = { name: 'Una Test', role: 'Nurse' };
const pick = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('combobox', { name }).fill('ew');
  await page.getByRole('listbox').getByRole('option').first().click();
};
const longNote = 'Calm week. '.repeat(910).slice(0, 10_001);

const wrongs: readonly Wrong[] = [
  {
    what: 'a last day before the start',
    path: '/people/new',
    typed: { ...person, startDate: '5 Mar 2024', lastDay: '4 Mar 2024' },
    send: 'Save person',
    says: { lastDay: /The last day is before the start date/ },
  },
  {
    what: 'days that are in no calendar, hours that no week has',
    path: '/people/new',
    typed: {
      ...person,
      startDate: '31/02/2024',
      lastDay: 'whenever',
      weeklyHours: '169',
      supervisionIntervalDays: '2',
    },
    send: 'Save person',
    says: {
      weeklyHours: /A week has 168 hours/,
      startDate: /Type a day like/,
      supervisionIntervalDays: /7 to 366/,
      lastDay: /Type a day like/,
    },
  },
  {
    what: 'words for a number',
    path: '/people/new',
    typed: { ...person, startDate: '1 Mar 2024', weeklyHours: 'full time' },
    send: 'Save person',
    says: { weeklyHours: /Enter hours as a number/ },
  },
  {
    what: 'a line that is too long',
    path: '/people/new',
    typed: { name: 'U'.repeat(201), role: 'Nurse', startDate: '1 Mar 2024' },
    send: 'Save person',
    says: { name: /200 characters or fewer/ },
  },
  {
    what: 'more minutes than a day of work, a next time before this one',
    path: '/supervision/new',
    before: async (page) => {
      await pick(page, 'Who with');
      await page.getByRole('radio', { name: 'Other', exact: true }).check({ force: true });
    },
    typed: { otherMinutes: '601', date: '2 Mar 2026', nextDate: '1 Mar 2026' },
    send: 'Save record',
    says: { otherMinutes: /600 minutes or fewer/, nextDate: /not after this session/ },
  },
  {
    what: 'minutes in words, on a day to come',
    path: '/supervision/new',
    before: async (page) => {
      await pick(page, 'Who with');
      await page.getByRole('radio', { name: 'Other', exact: true }).check({ force: true });
    },
    typed: { otherMinutes: '1h', date: '1 Apr 2026' },
    send: 'Save record',
    says: { date: /still to come/, otherMinutes: /whole number/ },
  },
  {
    what: 'a note of 10,001 characters',
    path: '/supervision/new',
    before: (page) => pick(page, 'Who with'),
    typed: { date: '30 Mar 2026', note: longNote },
    send: 'Save record',
    says: { note: /10,000 characters or fewer/ },
  },
  {
    what: 'an event to come, at a time that no clock has',
    path: '/incidents/new',
    typed: { occurredOn: '1 Apr 2026', occurredAt: '25:61', facts: 'Found at home' },
    send: 'Open the plan',
    says: {
      everyoneSafe: /./,
      eventType: /./,
      occurredOn: /not in the future/,
      occurredAt: /Enter a time like 16:20/,
    },
  },
  {
    what: 'a round that ends before it begins, for nobody',
    path: '/wellbeing/new',
    typed: { label: 'Spring', opensOn: '2 Apr 2026', closesOn: '1 Apr 2026', invited: '0' },
    send: 'Open the round',
    says: { closesOn: /The last day is before the first day/, invited: /as a whole number/ },
  },
  {
    what: 'an absence that ends before it begins',
    path: '/workforce/absences/new',
    before: (page) => pick(page, 'Who is away'),
    typed: { firstDay: '10 Mar 2026', lastDay: '9 Mar 2026' },
    send: 'Save absence',
    says: { lastDay: /The last day is before the first day/ },
  },
  {
    what: 'an absence before there was a post',
    path: '/workforce/absences/new',
    before: (page) => pick(page, 'Who is away'),
    typed: { firstDay: '1 Mar 1999', lastDay: '31 Feb 1999' },
    send: 'Save absence',
    says: { firstDay: /before they started/, lastDay: /Enter the last day away/ },
  },
  {
    what: 'a service whose figures cannot be',
    path: '/settings',
    typed: {
      teamSize: '-1',
      workingDayStart: '9:75',
      fullTimeWeeklyHours: '200',
      supervisionIntervalDays: '3',
    },
    send: 'Save details',
    says: {
      teamSize: /whole number/,
      workingDayStart: /like 09:00/,
      fullTimeWeeklyHours: /from 20 to 60/,
      supervisionIntervalDays: /from 7 to 366/,
    },
  },
];

test('what cannot be right is said in words, and stays as typed', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  for (const { what, path, typed, before, send, says } of wrongs) {
    await test.step(what, async () => {
      await goTo(page, '/today');
      await goTo(page, path);
      await discardDraft(page);
      await before?.(page);
      for (const [name, value] of Object.entries(typed)) {
        await page.getByRole('main').locator(`input[name="${name}"], textarea[name="${name}"]`).fill(value);
      }
      await page.getByRole('main').getByRole('button', { name: send, exact: true }).click();
      const summary = page.getByRole('group', { name: 'There is a problem' });
      await expect(summary).toBeFocused();
      await expect(summary.getByRole('link')).toHaveText(Object.values(says));
      for (const [name, value] of Object.entries(typed)) {
        const field = page.getByRole('main').locator(`input[name="${name}"], textarea[name="${name}"]`);
        await expect(field).toHaveValue(value);
        if (name in says) await expect(field).toHaveAttribute('aria-invalid', 'true');
      }
    });
  }
});

test('an answer out of range is refused at once, and the others stay', async ({ madeUp }) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  const { openRound } = await madeUp.paths();
  await goTo(page, `${openRound}/paper`);
  const item = (number: number) => page.getByRole('textbox', { name: `Item ${number}`, exact: true });
  await item(1).fill('5');
  await expect(item(2)).toBeFocused();
  for (const typed of ['6', '9', 'x', '-', '½']) {
    await item(2).fill(typed);
    await expect(
      page.getByRole('alert').filter({ hasText: `Item 2 takes 0 to 5. “${typed}” was not kept.` }),
    ).toBeVisible();
    await expect(item(2)).toHaveValue('');
    await expect(item(2)).toHaveAttribute('aria-invalid', 'true');
  }
  await expect(item(1)).toHaveValue('5');
  await page.getByRole('button', { name: 'Clear it' }).click();
  await page.getByRole('button', { name: 'Save this reply' }).click();
  await expect(page.getByText('Nothing is filled in. Type at least one answer.')).toBeVisible();
  await expect(page.getByText('0 of', { exact: false }).first()).toBeVisible();
});

test('a passphrase of one character, or of 10,001, is refused kindly and kept in its box', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('radio', { name: /Type my own/ }).check();
  const box = page.getByRole('textbox', { name: 'Passphrase' });
  const again = page.getByRole('textbox', { name: 'The same again' });
  for (const [typed, says] of [
    ['x', /Too short/],
    ['long '.repeat(2_001).slice(0, 10_001), /10,000 characters or fewer/],
  ] as const) {
    await box.fill(typed);
    await again.fill(typed);
    await page.getByRole('button', { name: 'Use my passphrase' }).click();
    const summary = page.getByRole('group', { name: 'There is a problem' });
    await expect(summary.getByRole('link', { name: says })).toBeVisible();
    await expect(box).toHaveValue(typed);
    await expect(again).toHaveValue(typed);
  }
  await box.fill('one thing');
  await again.fill('another thing');
  await page.getByRole('button', { name: 'Use my passphrase' }).click();
  await expect(page.getByRole('link', { name: /do not match/ })).toBeVisible();
});
