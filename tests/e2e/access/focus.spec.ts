/** By keyboard: the focus is where it should be, can be seen, gets everywhere, and comes back. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { goTo, openDemo, places, recordPages, standingPages, visit } from '../support/places.js';
import { focusedStop, walkWithTab } from '../support/focus.js';
import { errorStates } from '../support/states.js';

const focusName = async (page: Page): Promise<string> => (await focusedStop(page))?.what ?? 'nothing';

test('a change of page moves the focus to its heading and says so in the title, without a name', async ({
  madeUp,
}) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  for (const place of [...places].reverse()) {
    await page
      .getByRole('navigation', { name: 'Places' })
      .getByRole('link', { name: place.what, exact: true })
      .click();
    await expect(page).toHaveTitle(`${place.title} – Steading`);
    await expect(page.locator('main h1')).toBeFocused();
    // The main thing is two keys away at most.
    await page.keyboard.press('F6');
    await page.keyboard.press('Shift+F6');
    await expect(page.locator('main h1')).toBeFocused();
  }

  await goTo(page, '/people');
  const names = await page.getByRole('list', { name: 'People in post' }).getByRole('link').allTextContents();
  expect(names.length).toBeGreaterThan(10);
  const parts = [...new Set(names.flatMap((name) => name.split(' ')))].filter((part) => part.length > 2);

  const paths = await madeUp.paths();
  const found: string[] = [];
  for (const stop of [...standingPages, ...recordPages(paths)]) {
    await visit(page, stop);
    const title = await page.title();
    if (!/^[^–]+ – Steading$/.test(title)) found.push(`${stop.what} has the title "${title}"`);
    for (const part of parts) {
      if (new RegExp(`\\b${part}\\b`).test(title)) found.push(`${stop.what}: a name in the title "${title}"`);
    }
    const isRight = await page.evaluate(() => {
      const focused = document.activeElement;
      return (
        focused?.matches('main h1') === true ||
        // A form that begins at its first field says so by standing in it.
        (focused?.closest('main form') != null && focused.matches('input'))
      );
    });
    if (!isRight) found.push(`${stop.what}: the focus is on ${await focusName(page)}`);
  }
  expect(found).toEqual([]);
});

test('Tab reaches everything on every place, marked and with nothing over it', async ({ madeUp }) => {
  test.setTimeout(600_000);
  const { page } = madeUp;
  const found: string[] = [];
  for (const place of places) {
    await visit(page, place);
    found.push(...(await walkWithTab(page, place.what)));
  }
  expect(found).toEqual([]);
});

test('Tab reaches everything in the forms', async ({ madeUp }) => {
  test.setTimeout(600_000);
  const { page } = madeUp;
  const found: string[] = [];
  for (const path of [
    '/people/new',
    '/supervision/new',
    '/incidents/new',
    '/wellbeing/new',
    '/wellbeing/measures',
    '/wellbeing/measures/new',
    '/workforce/absences/new',
    '/reports/make/board-summary',
  ]) {
    await visit(page, { what: path, path });
    found.push(...(await walkWithTab(page, path)));
  }
  expect(found).toEqual([]);
});

test('the walk itself sees a trap, a missing mark and a thing that lies over', async ({ app }) => {
  const page = await openDemo(app);
  await visit(page, { what: 'Spaces', path: '/spaces' });
  expect(await walkWithTab(page, 'Spaces')).toEqual([]);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'nav *:focus { outline: none !important } header { position: relative } header::after { content: ""; position: absolute; inset: 0 }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.querySelector('header')?.addEventListener('keydown', (event) => {
      event.preventDefault();
    });
  });
  const found = (await walkWithTab(page, 'Spaces')).join('\n');
  expect(found).toContain('no focus mark on a "Today"');
  expect(found).toContain('something lies over button "Find');
  expect(found).toContain('Tab never reached button "New"');
});

interface Complaint {
  readonly text: string;
  readonly field: string;
}

/** What is not right about the summary of errors that the page shows. */
async function complaintsAbout(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  const summary = page.getByRole('group', { name: 'There is a problem' });
  await expect(summary).toBeFocused();
  if (!(await page.title()).startsWith('Error: '))
    found.push(`${where}: the title does not start with "Error: "`);
  const links = summary.getByRole('link');
  const count = await links.count();
  if (count === 0) found.push(`${where}: no link in the summary`);
  for (let index = 0; index < count; index += 1) {
    const link = links.nth(index);
    await link.focus();
    await page.keyboard.press('Enter');
    const complaint = await link.evaluate((element): Complaint & { readonly problems: string[] } => {
      const text = element.textContent;
      const field = document.activeElement;
      const name = field?.getAttribute('name') ?? field?.tagName ?? 'nothing';
      const problems: string[] = [];
      if (field?.matches('input, select, textarea') !== true) problems.push('leads to no field');
      const owner =
        field?.matches('[type="radio"], [type="checkbox"]') === true
          ? (field.closest('[role="radiogroup"], [role="group"]') ?? field)
          : field;
      const isInvalid = [owner, field].some((each) => each?.getAttribute('aria-invalid') === 'true');
      if (!isInvalid) problems.push('has no aria-invalid');
      const described = (owner?.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '');
      if (!described.includes(text)) problems.push('is not described by the same words');
      return { text, field: name, problems };
    });
    found.push(
      ...complaint.problems.map((problem) => `${where}, "${complaint.text}": ${complaint.field} ${problem}`),
    );
  }
  return found;
}

test('what is missing is said in a summary that leads to each field, and at the field in the same words', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const page = await openDemo(app);
  const found: string[] = [];
  for (const stop of errorStates) {
    await visit(page, stop);
    found.push(...(await complaintsAbout(page, stop.what)));
  }
  // Sent again, the summary takes the focus again; put right, the title loses its "Error: ".
  await visit(
    page,
    errorStates.find(({ what }) => what === 'Person form, errors')!,
  );
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Una Test');
  await page.getByRole('textbox', { name: 'Role', exact: true }).fill('Nurse');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('group', { name: 'There is a problem' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Start date', exact: true }).fill('1 Feb 2024');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Una Test' })).toBeFocused();
  await expect(page).toHaveTitle('Person – Steading');
  expect(found).toEqual([]);
});

test('what was opened gives the focus back to what opened it', async ({ madeUp }) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  const paths = await madeUp.paths();
  const main = page.getByRole('main');
  const dialogs: readonly {
    readonly path: string;
    readonly opener: ReturnType<Page['getByRole']>;
    readonly opens: 'dialog' | 'menu';
  }[] = [
    { path: '/today', opener: page.getByRole('button', { name: /^Find/ }), opens: 'dialog' },
    { path: '/today', opener: page.getByRole('button', { name: 'New', exact: true }), opens: 'menu' },
    { path: paths.plan, opener: main.getByRole('button', { name: 'Correct the date' }), opens: 'dialog' },
    { path: paths.plan, opener: main.getByRole('button', { name: 'One page' }), opens: 'dialog' },
    { path: paths.openRound, opener: main.getByRole('button', { name: 'Close and lock' }), opens: 'dialog' },
  ];
  for (const { path, opener, opens } of dialogs) {
    await goTo(page, path);
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole(opens).first()).toBeVisible();
    const isInside = () =>
      page.evaluate(() => document.activeElement?.closest('[role="dialog"], [role="menu"]') != null);
    await expect.poll(isInside, `${path}: the focus goes into the ${opens}`).toBe(true);
    // In a dialog, Tab stays in it.
    for (let tabs = 0; tabs < 8 && opens === 'dialog'; tabs += 1) {
      await page.keyboard.press('Tab');
      expect(await isInside(), `${path}: Tab ${tabs + 1} led to ${await focusName(page)}`).toBe(true);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole(opens)).toHaveCount(0);
    await expect(opener, path).toBeFocused();
  }

  await goTo(page, paths.plan);
  for (const name of [/^Record an answer: /, /^Change who or when: /]) {
    const opener = main.getByRole('button', { name }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const shut = main.getByRole('button', { name: 'Not now' });
    await expect(shut).toBeVisible();
    await shut.focus();
    await page.keyboard.press('Enter');
    await expect(opener).toBeFocused();
  }

  // The calendar of a day is part of its field: Escape goes back to its button, Tab goes on and shuts it.
  await goTo(page, '/workforce/absences/new');
  const calendar = page.getByRole('dialog', { name: 'Calendar for first day away' });
  const opener = main.getByRole('button', { name: 'Calendar for first day away' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(calendar.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(calendar).toHaveCount(0);
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(calendar.locator(':focus')).toHaveCount(1);
  for (let tabs = 0; tabs < 6 && (await calendar.isVisible()); tabs += 1) await page.keyboard.press('Tab');
  await expect(calendar).toHaveCount(0);
  await expect(main.getByRole('textbox', { name: 'Last day away Optional' })).toBeFocused();
});
