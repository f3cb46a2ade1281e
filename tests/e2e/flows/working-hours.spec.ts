/** The full-time week of a service through its changes, and its caseload limit: typed once, kept, and corrected. */
import { expect, test } from '../fixtures.js';
import { unlock } from '../page-models/first-run.js';
import { expectToast, field } from '../page-models/places.js';
import { handOf } from '../support/hand.js';
import { goTo } from '../support/places.js';

test.use({ profile: 'ready' });

test('the steps of the working week and the caseload limit are kept, by keyboard', async ({
  app,
  page,
  secrets,
}) => {
  test.setTimeout(300_000);
  await unlock(app.page, secrets.passphrase);
  const hand = handOf(page, 'keyboard');
  await goTo(page, '/settings');
  await hand.press(page.getByRole('button', { name: 'Fill in NHS Scotland’s steps' }));
  const change = (index: number) => page.getByRole('group', { name: `Change ${index}` });
  await expect(field(page, 'A full-time week, at first')).toHaveValue('37.5');
  await expect(change(1).getByLabel('From', { exact: true })).toHaveValue('1 April 2024');
  await expect(change(2).getByLabel('From then on', { exact: true })).toHaveValue('36');

  await hand.fill(change(2).getByLabel('From then on', { exact: true }), '3');
  await hand.fill(field(page, 'Open cases, at most'), '0');
  const save = page.getByRole('button', { name: 'Save details' });
  await hand.press(save);
  // What cannot be right is said at its line, and nothing typed is lost.
  await expect(change(2)).toContainText('from 20 to 60');
  await expect(change(2).getByLabel('From', { exact: true })).toHaveValue('1 April 2026');

  await hand.fill(change(2).getByLabel('From then on', { exact: true }), '36');
  await hand.fill(field(page, 'Open cases, at most'), '22.5');
  await hand.press(page.getByRole('button', { name: 'Take away change 1' }));
  await expect(change(2)).toBeHidden();
  await hand.press(save);
  await expectToast(page, /^Saved\./);

  await goTo(page, '/today');
  await goTo(page, '/settings');
  await expect(field(page, 'A full-time week, at first')).toHaveValue('37.5');
  await expect(change(1).getByLabel('From', { exact: true })).toHaveValue('1 April 2026');
  await expect(change(1).getByLabel('From then on', { exact: true })).toHaveValue('36');
  await expect(field(page, 'Open cases, at most')).toHaveValue('22.5');
});
