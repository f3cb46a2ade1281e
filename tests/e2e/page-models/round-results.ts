/** Rounds of a story: opened with everything they ask for, filled from rows, and read as the page shows them. */
import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { AppHost } from '../fixtures.js';
import type { Hand } from '../support/hand.js';
import { combo, expectHeading, expectToast, field, main, tableRows } from './places.js';
import { closeRound, expectReplies, openWay } from './wellbeing.js';

export interface StoryReply {
  readonly answers: readonly (number | null)[];
  /** Its part of the service, in the words of the form. */
  readonly part?: string;
}

export interface StoryRound {
  /** As its address has it: "who5". */
  readonly measure: string;
  readonly label: string;
  readonly group?: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly invited: number;
  readonly isSplit?: boolean;
  readonly note?: string;
  readonly replies: readonly StoryReply[];
}

/** What the form asks when it asks for the part of the service; also the heading of its column in a file. */
const splitQuestion = 'How you work here';

export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, path);
}

/** From the form to the locked round, whose results stand on the page afterwards. Answers its address. */
export async function holdRound(hand: Hand, round: StoryRound, question = splitQuestion): Promise<string> {
  const { page } = hand;
  await show(page, `/wellbeing/new/${round.measure}`);
  await expectHeading(page, 'New round');
  if (round.group !== undefined) await hand.select(combo(page, 'Who is asked'), round.group);
  await hand.fill(field(page, 'Name of the round'), round.label);
  await hand.fill(field(page, 'First day'), round.opensOn);
  await hand.fill(field(page, 'Last day'), round.closesOn);
  await hand.fill(field(page, 'People invited'), String(round.invited));
  const isSplit = round.isSplit === true;
  if (isSplit) await hand.choose(page.getByRole('radio', { name: 'Paid or volunteer' }));
  if (round.note !== undefined) await hand.fill(field(page, 'What was going on'), round.note);
  await hand.press(page.getByRole('button', { name: 'Open the round' }));
  await expectHeading(page, round.label);
  const address = new URL(page.url()).hash.slice(1);

  await openWay(hand, 'From another survey tool');
  const items = round.replies[0]?.answers.length ?? 0;
  const heads = Array.from({ length: items }, (_, index) => `Q${index + 1}`);
  const lines = [
    [...heads, ...(isSplit ? [question] : [])].join(','),
    ...round.replies.map(({ answers, part }) =>
      [...answers.map((answer) => answer ?? ''), ...(isSplit ? [part ?? ''] : [])].join(','),
    ),
  ];
  await hand.chooseFile(main(page).getByRole('button', { name: 'Choose a file' }), {
    name: 'replies.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\r\n')}\r\n`),
  });
  if (isSplit) await hand.press(page.getByRole('button', { name: 'Check these rows' }));
  await hand.press(page.getByRole('button', { name: `Add ${round.replies.length} replies` }));
  await expectReplies(hand, round.replies.length, round.invited);
  await closeRound(hand);
  return address;
}

export async function numbersOf(page: Page): Promise<readonly (readonly string[])[]> {
  return await tableRows(main(page).getByRole('table', { name: 'The numbers' }));
}

/** The row of one scale in the table of scales. */
export async function scaleRow(page: Page, title: string): Promise<readonly string[]> {
  const rows = await tableRows(main(page).getByRole('table', { name: 'Each scale' }));
  return rows.find(([name]) => name === title) ?? [];
}

/** Saves the results that stand on the page, and answers what is in the file. */
export async function saveResults(app: AppHost, hand: Hand, path: string): Promise<string> {
  await app.answerDialog({ kind: 'save', filePath: path });
  await hand.press(main(hand.page).getByRole('button', { name: 'Save as CSV' }));
  await expect.poll(() => existsSync(path), { timeout: 30_000 }).toBe(true);
  await expectToast(hand.page, 'Saved, and added to the export log.');
  return await readFile(path, 'utf8');
}
