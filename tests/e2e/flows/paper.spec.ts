/** What goes onto paper of supervision and plans: an agreement to sign, and an empty Wellbeing Plan. */
import { readFile } from 'node:fs/promises';
import { planSectionLabels, planSections } from '@shared/records/wellbeing-plan/wellbeing-plan';
import { expect, test } from '../fixtures.js';
import { goThroughDoor } from '../page-models/identified.js';
import { expectHeading, goTo, main } from '../page-models/places.js';
import { handOf } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { openDemo } from '../support/places.js';

/** How often the page has asked for the printer: its own dialog is nothing that a page can see. */
async function countPrints(page: Awaited<ReturnType<typeof openDemo>>): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { prints: 0 });
    window.print = () => {
      Object.assign(window, { prints: (window as unknown as { prints: number }).prints + 1 });
    };
  });
  return () => page.evaluate(() => (window as unknown as { prints: number }).prints);
}

test('an agreement is printed with its words, its limits and room to sign; nothing else of the page is', async ({
  app,
}) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Supervision');
  await hand.press(main(page).getByRole('link', { name: 'Agreements' }));
  await expectHeading(page, 'Agreements');
  await hand.press(main(page).getByRole('list', { name: 'Agreements' }).getByRole('link').first());
  const prints = await countPrints(page);
  await hand.press(main(page).getByRole('button', { name: 'Print' }));
  await goThroughDoor(hand, {
    purpose: 'To be signed',
    tick: /^This is to be signed\. It goes to/,
    by: 'Print',
  });
  await expect.poll(prints).toBe(1);

  await page.emulateMedia({ media: 'print' });
  const sheet = page.locator('[data-print="sheet"]').filter({ visible: true });
  await expect(sheet).toHaveCount(1);
  for (const words of [
    'Names people. Only for ',
    'What stays between us',
    'Where that ends',
    'Who may read it',
    'When we disagree',
    'Somebody else to turn to',
    'We look at it again on',
    'Somebody who does not agree writes so here, with the day. Confidential.',
  ])
    await expect(sheet).toContainText(words);
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});

test('an empty Wellbeing Plan has every section, on tagged paper, and nothing of anyone', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Wellbeing');
  await hand.press(main(page).getByRole('link', { name: 'Wellbeing Plans' }).first());
  await hand.press(main(page).getByRole('link', { name: 'Blank form for paper' }));
  await expectHeading(page, 'Wellbeing Plan on paper');
  const prints = await countPrints(page);
  await hand.press(main(page).getByRole('button', { name: 'Print' }));
  await expect.poll(prints).toBe(1);

  const file = `${app.userDataDir}-blank.pdf`;
  await app.answerDialog({ kind: 'save', filePath: file });
  await hand.press(main(page).getByRole('button', { name: 'Save as PDF' }));
  await expect(async () => {
    expect((await readFile(file)).length).toBeGreaterThan(0);
  }).toPass();
  const { text, raw } = readPdf(await readFile(file));
  expect(raw).toContain('/StructTreeRoot');
  const plain = (words: string): string => words.normalize('NFKC').replaceAll(/[\s’']/g, '');
  for (const section of planSections) expect(plain(text)).toContain(plain(planSectionLabels[section]));
  expect(plain(text)).not.toContain(plain('Harbour Steps'));
});
