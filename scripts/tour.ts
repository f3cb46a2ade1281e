/**
 * `npm start -- --tour`: the whole main job without a display, in the built app in the Chromium host, on made-up
 * data: first run, the team from a file, supervision, a plan, a wellbeing round, workforce figures, an anonymised
 * summary, lock, quit, start again. Leaves numbered screenshots, the PDF and the CSV in out/tour.
 */
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ChromiumHost } from '../tests/e2e/hosts/chromium.js';
import { setUp, unlock } from '../tests/e2e/page-models/first-run.js';
import { importWhole } from '../tests/e2e/page-models/imports.js';
import * as incidents from '../tests/e2e/page-models/incidents.js';
import { openPeopleImport, openPerson } from '../tests/e2e/page-models/people.js';
import { goTo, main as mainOf } from '../tests/e2e/page-models/places.js';
import { openSummary, saveSummary } from '../tests/e2e/page-models/reports.js';
import { recordSession } from '../tests/e2e/page-models/supervision.js';
import * as wellbeing from '../tests/e2e/page-models/wellbeing.js';
import { setToday } from '../tests/e2e/support/clock.js';
import { handOf } from '../tests/e2e/support/hand.js';
import { inputFile } from '../tests/e2e/support/inputs.js';
import { ensureChromium, HOW_TO_INSTALL } from './lib/chromium-binary.js';
import { REPOSITORY } from './lib/host-command.js';
import { savePicture } from './lib/pictures.js';

const out = resolve(REPOSITORY, 'out/tour');
const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** The extracts end in March 2026: the tour takes place on the last day that they know. */
const day = '2026-03-31';

async function tour(profile: string): Promise<void> {
  let app = await ChromiumHost.launch({ userDataDir: profile });
  let count = 0;
  const picture = async (name: string, words: string): Promise<void> => {
    count += 1;
    const file = join(out, `${String(count).padStart(2, '0')}-${name}.png`);
    await savePicture(app.page, file);
    say(`${words} (${relative(REPOSITORY, file)})`);
  };
  const arrange = async (): Promise<void> => {
    await app.page.setViewportSize({ width: 1366, height: 768 });
    await app.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await setToday(app.page, day);
  };

  await arrange();
  let hand = handOf(app.page, 'mouse');
  await app.page.getByRole('heading', { level: 1, name: 'Welcome to Steading' }).waitFor();
  await picture('welcome', 'Welcome');
  const { passphrase } = await setUp(app, { by: 'mouse' });
  await picture('today-empty', 'Passphrase chosen, recovery kit kept, service named');

  await openPeopleImport(hand);
  await importWhole(hand, inputFile('people.csv'), 'Bryce Lockhart', '46 people');
  await picture('people-imported', '46 people brought in from a spreadsheet');
  for (const [title, file, firstCell, brought] of [
    ['Absences', 'absence.csv', '10595', '173 absences'],
    ['Caseload', 'caseload.csv', '10598', '390 caseload figures'],
    ['Funded posts', 'establishment.csv', 'Recovery hub', '72 establishment figures'],
  ] as const) {
    await goTo(hand, 'Workforce');
    await hand.press(mainOf(app.page).getByRole('link', { name: 'Bring in figures' }));
    await hand.press(mainOf(app.page).getByRole('link', { name: title }));
    await importWhole(hand, inputFile(file), firstCell, brought);
  }
  await picture('figures-imported', 'Absences, caseload and establishment brought in');

  await recordSession(hand, {
    kind: 'Clinical',
    people: ['Bryce Lockhart'],
    date: 'today',
    agreed: ['Ask about cover for Mondays @fri @manager', 'Try the reflective group'],
    next: '26/05/2026',
    note: 'A quieter week. The new rota helps.',
  });
  await goTo(hand, 'Supervision');
  await picture('supervision', 'A session recorded; who is overdue');
  await openPerson(hand, 'Bryce Lockhart');
  await picture('person', 'One person’s page');

  await incidents.openPlan(hand, {
    type: 'Drug-related death',
    day: '30/03/2026',
    time: '16:20',
    facts: 'A death at the hostel, found by staff',
    affected: { 'Bryce Lockhart': 'Named worker' },
  });
  await picture('incident-plan', 'A critical-event plan, its dates worked out from the event');

  for (const round of [
    {
      label: 'Baseline',
      opensOn: '01/12/2025',
      closesOn: '14/12/2025',
      file: 'answers-who5-q1.csv',
      replies: 16,
    },
    {
      label: 'Spring',
      opensOn: '02/03/2026',
      closesOn: '16/03/2026',
      file: 'answers-who5-q2.csv',
      replies: 13,
    },
  ]) {
    await wellbeing.openRound(hand, {
      measure: 'WHO-5',
      label: round.label,
      opensOn: round.opensOn,
      closesOn: round.closesOn,
      invited: 24,
    });
    await wellbeing.bringInReplies(hand, inputFile(round.file), round.replies);
    await wellbeing.closeRound(hand);
  }
  await goTo(hand, 'Wellbeing');
  await app.page.getByRole('figure').first().waitFor();
  await picture('wellbeing', 'A later round against the locked baseline');
  await goTo(hand, 'Workforce');
  await app.page.getByRole('figure').first().waitFor();
  await picture('workforce', 'Turnover and sickness');

  await openSummary(hand);
  await picture('summary', 'What is hidden, and why, before anything leaves');
  await saveSummary(app, hand, 'PDF', join(out, 'summary.pdf'));
  await saveSummary(app, hand, 'CSV', join(out, 'summary.csv'));
  say(
    `Summary saved: out/tour/summary.pdf (${statSync(join(out, 'summary.pdf')).size} bytes), out/tour/summary.csv`,
  );

  await hand.press(app.page.getByRole('button', { name: 'Lock', exact: true }));
  await app.page.getByRole('heading', { level: 1, name: 'Steading is locked' }).waitFor();
  await picture('locked', 'Locked');
  await app.quit();

  app = await ChromiumHost.launch({ userDataDir: profile });
  await arrange();
  hand = handOf(app.page, 'mouse');
  await unlock(app.page, passphrase);
  await goTo(hand, 'Incidents');
  await mainOf(app.page).getByRole('link', { name: 'Drug-related death' }).waitFor();
  await picture('again', 'Started again and unlocked: everything is there');
  const log = await app.log();
  say(
    `Network requests that left: ${log.network.length}. Content policy violations: ${log.cspViolations.length}.`,
  );
  await app.quit();
}

async function main(): Promise<number> {
  if (ensureChromium(say) === undefined) {
    say(HOW_TO_INSTALL);
    return 1;
  }
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const profile = mkdtempSync(join(tmpdir(), 'steading-tour-'));
  try {
    await tour(profile);
    say('The tour is done: look in out/tour.');
    return 0;
  } catch (cause) {
    say(`The tour stopped: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
    return 1;
  } finally {
    // The host keeps the app's folder outside of the profile beside it.
    for (const folder of [profile, `${profile}-appdata`]) {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }
}

// The browser of a tour that stopped half way would keep this process alive.
process.exit(await main());
