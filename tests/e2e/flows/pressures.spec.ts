/** Vacancies, what is outside our control, and policy reviews, by keys alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { expectHeading, expectToast, field, goTo, main } from '../page-models/places.js';
import { countPointerPresses, handOf, type Hand } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 240_000 });

async function openRegister(hand: Hand, name: string): Promise<void> {
  await goTo(hand, 'Workforce');
  const pages = hand.page.getByRole('navigation', { name: 'Pages of workforce' });
  await hand.press(pages.getByRole('link', { name, exact: true }));
  await expectHeading(hand.page, name);
}

const link = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const list = (page: Page, name: string) => main(page).getByRole('list', { name, exact: true });

/** What opened a dialog may be gone by then: the focus still lies on something. */
async function expectFocusKept(page: Page): Promise<void> {
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}

test('a vacancy with two rounds, frozen, advertised again and filled', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await openRegister(hand, 'Vacancies');
  await expect(list(page, 'Open now').getByRole('listitem')).toHaveCount(2);
  await expect(main(page)).toContainText('Funded posts and this list agree for March 2026: 2.6 WTE vacant');

  await hand.press(link(page, 'Add a vacancy'));
  await expectHeading(page, 'Add a vacancy');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Say which post it is' })).toBeVisible();
  await hand.fill(field(page, 'Post'), 'Recovery practitioner');
  await hand.fill(field(page, 'Team'), 'Outreach');
  await hand.fill(field(page, 'WTE'), '0,8');
  await hand.fill(field(page, 'Cleared to advertise on'), '02/02/2026');

  await test.step('what was typed is there again after going away', async () => {
    await goTo(hand, 'Today');
    await hand.press(link(page, /vacancy: Recovery practitioner/i));
    await expect(page.getByText('Your draft is back')).toBeVisible();
    await expect(field(page, 'Post')).toHaveValue('Recovery practitioner');
  });
  await hand.select(page.getByRole('combobox', { name: 'Covered by' }), 'Agency staff');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Recovery practitioner');
  await expect(main(page)).toContainText('Open for 57 days, since 2 February 2026.');

  await hand.press(link(page, 'Add a round'));
  await hand.fill(field(page, 'Advertised on'), '01/02/2026');
  await hand.fill(field(page, 'Closed on'), '27/02/2026');
  await hand.fill(field(page, 'Applied'), '0');
  await hand.select(page.getByRole('combobox', { name: 'How it ended' }), 'No applicants');
  await page.keyboard.press('Control+Enter');
  await hand.press(page.getByRole('link', { name: /^It was cleared to advertise on 2 February 2026/ }));
  await hand.fill(field(page, 'Advertised on'), '09/02/2026');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Recovery practitioner');
  await expect(list(page, 'What was tried')).toContainText('Round 1: no applicants');
  await expect(list(page, 'What was tried')).toContainText('Nobody applied');

  await hand.press(link(page, 'Add a round'));
  await hand.fill(field(page, 'Advertised on'), '09/03/2026');
  await page.keyboard.press('Control+Enter');
  await expect(list(page, 'What was tried')).toContainText('Round 2: still open');

  await test.step('frozen days count apart, and Undo takes a freeze back', async () => {
    await hand.press(button(page, 'It is frozen'));
    const dialog = page.getByRole('dialog', { name: 'The post is frozen' });
    await hand.fill(field(dialog, 'Frozen from'), '21/03/2026');
    await page.keyboard.press('Control+Enter');
    await hand.press(dialog.getByRole('link', { name: 'Say why it is frozen' }));
    await hand.fill(field(dialog, 'Why'), 'Budget');
    await page.keyboard.press('Control+Enter');
    await expect(main(page)).toContainText('Frozen since 21 March 2026: Budget');
    await expect(main(page)).toContainText('47 days');
    await expect(main(page)).toContainText('and 10 days frozen');
    await expectFocusKept(page);
    await hand.press(button(page, 'It may be advertised again'));
    await hand.fill(field(page.getByRole('dialog'), 'From'), '31/03/2026');
    await page.keyboard.press('Control+Enter');
    await expect(main(page)).toContainText('Open for 47 days');
  });

  await test.step('it ends when somebody starts', async () => {
    await hand.press(button(page, 'Somebody starts'));
    await hand.fill(field(page.getByRole('dialog'), 'First day in the post'), '30/03/2026');
    await page.keyboard.press('Control+Enter');
    await expect(main(page)).toContainText('Filled: somebody started on 30 March 2026.');
    await expectFocusKept(page);
    await openRegister(hand, 'Vacancies');
    await expect(list(page, 'Filled or withdrawn')).toContainText('Recovery practitioner, 0.8 WTE');
    await expect(list(page, 'Frozen').getByRole('listitem')).toHaveCount(1);
  });
  expect(await pointerPresses()).toBe(0);
});

test('an issue outside our control, its reply, and the paper that leaves', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await hand.press(main(page).getByRole('button', { name: /^See all \d+$/ }));
  await expect(main(page)).toContainText('Reply expected: No residential detox beds');
  await openRegister(hand, 'Outside our control');
  await expect(list(page, 'Waiting for a reply')).toContainText('Reply overdue since 13 March 2026');

  await hand.press(link(page, 'Raise an issue'));
  await hand.fill(field(page, 'In a line'), 'No interpreter after five');
  await hand.fill(field(page, 'What it is'), 'The line shuts at five. Isla rings round on her own phone.');
  await hand.fill(field(page, 'What it does to staff'), 'Nobody knows whether help was understood.');
  const figure = page.getByRole('combobox', { name: /^Figures from Workforce/ });
  await hand.pick(figure, 'Vacancy rate');
  await expect(list(page, 'Figures chosen')).toContainText(/Vacancy rate: \d+\.\d%, March 2026/);
  await hand.fill(field(page, 'Asked of'), 'Health board');
  await hand.fill(field(page, 'Raised on'), '02/03/2026');
  await hand.fill(field(page, 'Reply due'), '01/03/2026');
  await page.keyboard.press('Control+Enter');
  await hand.press(page.getByRole('link', { name: 'The reply is due before the issue was raised' }));
  await expect(field(page, 'Reply due')).toBeFocused();
  await hand.fill(field(page, 'Reply due'), '30/03/2026');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'No interpreter after five');
  await expect(main(page)).toContainText('Reply overdue since 30 March 2026');

  await hand.press(link(page, 'Add a reply'));
  await expect(field(page, 'Who replied')).toHaveValue('Health board');
  await hand.fill(field(page, 'What they said'), 'A line until ten is being bought.');
  await hand.fill(field(page, 'More is promised by'), '15/05/2026');
  await page.keyboard.press('Control+Enter');
  await expect(list(page, 'Asked and answered')).toContainText('A line until ten is being bought.');
  await expect(main(page)).toContainText('Reply due 15 May 2026');

  await test.step('a name is pointed out, and nothing leaves before somebody has read it', async () => {
    await hand.press(link(page, 'Risk paper'));
    await expectHeading(page, 'Risk paper');
    const found = list(page, 'Taken out or kept');
    await expect(found).toContainText('What it is. A name');
    await expect(found).toContainText('Isla');
    const sheet = page.getByRole('region', { name: 'The paper as it will look' });
    await expect(sheet).toContainText('[name removed] rings round on');
    await expect(list(page, 'Look at these twice')).toContainText('Tells of one person');
    await hand.press(link(page, 'Change the words'));
    await hand.fill(
      field(page, 'What it is'),
      'The line shuts at five. Staff ring round on their own phones.',
    );
    await page.keyboard.press('Control+Enter');
    await hand.press(link(page, 'Risk paper'));
    await expect(main(page)).toContainText('Nothing is taken out.');
    await hand.press(button(page, 'Save as PDF'));
    await hand.press(page.getByRole('link', { name: /^Read it as it will leave/ }));
    const box = page.getByRole('checkbox', { name: /^I have read it/ });
    await expect(box).toBeFocused();
    await hand.tick(box);
    await hand.fill(field(page, 'More words to take out'), 'on their own phones');
    await page.keyboard.press('Enter');
    await expect(sheet).toContainText('Staff ring round [words removed].');
    // Other words than those that were read: read again.
    await expect(box).not.toBeChecked();
    await hand.tick(box);
    const path = join(app.userDataDir, 'risk-paper.pdf');
    await app.answerDialog({ kind: 'save', filePath: path });
    await hand.press(button(page, 'Save as PDF'));
    await expectToast(page, 'Saved as a PDF, and added to the export log.');
    const { text, raw } = readPdf(await readFile(path));
    const words = text.replace(/\s+/g, ' ');
    expect(words).toContain('Risk paper: No interpreter after five');
    expect(words).toContain('A line until ten is being bought.');
    expect(words).toContain('Staff ring round [words removed].');
    expect(words).not.toContain('phones');
    expect(words).toMatch(/Vacancy rate: \d+\.\d%/);
    expect(words).not.toContain('Isla');
    expect(raw).toContain('/StructTreeRoot');
  });
  expect(await pointerPresses()).toBe(0);
});

test('hours for a policy, and the day of the next review', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await openRegister(hand, 'Policy reviews');
  await hand.press(link(page, 'Add a document'));
  await hand.fill(field(page, 'Document'), 'Waiting list');
  await hand.fill(field(page, 'Or a role'), 'Team lead');
  await hand.fill(field(page, 'Next due on'), '30/03/2026');
  await hand.fill(field(page, 'From one review to the next'), '12');
  await hand.fill(field(page, 'Hours it takes'), 'six');
  await page.keyboard.press('Control+Enter');
  await hand.press(page.getByRole('link', { name: 'Enter the hours it takes, such as 6 or 2.5' }));
  await hand.fill(field(page, 'Hours it takes'), '6');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Waiting list');
  await expect(main(page)).toContainText('Overdue since 30 March 2026');

  await hand.fill(field(page, 'Hours found'), '2.5');
  await hand.fill(field(page, 'Whose time'), 'Two key workers');
  await page.keyboard.press('Control+Enter');
  await expectToast(page, '2.5 hours added.');
  await expect(field(page, 'Hours found')).toBeFocused();
  await expect(main(page)).toContainText('3.5 hours to find');
  await openRegister(hand, 'Policy reviews');
  await expect(main(page)).toContainText(/By 31 March 2026: [\d.]+ hours needed, [\d.]+ found/);
  await expect(list(page, 'Documents')).toContainText('2.5 of 6 hours found');

  await hand.press(link(page, 'Waiting list'));
  await hand.press(button(page, 'Take away: 2.5 hours, 31 March 2026'));
  await expect(main(page)).toContainText('6 hours to find');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await hand.press(button(page, 'It was looked at'));
  await hand.fill(field(page.getByRole('dialog'), 'Looked at on'), '31/03/2026');
  await page.keyboard.press('Control+Enter');
  await expect(main(page)).toContainText('Done, next 31 March 2027');
  await goTo(hand, 'Today');
  await expect(main(page)).not.toContainText('Waiting list');
  expect(await pointerPresses()).toBe(0);
});
