/** What was typed stays sealed: nothing of it in any file of the profile, in any output, title or address. */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type AppHost } from '../fixtures.js';
import { setUp, unlock } from '../page-models/first-run.js';
import { encoded, encodings, scanFolder, sightingsIn } from '../support/canary.js';
import { readPdf } from '../support/pdf.js';
import { goTo } from '../support/places.js';
import { chooseFile } from '../support/states.js';

/** Of an owner behind @ the app makes the first letter large; here it is large already. */
const canaries = {
  'name of a person': 'Zqxandria Wyfthebly',
  'name of another': 'Oorlaith Gwethkromp',
  role: 'Vrokling steward',
  team: 'Glimquaver crew',
  site: 'Pohjexworth annex',
  'payroll number': 'PX-83024471-ZK',
  'leaving reason': 'Xylophrene sabbatical',
  'note of a session': 'Kessarine felt quelmish after the thrawnby shift',
  'agreed action': 'Swap the brimflock rota',
  'owner of an action': 'Yttervald',
  'who led it': 'Mxolberta Frune',
  'facts of an event': 'Grelthorpe was found at the squibley stairwell',
  'detail of an event': 'Ambulance jorvex-19 came at the second call',
  'step of a plan': 'Phone the wendlequist family',
  'who asked': 'Harkwillow Tunz',
  'name of a round': 'Quobbinly spring round',
  'note of a round': 'Fizzlewick moved office that week',
  passphrase: 'brindlewox flarnpetal quovish undertoft',
  'new passphrase': 'skerrivane dolmuth paxtable ghoorie',
  'wrong passphrase': 'nobblefrith cantrel wumpherd',
  'search in the palette': 'sproddlekin',
  'search among people': 'twixelhorn',
  'search in help': 'gubbernaught',
  'draft that was left': 'Ulverquint Drabshaw',
  'name of a file': 'zwartbloc-import-vumph',
  'cell of a file': 'Jhindowen Skrelp',
  'cell that was left out': 'Plovertangle Nymsk',
  'column that is not read': 'Corbenique Vashwood',
} as const;

const serviceName = 'Embrockle House';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const text = (page: Page, name: string, value: string) =>
  page
    .getByRole('main')
    .getByRole('textbox', { name: new RegExp(`^${name.replace(/[?,]/g, '\\$&')}( Optional)?$`) })
    .fill(value);
const pick = async (page: Page, name: string | RegExp, value: string): Promise<void> => {
  await page.getByRole('combobox', { name }).fill(value.slice(0, 8));
  await page.getByRole('listbox').getByRole('option', { name: value }).click();
};
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name }).first()).toBeVisible({ timeout: 30_000 });

/** A canary in every field of every form. */
async function typeEverywhere(page: Page): Promise<void> {
  await goTo(page, '/people/new');
  await text(page, 'Name', canaries['name of a person']);
  await text(page, 'Role', canaries.role);
  await text(page, 'Team', canaries.team);
  await text(page, 'Site', canaries.site);
  await text(page, 'Payroll or volunteer number', canaries['payroll number']);
  await text(page, 'Start date', '1 Feb 2024');
  await button(page, 'Save person');
  await heading(page, canaries['name of a person']);
  await goTo(page, '/people/new');
  await text(page, 'Name', canaries['name of another']);
  await text(page, 'Role', canaries.role);
  await text(page, 'Start date', '1 Feb 2024');
  await text(page, 'Last day in post', '1 Mar 2025');
  await text(page, 'Leaving reason', canaries['leaving reason']);
  await button(page, 'Save person');
  await heading(page, canaries['name of another']);

  await goTo(page, '/people/import');
  await chooseFile(
    page,
    `${canaries['name of a file']}.csv`,
    [
      'Name,Role,Team,Start date,Private remark',
      `${canaries['cell of a file']},${canaries.role},${canaries.team},03/04/2022,${canaries['column that is not read']}`,
      `${canaries['cell that was left out']},${canaries.role},,31/02/2022,`,
    ].join('\r\n'),
  );
  await button(page, 'Check these rows');
  await button(page, 'Bring in 1 person');
  await heading(page, 'Bring in people');
  await expect(page.getByText('1 person brought in')).toBeVisible();

  await goTo(page, '/supervision/new');
  await pick(page, 'Who with', canaries['name of a person']);
  await text(page, 'How are they, in their words?', canaries['note of a session']);
  await text(page, 'What we agreed', `${canaries['agreed action']} @fri @${canaries['owner of an action']}`);
  await text(page, 'Who led it', canaries['who led it']);
  await button(page, 'Save record');
  await expect(page.getByText(/^Saved\. Next time/)).toBeVisible();

  await goTo(page, '/incidents/new');
  await page.getByRole('radio', { name: 'Yes' }).check({ force: true });
  await page.getByLabel('What happened?').selectOption({ index: 1 });
  await text(page, 'The facts, in one line', canaries['facts of an event']);
  await button(page, 'Add more detail');
  await text(page, 'More detail', canaries['detail of an event']);
  await pick(page, 'Add a person or a team', canaries['name of a person']);
  await button(page, 'Open the plan');
  await expect(page.getByRole('button', { name: 'Correct the date' })).toBeVisible();
  await text(page, 'Add a step', canaries['step of a plan']);
  await button(page, 'Add');
  await expect(page.getByText(canaries['step of a plan'])).toBeVisible();
  await page.getByRole('list', { name: 'Phases of the plan' }).getByRole('button').nth(1).click();
  await page.getByRole('button', { name: `Record an answer: ${canaries['name of a person']}` }).click();
  await page.getByRole('radio', { name: 'Accepted' }).check({ force: true });
  await text(page, 'Asked by', canaries['who asked']);
  await button(page, 'Save answer');
  await expect(page.getByText(`by ${canaries['who asked']}`)).toBeVisible();

  await goTo(page, '/wellbeing/new');
  await text(page, 'Name of the round', canaries['name of a round']);
  await text(page, 'What was going on', canaries['note of a round']);
  await text(page, 'People invited', '12');
  await button(page, 'Open the round');
  await heading(page, canaries['name of a round']);
  await page.getByRole('link', { name: 'On paper' }).click();
  await heading(page, 'On paper');
  for (let item = 1; item <= 5; item += 1) await page.getByLabel(`Item ${item}`, { exact: true }).fill('3');
  await button(page, 'Save this reply');
  await expect(page.getByText('Saved. 1 of 12 in.')).toBeVisible();

  await goTo(page, '/workforce/absences/new');
  await pick(page, 'Who is away', canaries['name of a person']);
  await button(page, 'Save absence');
  await heading(page, 'Away now: 1');

  await page.keyboard.press('Control+k');
  await page.keyboard.type(canaries['search in the palette']);
  await expect(page.getByText('No matches. Try a role or a place.')).toBeVisible();
  await goTo(page, '/people');
  await text(page, 'Find by name, role, team or site', canaries['search among people']);
  await goTo(page, '/help');
  await text(page, 'Look for', canaries['search in help']);

  await goTo(page, '/people/new');
  await text(page, 'Name', canaries['draft that was left']);
}

async function saveSummaries(
  app: AppHost,
  folder: string,
): Promise<{ readonly pdf: Buffer; readonly csv: Buffer }> {
  const { page } = app;
  const pdf = join(folder, 'summary.pdf');
  const csv = join(folder, 'summary.csv');
  await goTo(page, '/reports/make/board-summary');
  await expect(page.getByRole('region', { name: 'Preview of the report' })).toBeVisible({ timeout: 60_000 });
  for (const [format, path] of [
    ['PDF', pdf],
    ['CSV', csv],
  ] as const) {
    await page.getByRole('radio', { name: format }).check({ force: true });
    await app.answerDialog({ kind: 'save', filePath: path });
    await button(page, `Save the ${format}`);
    await expect.poll(() => existsSync(path), { timeout: 60_000 }).toBe(true);
  }
  await expect(page.getByText('Saved, and added to the export log.')).toHaveCount(2);
  return { pdf: await readFile(pdf), csv: await readFile(csv) };
}

test('nothing that was typed is anywhere but in the sealed records and the chosen export', async ({
  app,
}) => {
  test.setTimeout(600_000);
  const titles = new Set<string>();
  const noteTitles = async (): Promise<void> => {
    for (const { title } of (await app.state()).windows) titles.add(title);
    titles.add(await app.page.title());
  };
  const exports = await mkdtemp(join(tmpdir(), 'steading-out-'));
  const { code } = await setUp(app, { passphrase: canaries.passphrase, serviceName });
  await noteTitles();
  await typeEverywhere(app.page);
  await noteTitles();

  // Locked with a draft in the form, tried with a wrong passphrase, opened, and the draft is there.
  await app.page.keyboard.press('Control+l');
  await expect(app.page.getByRole('heading', { name: 'Steading is locked' })).toBeVisible();
  await app.page.getByRole('textbox', { name: 'Passphrase' }).fill(canaries['wrong passphrase']);
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('That passphrase did not open this file').first()).toBeVisible({
    timeout: 60_000,
  });
  await noteTitles();
  const leftInPage = await app.page.evaluate(() => [
    document.documentElement.outerHTML,
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      window.name,
      history.state,
    ]),
    location.href,
  ]);
  const secrets = {
    ...canaries,
    'recovery code': code,
    'recovery code, bare': code.replaceAll('-', ''),
  };
  const expectedInPage = { ...secrets, 'wrong passphrase': 'not looked for: it still stands in its box' };
  expect(
    leftInPage.flatMap((part) => sightingsIn(Buffer.from(part), expectedInPage, 'the locked page')),
  ).toEqual([]);
  await unlock(app.page, canaries.passphrase);
  await goTo(app.page, '/people/new');
  await expect(app.page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(
    canaries['draft that was left'],
  );

  await goTo(app.page, '/settings/passphrase');
  await text(app.page, 'Passphrase you use now', canaries.passphrase);
  await button(app.page, 'Choose a new one');
  await app.page.getByRole('radio', { name: /Type my own/ }).check();
  await text(app.page, 'Passphrase', canaries['new passphrase']);
  await text(app.page, 'The same again', canaries['new passphrase']);
  await button(app.page, 'Use my passphrase');
  await heading(app.page, 'Settings');
  const { pdf, csv } = await saveSummaries(app, exports);
  await noteTitles();

  const log = await app.log();
  expect(await app.quit()).toBe(0);

  // The export: the service's name because it was asked for, and nobody's name, note or secret.
  const read = readPdf(pdf);
  expect(read.text.replace(/\s/g, '')).toContain(serviceName.replace(/\s/g, ''));
  const withoutSpaces = Object.fromEntries(
    Object.entries(secrets).map(([name, value]) => [name, value.replace(/\s/g, '')]),
  );
  expect(sightingsIn(Buffer.from(read.text.replace(/\s/g, '')), withoutSpaces, 'text of the PDF')).toEqual(
    [],
  );
  expect(sightingsIn(Buffer.from(read.raw, 'latin1'), secrets, 'objects of the PDF')).toEqual([]);
  expect(sightingsIn(csv, secrets, 'CSV')).toEqual([]);
  const info = [
    ...read.raw.matchAll(/\/(Title|Author|Subject|Keywords|Creator|Producer)\s*(\([^)]*\)|<[0-9A-Fa-f]+>)/g),
  ];
  expect(info.map(([, key]) => key)).not.toContain('Author');
  for (const [, , value = ''] of info) expect(value).not.toMatch(/Embrockle|Glimquaver|Zqxandria/);
  expect(
    (await scanFolder(exports, { ...secrets, service: serviceName })).sightings.map(({ canary }) => canary),
  ).toEqual(
    // In the CSV as text; in the PDF it is packed.
    ['service'],
  );

  // What was said and shown meanwhile.
  const said = {
    "main's output": app.output(),
    'the console': JSON.stringify(log.console),
    addresses: [...log.requests, ...log.downloads.map(({ url }) => url)].join('\n'),
    titles: [...titles].join('\n'),
    dialogs: JSON.stringify(log.dialogs),
    'the rest of the log': JSON.stringify({ ...log, console: [], requests: [], dialogs: [] }),
  };
  expect(
    Object.entries(said).flatMap(([where, what]) =>
      sightingsIn(Buffer.from(what), { ...secrets, service: serviceName }, where),
    ),
  ).toEqual([]);

  // Every file of the profile.
  const { files, sightings } = await scanFolder(app.userDataDir, { ...secrets, service: serviceName });
  expect(files.some((file) => file.includes('journal'))).toBe(true);
  expect(files.some((file) => file.includes('IndexedDB'))).toBe(true);
  expect(sightings).toEqual([]);

  // And the search itself finds what is there, in each encoding, at any offset, and in names.
  const scratch = join(app.userDataDir, 'scratch');
  await mkdir(join(scratch, canaries['name of a person']), { recursive: true });
  for (const encoding of encodings) {
    const bytes = Buffer.concat([
      Buffer.alloc(65_537, 7),
      encoded(canaries['note of a session'], encoding),
      Buffer.alloc(9, 7),
    ]);
    await writeFile(join(scratch, `${encoding}.bin`), bytes);
  }
  const control = await scanFolder(scratch, secrets);
  expect(control.sightings.map(({ encoding, file }) => `${encoding} in ${file}`).sort()).toEqual(
    [
      ...encodings.map((encoding) => `${encoding} in ${encoding}.bin`),
      `name of a file in ${canaries['name of a person']}`,
    ].sort(),
  );
  await rm(exports, { recursive: true });
});

test('nor does a crash leave anything that can be read', async ({ app }) => {
  test.setTimeout(300_000);
  await setUp(app, { passphrase: canaries.passphrase, serviceName });
  await goTo(app.page, '/people/new');
  await text(app.page, 'Name', canaries['name of a person']);
  await text(app.page, 'Role', canaries.role);
  await text(app.page, 'Start date', '1 Feb 2024');
  await button(app.page, 'Save person');
  await heading(app.page, canaries['name of a person']);
  const before = app.page;
  await app.window('crash-renderer');
  await expect.poll(async () => (await app.livePage()) !== before, { timeout: 60_000 }).toBe(true);
  await unlock(app.page, canaries.passphrase);
  await goTo(app.page, '/people/new');
  await text(app.page, 'Name', canaries['draft that was left']);
  await app.crash();
  const { files, sightings } = await scanFolder(app.userDataDir, { ...canaries, service: serviceName });
  expect(files.length).toBeGreaterThan(10);
  expect(sightings).toEqual([]);
});
