/** Nothing for axe to find: every page, empty and filled, light and dark, with errors shown and with overlays open. */
import { expect, test } from '../fixtures.js';
import { createAxeWalk, schemes } from '../support/axe.js';
import { demoPaths, openDemo, recordPages, standingPages, visit } from '../support/places.js';
import { errorStates, openStates } from '../support/states.js';

test('every page, with made-up data', async ({ madeUp }) => {
  test.setTimeout(600_000);
  const { page } = madeUp;
  const paths = await madeUp.paths();
  const walk = createAxeWalk();
  for (const stop of [...standingPages, ...recordPages(paths)]) {
    await visit(page, stop);
    await walk.look(page, stop.what);
  }
  expect(walk.report()).toEqual([]);
});

test('errors shown, and everything that opens or unfolds', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  const walk = createAxeWalk();
  for (const stop of [...errorStates, ...openStates(paths)]) {
    await visit(page, stop);
    await walk.look(page, stop.what);
  }
  expect(walk.report()).toEqual([]);
});

test('first run, an empty vault, and the lock', async ({ app }) => {
  test.setTimeout(600_000);
  const { page } = app;
  const walk = createAxeWalk();
  const stands = (name: string) =>
    expect(page.getByRole('heading', { level: 1, name })).toBeVisible({ timeout: 60_000 });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const problem = () => expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  const passphrase = 'quiet harbour lantern seven';

  await stands('Welcome to Steading');
  await walk.look(page, 'Welcome');
  await press('Start');
  await stands('Choose a passphrase');
  await expect(page.getByRole('list', { name: 'Your six words' }).getByRole('listitem')).toHaveCount(6);
  await walk.look(page, 'Six words');
  await page.getByRole('radio', { name: /Type my own/ }).check();
  await walk.look(page, 'Own passphrase');
  await press('Use my passphrase');
  await problem();
  await walk.look(page, 'Own passphrase, errors');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('harbour19');
  await page.getByRole('textbox', { name: 'The same again' }).fill('harbour19');
  await press('Use my passphrase');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await walk.look(page, 'A weak passphrase');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await page.getByRole('textbox', { name: 'The same again' }).fill(passphrase);
  await press('Use my passphrase');
  await stands('Keep your recovery kit');
  const groups = await page
    .getByRole('list', { name: 'Recovery code, in groups' })
    .getByRole('listitem')
    .evaluateAll((all) => all.map((group) => group.lastChild?.textContent ?? ''));
  await walk.look(page, 'Recovery kit');
  await press('I have kept it');
  await walk.look(page, 'Recovery kit, check');
  await press('Go on');
  await problem();
  await walk.look(page, 'Recovery kit, errors');
  for (const field of await page.getByRole('textbox', { name: /^Group \d$/ }).all()) {
    const name = (await field.getAttribute('name')) ?? '';
    await field.fill(groups[Number(name.replace('group-', '')) - 1] ?? '');
  }
  await press('Go on');
  await stands('Your service');
  await walk.look(page, 'Service');
  await press('Open Steading');
  await problem();
  await walk.look(page, 'Service, errors');
  await page.getByLabel('Name of the service').fill('Harbour Steps');
  await press('Open Steading');
  await stands('Today');

  for (const stop of standingPages) {
    await visit(page, stop);
    await walk.look(page, `${stop.what}, empty`);
  }

  await page.setViewportSize({ width: 600, height: 700 });
  await press('Menu');
  await expect(page.getByRole('menu')).toBeVisible();
  await walk.look(page, 'Menu in a narrow window');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1366, height: 900 });

  await page.keyboard.press('Control+Shift+h');
  await stands('The screen is hidden');
  await walk.look(page, 'Hidden screen');
  await page.keyboard.press('Escape');
  await stands('Steading is locked');
  await walk.look(page, 'Lock');
  await press('Help');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('not this one');
  await press('Unlock');
  await expect(page.getByText('That passphrase did not open this file').first()).toBeVisible({
    timeout: 60_000,
  });
  await walk.look(page, 'Lock, wrong passphrase, help');
  await press('Use the recovery kit');
  await walk.look(page, 'Recovery way');
  await press('Use this code');
  await expect(page.getByText('One character of that code is not right').first()).toBeVisible();
  await walk.look(page, 'Recovery way, error');
  await page.getByRole('textbox', { name: 'Recovery code' }).fill(groups.join('-'));
  await press('Use this code');
  await stands('Choose a new passphrase');
  await walk.look(page, 'New passphrase');
  expect(walk.report()).toEqual([]);
});

test('the walk itself sees a fault, and in which scheme', async ({ app }) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const main = document.querySelector('main');
    const words = document.createElement('p');
    main?.prepend(words);
    // Near to the light page, far from the dark one.
    Object.assign(words.style, { color: '#e9e9e4', background: 'var(--page)' });
    words.append('Words that hardly show');
    const others = document.createElement('p');
    main?.prepend(others);
    Object.assign(others.style, { color: '#20262a', background: 'var(--page)' });
    others.append('Words that hardly show in the dark');
    main?.appendChild(document.createElement('button'));
  });
  const walk = createAxeWalk();
  await walk.look(page, 'Welcome');
  const found = walk.report();
  expect(found.filter((line) => line.startsWith('button-name'))).toHaveLength(1);
  expect(found.filter((line) => /^color-contrast.*\(light\)$/.test(line))).toHaveLength(1);
  expect(found.filter((line) => /^color-contrast.*\(dark\)$/.test(line))).toHaveLength(1);
});

/** Colours of words (4.5 to 1) and of marks (3 to 1), and the grounds on which they are used. */
const pairs: readonly {
  readonly least: number;
  readonly marks: readonly string[];
  readonly grounds: readonly string[];
}[] = [
  {
    least: 4.5,
    marks: ['text', 'muted'],
    grounds: [
      'page',
      'card',
      'rail',
      'band',
      'accent-tint',
      'hill-1',
      'hill-2',
      'hill-3',
      'good-tint',
      'caution-tint',
      'error-tint',
      'info-tint',
    ],
  },
  {
    least: 4.5,
    marks: ['link', 'accent'],
    grounds: ['page', 'card', 'accent-tint', 'hill-1', 'hill-2', 'hill-3'],
  },
  { least: 4.5, marks: ['good'], grounds: ['page', 'card', 'good-tint'] },
  { least: 4.5, marks: ['caution'], grounds: ['page', 'card', 'caution-tint'] },
  { least: 4.5, marks: ['error'], grounds: ['page', 'card', 'error-tint', 'hill-1', 'hill-2'] },
  { least: 4.5, marks: ['info'], grounds: ['page', 'card', 'info-tint'] },
  { least: 4.5, marks: ['on-accent'], grounds: ['accent', 'accent-hover'] },
  { least: 3, marks: ['control', 'focus'], grounds: ['page', 'card', 'rail'] },
  { least: 3, marks: ['s1', 's2', 's3', 's4'], grounds: ['card'] },
];

test('every colour of words and marks can be read on its grounds', async ({ app }) => {
  const { page } = app;
  const found: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const low = await page.evaluate((wanted) => {
      const probe = document.body.appendChild(document.createElement('i'));
      const luminance = (token: string): number => {
        probe.style.color = `var(--${token})`;
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(
          (part) => {
            const share = Number(part) / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          },
        );
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const contrast = (one: string, other: string): number => {
        const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
        return (light + 0.05) / (dark + 0.05);
      };
      const lines = wanted.flatMap(({ least, marks, grounds }) =>
        marks.flatMap((mark) =>
          grounds
            .filter((ground) => contrast(mark, ground) < least)
            .map((ground) => `${mark} on ${ground}: ${contrast(mark, ground).toFixed(2)}, not ${least}`),
        ),
      );
      probe.remove();
      return lines;
    }, pairs);
    found.push(...low.map((line) => `${colorScheme}: ${line}`));
  }
  expect(found).toEqual([]);
});
