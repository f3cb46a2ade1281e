/** The door for copies that name people: it says so, asks what for, and opens to nobody who has not said. */
import { readFile, rm } from 'node:fs/promises';
import { expect, test } from '../fixtures.js';
import { openCare } from '../page-models/care.js';
import { goThroughDoor, identifiedDoor } from '../page-models/identified.js';
import { expectToast, goTo, main } from '../page-models/places.js';
import { createAxeWalk } from '../support/axe.js';
import { handOf } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { demoPaths, goTo as goToPath, openDemo } from '../support/places.js';

test('an incident plan with names: nothing leaves before purpose and line are given, by keys alone', async ({
  app,
}) => {
  test.setTimeout(300_000);
  const page = await openDemo(app);
  const { plan } = await demoPaths(page);
  const hand = handOf(page, 'keyboard');
  const walk = createAxeWalk();
  const door = identifiedDoor(page);
  const opener = main(page).getByRole('button', { name: 'One page', exact: true });
  const file = `${app.userDataDir}-named.pdf`;

  await goToPath(page, plan);
  const openDoor = async (): Promise<void> => {
    await hand.press(opener);
    const ask = page.getByRole('dialog', { name: 'One page for the wall or the pocket' });
    await hand.tick(ask.getByRole('checkbox', { name: 'Put names on the page' }));
    await expect(ask.getByRole('button', { name: 'Save as PDF' })).toHaveCount(0);
    await hand.press(ask.getByRole('button', { name: 'Go on' }));
    await expect(door).toBeVisible();
  };

  await test.step('the focus is in it, Escape shuts it, and the focus goes back', async () => {
    await openDoor();
    await expect(door.getByRole('definition').filter({ hasText: 'Those affected' })).toBeVisible();
    await expect(door).toContainText('Say below what it is for.');
    await expect(door.getByRole('checkbox')).toHaveCount(0);
    await walk.look(page, 'The door');
    await page.keyboard.press('Escape');
    await expect(door).toBeHidden();
    await expect(opener).toBeFocused();
  });

  await test.step('no purpose, then no tick: it says what is missing and goes there', async () => {
    await openDoor();
    const save = door.getByRole('button', { name: 'Save this copy' });
    await hand.press(save);
    await expect(door).toContainText('Choose what it is for');
    await expect(door.getByRole('radio').first()).toBeFocused();
    await hand.choose(door.getByRole('radio', { name: 'For those on call' }));
    const line = door.getByRole('checkbox');
    await hand.tick(line);
    // Another purpose is another line, and has to be ticked anew.
    await hand.choose(door.getByRole('radio', { name: 'To carry out the plan' }));
    await expect(line).not.toBeChecked();
    await hand.press(save);
    await expect(door.getByRole('alert')).toHaveText('Tick this line if it is so');
    await expect(line).toBeFocused();
    await walk.look(page, 'The door, its line not ticked');
    await expect(door).toContainText('Only those who do its steps.');
  });

  await test.step('out: the mark at its head, the names, one page', async () => {
    await app.answerDialog({ kind: 'save', filePath: file });
    await goThroughDoor(hand, { tick: /^This is to carry out the plan\./ });
    await expectToast(page, 'Saved. It names people and is outside the lock now, so keep it safe.');
    const { text, raw } = readPdf(await readFile(file));
    const plain = text.normalize('NFKC').replaceAll(' ', '');
    expect(plain).toContain('Namespeople.Onlyforthosewhodoitssteps.');
    expect(plain.indexOf('Namespeople')).toBeLessThan(plain.indexOf('thefirst72hours'));
    expect(raw).toContain('/StructTreeRoot');
    expect(raw.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await rm(file);
    await expect(page.locator('[data-print="sheet"]')).toHaveCount(0);
  });

  await test.step('gone back from at the last moment: noted all the same, and no file', async () => {
    await openDoor();
    await app.answerDialog({ kind: 'save', filePath: null });
    await goThroughDoor(hand, { purpose: 'For those on call', tick: /^This is for the days on call\./ });
  });

  await test.step('both lists know it, and neither has a name', async () => {
    await openCare(hand, 'Activity log');
    const log = main(page).getByRole('table', { name: /newest first/ });
    await expect(log).toContainText('an incident plan with names, to carry out the plan');
    await expect(log).toContainText('an incident plan with names, for those on call');
    await expect(log).toContainText('an incident plan with names: no file was made after all');
    await goTo(hand, 'Reports');
    const left = main(page).getByRole('list', { name: 'What has left' });
    await expect(left.getByText('Incident plan, one page, with names')).toHaveCount(1);
  });
  expect(walk.report()).toEqual([]);
});
