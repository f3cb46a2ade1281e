/**
 * Sections that the owner of a plan does not share, and the owner's own scores, are nowhere in the manager's unlocked vault: not in the memory of
 * page and worker, not in search, not in any file. Backups, opened with the rescue tool: tests/vault/owner-plans.test.ts.
 */
import { expect, test } from '../fixtures.js';
import { backUpNow } from '../page-models/care.js';
import { unlock } from '../page-models/first-run.js';
import { addPerson } from '../page-models/people.js';
import { expectHeading, main } from '../page-models/places.js';
import {
  addOwnScore,
  beginPlan,
  finish,
  handOver,
  openPlans,
  ownPassphrase,
  shareSection,
  writeSection,
} from '../page-models/wellbeing-plan.js';
import { scanFolder } from '../support/canary.js';
import { handOf } from '../support/hand.js';
import { heapsOf } from '../support/heap.js';
import { canReadMemory, holdsWords, rendererPids } from '../support/processes.js';

test.use({ profile: 'ready' });

test.describe.configure({ timeout: 600_000 });

const shared = 'Grobelwyth tea outside the annex';
const unshared = {
  'What keeps me well': 'Thrumblequay swims before seven',
  'What drains me at work': 'Ossigrand visits on the north round',
  'Who to contact': 'Yelvertane my neighbour upstairs',
} as const;

/** Days that are nowhere else: where they are, the answers beside them are. */
const scoredOn = { '14/03/1987': '1987-03-14', '23/08/1991': '1991-08-23' } as const;

test('what is not shared is in no memory, search or file of the manager’s vault', async ({
  app,
  page,
  secrets,
}) => {
  // docs/release.md has what a person looks at in its place.
  test.skip(
    app.kind !== 'chromium',
    'process ids come from a browser session, which Playwright has not for Electron',
  );
  const { passphrase } = secrets;
  await unlock(app.page, passphrase);
  const hand = handOf(page, 'mouse');
  await addPerson(hand, {
    name: 'Hamish Orr',
    role: 'Peer volunteer',
    engagement: 'Volunteer',
    team: 'Recovery hub',
    startDate: '03/02/2025',
  });
  await handOver(hand, 'Hamish Orr');
  await beginPlan(hand);
  for (const [label, text] of Object.entries(unshared)) await writeSection(hand, label, text);
  await writeSection(hand, 'What helps in the moment', shared);
  await shareSection(hand, 'What helps in the moment', 'in 30 days');
  for (const day of Object.keys(scoredOn)) {
    await addOwnScore(hand, { measure: 'WHO-5 Well-Being Index', day, answers: [3, 2, 3, 1, 4] });
  }
  const one = unshared['What keeps me well'];
  expect(
    (await heapsOf(page)).some(({ text }) => text.includes(one)),
    'the search finds what is open',
  ).toBe(true);
  for (const day of Object.values(scoredOn)) {
    expect((await heapsOf(page)).some(({ text }) => text.includes(day))).toBe(true);
  }
  if (canReadMemory)
    expect(
      (await rendererPids(page)).some((pid) => holdsWords(pid, one)),
      'and the scan does',
    ).toBe(true);

  await finish(hand, passphrase);
  await openPlans(hand);
  await hand.press(main(page).getByRole('link', { name: 'Hamish Orr' }));
  await expectHeading(page, 'Hamish Orr');
  await expect(main(page).getByText(shared)).toBeVisible();
  await expect(main(page).getByText(/WHO-5|1987|1991|own scores/i)).toHaveCount(0);

  await test.step('memory', async () => {
    const heaps = await heapsOf(page);
    expect(heaps.map(({ of }) => of)).toEqual(['page', 'worker']);
    expect(heaps[0]?.text).toContain(shared);
    expect(heaps[1]?.text).toContain('wellbeing-plan');
    for (const words of [...Object.values(unshared), ...Object.values(scoredOn), ownPassphrase]) {
      for (const { of, text } of heaps) expect(text.includes(words), `${of}: ${words}`).toBe(false);
      if (!canReadMemory) continue;
      for (const pid of await rendererPids(page)) expect(holdsWords(pid, words)).toBe(false);
    }
  });

  await test.step('search', async () => {
    for (const words of ['Thrumblequay', 'Ossigrand', 'Yelvertane', '1987', 'WHO-5']) {
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog', { name: 'Find anything' });
      await expect(dialog).toBeVisible();
      await page.keyboard.type(words);
      await expect(dialog.getByRole('option', { name: /plan/i })).toHaveCount(0);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Grobelwyth');
    await expect(page.getByRole('option', { name: /Wellbeing Plan, Hamish Orr/ })).toHaveCount(1);
    await page.keyboard.press('Escape');
  });

  await test.step('files', async () => {
    await backUpNow(hand);
    const scan = await scanFolder(app.userDataDir, {
      ...unshared,
      ...scoredOn,
      shared,
      passphrase: ownPassphrase,
    });
    expect(scan.files.some((file) => file.endsWith('.stb'))).toBe(true);
    expect(scan.sightings).toEqual([]);
  });
});
