/** Nothing for axe to find: every page, empty and filled, light and dark, with errors shown and with overlays open. */
import { expect, test } from '../fixtures.js';
import { createAxeWalk } from '../support/axe.js';
import { demoPaths, openDemo, recordPages, standingPages, visit } from '../support/places.js';
import { errorStates, openStates } from '../support/states.js';

test('every page, with made-up data', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
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
  await expect(page.getByText('That passphrase did not open this file').first()).toBeVisible({ timeout: 60_000 });
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
