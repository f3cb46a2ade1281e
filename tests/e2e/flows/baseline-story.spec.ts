/** Acceptance stories 1 and 4 (the part that is scored), from an open round to what people are told and what is done. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { expectHeading, field, goTo, main } from '../page-models/places.js';
import {
  holdRound,
  numbersOf,
  saveResults,
  scaleRow,
  show,
  type StoryReply,
} from '../page-models/round-results.js';
import { setToday } from '../support/clock.js';
import { handOf, reach } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { story4First, story4Next } from '../../support/hse-answers.js';

test.use({ profile: 'ready' });
test.describe.configure({ timeout: 180_000 });

/** Raw sum `raw` of WHO-5, over its five items. */
const who5 = (raw: number): number[] =>
  Array.from({ length: 5 }, (_, item) => Math.min(5, Math.max(0, raw - item * 5)));
const baseline: readonly StoryReply[] = [13, 9, 16, 11, 18, 8].map((raw, index) => ({
  answers: who5(raw),
  part: index < 4 ? 'Paid' : 'Volunteer',
}));

test('story 1: a baseline of an island team, locked, and a second round beside it', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-02-20');
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'mouse');
  const first = await holdRound(hand, {
    measure: 'who5',
    label: 'Baseline',
    opensOn: '02/02/2026',
    closesOn: '16/02/2026',
    invited: 7,
    isSplit: true,
    replies: baseline,
  });

  await expectHeading(page, /^The baseline is 50\.0/);
  const [numbers] = await numbersOf(page);
  expect(numbers?.slice(0, 6)).toEqual(['Baseline', '6 of 7', '50.0', '15.7', '48.0', '33.5 to 66.5']);
  // Three of six are at 50 or under: neither they nor the other three may be counted.
  expect(numbers?.[6]).toBe('Hidden: Fewer than 5, or all but fewer than 5');
  const page1 = main(page);
  await expect(page1.getByText('85.7% replied: 6 of 7')).toBeVisible();
  await expect(page1.getByText('A very good rate.')).toBeVisible();
  await expect(page1.getByText('Fewer than 30 replies', { exact: true })).toBeVisible();
  await expect(page1.getByText('Paid and Volunteer are both hidden. Only the total stays')).toBeVisible();
  await expect(page1.getByRole('table', { name: 'How you work here' })).toHaveCount(0);
  await expect(page1.getByText('The baseline is locked')).toBeVisible();

  await show(page, `${first}/edit`);
  await expectHeading(page, 'This round is locked');
  await expect(main(page).getByRole('textbox')).toHaveCount(0);
  await show(page, `${first}/paper`);
  await expect(main(page).getByRole('textbox')).toHaveCount(0);

  await setToday(page, '2026-05-20');
  await holdRound(hand, {
    measure: 'who5',
    label: 'After the move',
    opensOn: '04/05/2026',
    closesOn: '18/05/2026',
    invited: 8,
    note: 'team moved office',
    replies: [18, 11, 16, 13, 18, 9, 16].map((raw) => ({ answers: who5(raw) })),
  });
  await expectHeading(page, 'No clear change in wellbeing since the baseline: 57.7 now, 50.0 then');
  const rows = await numbersOf(page);
  expect(rows.map((cells) => cells.slice(0, 6))).toEqual([
    ['Baseline', '6 of 7', '50.0', '15.7', '48.0', '33.5 to 66.5'],
    ['After the move', '7 of 8', '57.7', '14.0', '64.0', '44.7 to 70.7'],
    ['No clear change', '', '+7.7', '', '', '−10.8 to +26.2'],
  ]);
  await expect(main(page).getByText('team moved office')).toBeVisible();
  await expect(main(page).getByText('A change is not proof of its cause.')).toBeVisible();

  const csv = await saveResults(app, hand, join(app.userDataDir, 'round.csv'));
  const lines = csv.split('\r\n').filter((line) => line !== '');
  // A title, two notes, the heads, one row for the scale and one for the replies: none is a person's.
  expect(lines).toHaveLength(6);
  expect(lines.filter((line) => line.startsWith('Well-being'))).toHaveLength(1);
  expect(csv).not.toContain('anonymised');
  for (const secret of ['After the move', 'moved office', 'Paid', '57.7', '50.0', '7 of 8']) {
    expect(csv).not.toContain(secret);
  }
  await goTo(hand, 'Reports');
  await expect(
    main(page).getByRole('list', { name: 'What has left' }).getByText('Results of a wellbeing round'),
  ).toBeVisible();
});

test('story 4: drivers beside the benchmark, an action by one key, people told, and the next round', async ({
  app,
  page,
  secrets,
}) => {
  await setToday(page, '2026-02-20');
  await unlock(page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  const first = await holdRound(hand, {
    measure: 'hse35',
    label: 'Drivers',
    opensOn: '02/02/2026',
    closesOn: '16/02/2026',
    invited: 14,
    replies: story4First.map((answers) => ({ answers })),
  });
  await expectHeading(page, 'Demands needs attention first');
  const read = async (title: string) => {
    const cells = await scaleRow(page, title);
    return [cells[2], cells[6]];
  };
  expect(await read('Demands')).toEqual(['2.90', 'Urgent action needed']);
  expect(await read('Manager support')).toEqual(['3.50', 'Good, not yet best']);
  expect(await read('Peer support')).toEqual(['3.70', 'Clear need to improve']);
  expect(await read('Role')).toEqual(['4.32', 'Doing well: keep it up']);

  const findings = main(page).getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(findings.first()).toContainText('Demands');
  await reach(page, findings.first().getByRole('link', { name: 'Make an action: Demands' }));
  await page.keyboard.press('a');
  await expectHeading(page, 'New action');
  await expect(field(page, 'What you will do')).toHaveValue(/caseloads/);
  await expect(field(page, 'What you will do')).toBeFocused();
  await hand.fill(field(page, 'Or a role'), 'Team lead G');
  await expect(field(page, 'Look at it on')).toHaveValue('17 April 2026');
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Demands needs attention first');
  await expect(findings.first()).toContainText('Action: Set a limit for caseloads');

  await hand.press(main(page).getByRole('link', { name: 'What we heard' }));
  await expectHeading(page, 'What we heard, what we will do');
  await expect(field(page, 'What we heard')).toHaveValue(/Demands needs attention first\./);
  await expect(field(page, 'What we will do')).toHaveValue(/caseloads/);
  await expect(main(page).getByText('Tell people by 17 April 2026')).toBeVisible();
  await hand.tick(main(page).getByRole('checkbox', { name: /^I have read it/ }));
  const sheet = join(app.userDataDir, 'heard.pdf');
  await app.answerDialog({ kind: 'save', filePath: sheet });
  await hand.press(main(page).getByRole('button', { name: 'Save the sheet as PDF' }));
  await expect(page.getByText('Saved as a PDF, and added to the export log.')).toBeVisible({
    timeout: 30_000,
  });
  const printed = readPdf(await readFile(sheet)).text.replace(/\s+/g, ' ');
  expect(printed).toContain('Demands needs attention first');

  // Left unsaved: it waits on Today as a draft, and near the end of eight weeks Today says that people wait.
  await setToday(page, '2026-04-10');
  await goTo(hand, 'Today');
  await expect(main(page).getByText('Tell people what came of “Drivers”')).toBeVisible();
  await show(page, `${first}/heard`);
  await hand.press(main(page).getByRole('button', { name: 'People were told today' }));
  await expect(main(page).getByText('People were told on 10 April 2026')).toBeVisible();
  await goTo(hand, 'Today');
  await expect(main(page).getByText('Tell people what came of “Drivers”')).toHaveCount(0);

  await setToday(page, '2026-05-20');
  await goTo(hand, 'Actions');
  const actions = main(page).getByRole('list', { name: 'Actions of the service' });
  await expect(actions).toContainText('Team lead G');
  await expect(actions).toContainText('Demands, in Drivers');
  await hand.tick(actions.getByRole('checkbox', { name: /Set a limit for caseloads/ }));
  await expect(actions).toContainText('Done 20 May 2026');

  await holdRound(hand, {
    measure: 'hse35',
    label: 'Drivers again',
    opensOn: '04/05/2026',
    closesOn: '18/05/2026',
    invited: 14,
    replies: story4Next.map((answers) => ({ answers })),
  });
  const demands = await scaleRow(page, 'Demands');
  expect([demands[2], demands[6], demands[7]]).toEqual([
    '3.05',
    'Clear need to improve, was: urgent action needed',
    'No clear change',
  ]);
  expect(demands[8]).toMatch(/^\+0\.16 \(−0\.\d\d to \+0\.\d\d\)$/);
  await expect(main(page).getByText('A change is not proof of its cause.')).toBeVisible();
});
