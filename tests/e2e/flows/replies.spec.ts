/** Four ways by which replies come into a round: a sealed survey file, the laptop handed over, paper, and a table. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { openCare } from '../page-models/care.js';
import { expectLocked } from '../page-models/locking.js';
import { combo, expectHeading, field, main, rail } from '../page-models/places.js';
import {
  answerByKeys,
  expectNothingLeft,
  fiveReplies,
  openRoundOf,
  replyFiles,
} from '../page-models/replies.js';
import { closeRound, expectReplies, openWay } from '../page-models/wellbeing.js';
import { createAxeWalk } from '../support/axe.js';
import { countPresses, handOf, reach } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 240_000 });

test('a survey file goes out, five sealed replies come back among bad ones, and only counts are said', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const axe = createAxeWalk();
  await openRoundOf(hand, { measure: 'pulse', invited: 9 });
  await axe.look(page, 'open round');
  await openWay(hand, 'Sealed survey file');
  const folder = `${app.userDataDir}-replies`;
  await mkdir(folder);
  const surveyFile = `${app.userDataDir}-survey.html`;
  await app.answerDialog({ kind: 'save', filePath: surveyFile });
  await hand.press(main(page).getByRole('button', { name: 'Save the survey file' }));
  await expect(page.getByText('Saved. It may go to everyone who is asked.')).toBeVisible({ timeout: 20_000 });
  await axe.look(page, 'sealed survey');
  await hand.press(main(page).getByRole('link', { name: 'Letter to staff' }));
  await expectHeading(page, 'Letter to staff');
  await hand.tick(page.getByRole('checkbox', { name: 'Memory stick' }));
  await hand.tick(page.getByRole('checkbox', { name: 'E-mail' }));
  await hand.tick(page.getByRole('checkbox', { name: 'On this laptop' }));
  const letterFile = `${app.userDataDir}-letter.pdf`;
  await app.answerDialog({ kind: 'save', filePath: letterFile });
  await hand.press(main(page).getByRole('button', { name: 'Save as PDF' }));
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  expect(readPdf(await readFile(letterFile)).raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await rm(letterFile);
  await axe.look(page, 'letter');

  const files = await replyFiles(surveyFile, folder);
  const first = await readFile(files[0] ?? '', 'utf8');
  const bad = {
    'twice.steading-reply': first,
    'cut.steading-reply': first.slice(0, 200),
    'notes.txt': 'Sheila rang about the rota.',
    '.DS_Store': 'of the system',
  };
  for (const [name, text] of Object.entries(bad)) await writeFile(join(folder, name), text);
  // A thousand files at once: somebody may point at the wrong folder.
  for (let number = 1; number <= 992; number += 1)
    await writeFile(join(folder, `note-${number}.txt`), `Note ${number}`);

  await openWay(hand, 'On paper');
  await hand.press(
    main(page).getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Autumn' }),
  );
  const chosen = page.waitForEvent('filechooser');
  await hand.press(main(page).getByRole('button', { name: 'Choose a folder' }));
  await (await chosen).setFiles(folder);
  const outcome = main(page).getByRole('status').filter({ hasText: 'taken in' });
  await expect(outcome).toContainText('5 taken in. 995 were not.');
  await expect(outcome.getByRole('listitem')).toHaveText([
    /^1 was damaged on the way\./,
    '993 are no replies of Steading.',
    '1 came twice in this batch.',
  ]);
  await expectReplies(hand, 5, 9);
  await expect(page.getByRole('figure')).toHaveCount(0);
  for (const said of [
    'Sheila',
    'notes.txt',
    'cut.steading-reply',
    ...files.map((file) => file.split('/').at(-1) ?? ''),
  ])
    await expect(page.getByText(said)).toHaveCount(0);

  // The same ones once more, and one by its text: nobody counts twice.
  const again = page.waitForEvent('filechooser');
  await hand.press(main(page).getByRole('button', { name: 'Choose files' }));
  await (await again).setFiles([...files]);
  await expect(outcome).toContainText('None taken in. 5 were not.');
  await expect(outcome).toContainText('5 were here already.');
  await hand.press(main(page).getByText('Paste a reply that came as text'));
  await hand.fill(field(page, 'Sealed text'), first.trim());
  await hand.press(main(page).getByRole('button', { name: 'Take it in' }));
  await expect(outcome).toContainText('None taken in. 1 was not.');
  await expect(main(page)).toContainText('6 were here already');
  await axe.look(page, 'replies taken in');

  await closeRound(hand);
  await expect(page.getByText('The baseline is locked')).toBeVisible();
  await expect(page.getByRole('figure').first()).toBeVisible();
  expect(axe.report()).toEqual([]);
  await rm(folder, { recursive: true });
  await rm(surveyFile);
});

test('from the list of rounds to a saved survey file: 25 keys at most, and what is typed', async ({
  app,
  page,
  secrets,
}) => {
  await unlock(page, secrets.passphrase);
  const surveyFile = `${app.userDataDir}-survey.html`;
  await app.answerDialog({ kind: 'save', filePath: surveyFile });
  const presses = await countPresses(page);
  await page.keyboard.press('Control+5');
  await expectHeading(page, 'Wellbeing');
  await reach(page, main(page).getByRole('link', { name: 'New round' }).first());
  await page.keyboard.press('Enter');
  await expectHeading(page, 'New round');
  await reach(page, combo(page, 'Measure'));
  await page.keyboard.type('Ste');
  await expect(combo(page, 'Measure')).toHaveValue('pulse');
  await reach(page, field(page, 'People invited'));
  await page.keyboard.type('11');
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Baseline');
  await reach(page, main(page).getByRole('link', { name: 'Sealed survey file' }));
  await page.keyboard.press('Enter');
  await expectHeading(page, 'Sealed survey file');
  await reach(page, main(page).getByRole('button', { name: 'Save the survey file' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. It may go to everyone who is asked.')).toBeVisible({ timeout: 20_000 });
  const counted = await presses();
  expect(counted.clicks).toBe(0);
  expect(counted.keys).toBeLessThanOrEqual(25);
  await rm(surveyFile);
});

test('people answer on the laptop one after the other, and it keeps nothing but the count', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const axe = createAxeWalk();
  await openRoundOf(hand, { measure: 'pulse', invited: 3 });
  await openWay(hand, 'Hand the laptop over');
  await axe.look(page, 'before the hand-over');
  const hash = await page.evaluate(() => location.hash);
  await hand.press(main(page).getByRole('button', { name: 'Hand it over now' }));
  await expectHeading(page, 'Steading pulse');
  await expect(rail(page)).toHaveCount(0);
  await axe.look(page, 'form on the laptop');
  for (const key of ['Control+k', 'Control+f', 'Control+1', 'Alt+ArrowLeft', 'F6'])
    await page.keyboard.press(key);
  await expectHeading(page, 'Steading pulse');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  for (const answers of fiveReplies.slice(0, 2)) {
    await answerByKeys(page, answers, 'Hand in my answers');
    await expectHeading(page, 'Thank you');
    await expectNothingLeft(page, hash);
    await expect(page.getByRole('button', { name: 'Next person' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expectHeading(page, 'Steading pulse');
    await hand.press(page.getByRole('button', { name: 'Begin' }));
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: 'Back' }));
  }
  // Half an answer goes with the lock: no draft is made of it.
  await hand.press(page.getByRole('button', { name: 'Begin' }));
  await reach(page, page.getByRole('radio').first());
  await page.keyboard.press('Space');
  await hand.press(page.getByRole('button', { name: 'Lock Steading' }));
  await expectLocked(page);
  await unlock(page, secrets.passphrase);
  await expect(page.getByText('Carry on')).toHaveCount(0);
  await expectReplies(hand, 2, 3);
  await openCare(hand, 'Activity log');
  const lines = main(page).getByRole('row').filter({ hasText: 'Autumn' });
  // The round was opened; nothing says that or when somebody answered.
  await expect(lines).toHaveCount(1);
  expect(axe.report()).toEqual([]);
});

test('sheets are printed, typed twice and compared, by keys alone', async ({ app, page, secrets }) => {
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const axe = createAxeWalk();
  await openRoundOf(hand, { measure: 'cbi', invited: 20, asksPart: true });
  await openWay(hand, 'On paper');
  await hand.press(main(page).getByRole('link', { name: 'Answer sheet to print' }));
  await expectHeading(page, 'Answer sheet');
  const sheet = `${app.userDataDir}-sheet.pdf`;
  await app.answerDialog({ kind: 'save', filePath: sheet });
  await hand.press(main(page).getByRole('button', { name: 'Save as PDF' }));
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
  const { text, raw } = readPdf(await readFile(sheet));
  expect(raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  expect(text.replaceAll(/\s/g, '')).toContain('19'.concat('0255075100'));
  await rm(sheet);
  await axe.look(page, 'answer sheet');

  await hand.press(
    main(page).getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'On paper' }),
  );
  const item = (number: number): Locator =>
    page.getByRole('textbox', { name: `Item ${number}`, exact: true });
  await expect(item(1)).toBeFocused();
  // An answer of several digits moves on when it is whole; one that is none is refused.
  await page.keyboard.type('27');
  await expect(page.getByRole('alert')).toContainText(
    'Item 1 takes 0, 25, 50, 75 or 100. “27” was not kept.',
  );
  await page.keyboard.type('5');
  await expect(item(1)).toHaveValue('25');
  await expect(item(2)).toBeFocused();
  await hand.tick(page.getByRole('checkbox', { name: 'Type each sheet twice' }));
  await reach(page, item(2));
  const rest = Array.from({ length: 18 }, (_, index) => [0, 25, 50, 75, 100][index % 5]).join('');
  await page.keyboard.type(rest);
  await expect(page.getByRole('radio', { name: '0 Not said' })).toBeFocused();
  await page.keyboard.type('2');
  await expect(page.getByRole('radio', { name: '2 Volunteer' })).toBeChecked();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'The same sheet once more' })).toBeVisible();
  await expect(item(1)).toBeFocused();
  await page.keyboard.type(`75${rest}2`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'One answer differs' })).toBeFocused();
  await axe.look(page, 'two typings differ');
  await hand.press(page.getByRole('button', { name: 'Save this reply' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText(
    'Item 1: say which is right',
  );
  await hand.choose(page.getByRole('radio', { name: 'Second: 75' }));
  await hand.press(page.getByRole('button', { name: 'Save this reply' }));
  await expectReplies(hand, 1, 20);
  await expect(item(1)).toBeFocused();
  await expect(item(1)).toHaveValue('');
  await axe.look(page, 'paper');
  expect(axe.report()).toEqual([]);
});

test('a table of another tool: columns pointed out, words told, and only answers are read', async ({
  page,
  secrets,
}) => {
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const axe = createAxeWalk();
  await openRoundOf(hand, { measure: 'who5', invited: 12, asksPart: true });
  await openWay(hand, 'From another survey tool');
  const rows = [
    'Timestamp;Email address;Cheerful;Calm;Active;Rested;Interested;You are',
    '01/05/2026 09:12;una@example.org;all the time;most;5;3;2;Paid',
    '01/05/2026 09:40;otto@example.org;most;most;4;;2;volunteer',
    '01/05/2026 11:02;ida@example.org;most;never asked;4;3;2;Paid',
    '01/05/2026 11:03;kim@example.org;;;;;;',
    '01/05/2026 12:30;jo@example.org;most;most;4;;2;volunteer',
  ].join('\n');
  await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), {
    name: 'answers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows),
  });
  await expect(page.getByText('5 of 5 items have no column yet.')).toBeVisible();
  await hand.select(combo(page, 'Items in order, item 1 in'), 'Cheerful');
  await hand.select(combo(page, 'How you work here'), 'You are');
  await hand.select(page.getByRole('combobox', { name: '“all the time”' }), '5');
  await hand.select(page.getByRole('combobox', { name: '“most”' }), '4');
  await expect(page.getByRole('combobox', { name: '“volunteer”' })).toHaveValue('1');
  await axe.look(page, 'columns of a table');
  await hand.press(page.getByRole('button', { name: 'Check these rows' }));
  await expect(page.getByText('3 replies can be added')).toBeVisible();
  await expect(main(page)).toContainText('1 row has a problem and is left out. 1 empty row is left out.');
  await expect(main(page)).toContainText(
    'Not read: Timestamp, Email address. The file itself may say who answered what',
  );
  await expect(page.getByRole('table', { name: 'Rows left out' }).locator('tbody tr')).toHaveText([/^4Calm/]);
  await axe.look(page, 'rows of a table');
  await hand.press(page.getByRole('button', { name: 'Add 3 replies' }));
  await expectReplies(hand, 3, 12);
  await expect(page.getByText('example.org')).toHaveCount(0);
  expect(axe.report()).toEqual([]);
});
