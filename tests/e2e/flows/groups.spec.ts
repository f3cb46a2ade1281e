/** Reflective groups by keys alone: a group, its sittings, who waits, and what the time counts for (BACP). */
import { expect, test } from '../fixtures.js';
import { addGroup, answer, expectCredit, openGroup } from '../page-models/groups.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from '../page-models/places.js';
import { countPointerPresses, handOf } from '../support/hand.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 300_000 });

const group = 'Friday group';
const members = [
  'Ashna Rao',
  'Callan Dow',
  'Ewan Petrie',
  'Freya Heddle',
  'Lena Wojcik',
  'Torquil Baird',
] as const;
const [first, second, third] = members;

test('a group from its first day to its second sitting', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  const pointerPresses = await countPointerPresses(page);
  await addGroup(hand, { name: group, members, leader: 'Grace Muirhead', startedOn: '06/03/2026' });
  const list = page.getByRole('list', { name: 'Members' });
  await expect(list.getByRole('listitem')).toHaveCount(6);
  await expect(main(page)).toContainText('2 places');

  await test.step('who came, and what the time counts for each', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Record a sitting' }));
    await expectHeading(page, 'Record a sitting');
    await hand.fill(field(page, 'When'), '27/03/2026');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await expect(page.getByRole('link', { name: /^Say whether .* came$/ })).toHaveCount(6);

    await hand.press(page.getByRole('button', { name: 'Everyone came' }));
    await expectCredit(hand, '120', 'Counts 20 minutes each');
    await hand.choose(answer(page, first, 'Apologies'));
    await expectCredit(hand, '90', 'Counts 18 minutes each');
    await hand.choose(answer(page, second, 'Work'));
    await expectCredit(hand, '120', 'Counts 60 minutes each');
    await hand.choose(answer(page, third, 'Did not come'));
    await expectCredit(hand, '90', 'Counts 45 minutes each');
    await hand.choose(answer(page, third, 'Came'));
  });

  await test.step('counts of themes, a note that names nobody, what the group lets out', async () => {
    await hand.fill(field(page, 'Workload'), 'lots');
    await hand.fill(field(page, 'Impact of the work'), '4');
    const note = field(page, 'How the group worked');
    await hand.fill(note, 'Lena was quiet');
    await expect(page.getByText('This looks like it names somebody of the group')).toBeVisible();
    await hand.fill(note, 'Slow to begin, then everyone had a turn.');
    await expect(page.getByText('This looks like it names somebody of the group')).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: 'Add something' }));
    await hand.fill(field(page, 'What is taken back'), 'Cover for the phone while the group meets');
    await hand.fill(field(page, 'The group agreed on'), '');
    await expect(field(page, 'Next time')).toHaveValue('24 April 2026');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('link', { name: 'Enter how often as a whole number, like 3' })).toBeVisible();
    await hand.press(page.getByRole('link', { name: /^Enter the day on which the group agreed/ }));
    await expect(field(page, 'The group agreed on')).toBeFocused();
    await hand.fill(field(page, 'The group agreed on'), '27/03/2026');
    await hand.fill(field(page, 'Workload'), '2');
  });

  await test.step('what was typed is there again after going away', async () => {
    await goTo(hand, 'Today');
    await hand.press(main(page).getByRole('link', { name: new RegExp(`sitting of ${group}`, 'i') }));
    await expect(page.getByText('Your draft is back')).toBeVisible();
    await expect(field(page, 'Workload')).toHaveValue('2');
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Saved. Next time: Friday 24 April 2026.');
    await expectHeading(page, group);
  });

  await test.step('the sitting stands among recent sessions, and in the list of all of them', async () => {
    await goTo(hand, 'Supervision');
    const recent = page.getByRole('list', { name: 'Recent sessions' });
    await expect(recent.getByRole('listitem').filter({ hasText: group })).toContainText(
      '27 Mar. Reflective group, 90 minutes',
    );
    await hand.press(main(page).getByRole('link', { name: 'Sessions', exact: true }));
    await hand.select(page.getByRole('combobox', { name: /^Person/ }), second);
    const march = page.getByRole('list', { name: 'Sessions in March 2026' });
    await expect(march.getByText(group)).toHaveCount(0);
    await hand.select(page.getByRole('combobox', { name: /^Person/ }), third);
    await hand.press(march.getByRole('link', { name: group }));
    await expectHeading(page, 'Sitting of a reflective group');
    await openGroup(hand, group);
  });

  const sittings = page.getByRole('list', { name: 'Sittings, newest first' });
  await test.step('the group shows counts, the sitting shows who came', async () => {
    await expect(sittings).toContainText('4 of 6 came · 90 minutes · counts 45 minutes each');
    await expect(main(page)).toContainText('4 of 6 in 12 months');
    await expect(main(page)).toContainText('work kept 1 away');
    await expect(page.getByRole('table', { name: /as counts/ })).toContainText(/Impact of the work\s*4/);
    await hand.press(sittings.getByRole('link'));
    await expectHeading(page, 'Sitting of a reflective group');
    await expect(page.getByRole('list', { name: 'Who came' })).toContainText(
      /Callan Dow\s*Kept away by work/,
    );
    await expect(main(page)).toContainText('Slow to begin, then everyone had a turn.');
    const taken = page.getByRole('checkbox', { name: /^Cover for the phone/ });
    await hand.tick(taken);
    await expect(main(page)).toContainText('Answered 31 Mar');
  });

  await test.step('changed, and every earlier version is there', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Change', exact: true }));
    await hand.choose(answer(page, first, 'Came'));
    await page.keyboard.press('Control+Enter');
    await expectToast(page, 'Changes saved.');
    await expect(main(page)).toContainText('18 minutes each');
    await expect(main(page)).toContainText('Slow to begin, then everyone had a turn.');
    await expect(main(page)).toContainText('Answered 31 Mar');
    await hand.press(main(page).getByRole('link', { name: 'Earlier versions' }));
    await expectHeading(page, 'Earlier versions');
    await expect(
      page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem').first(),
    ).toBeVisible();
  });

  await test.step('one leaves, one waits, one moves in', async () => {
    await openGroup(hand, group);
    await hand.press(page.getByRole('button', { name: `Change the days of ${third}` }));
    await hand.fill(field(page, 'Last day in the group'), '30/03/2026');
    await hand.press(page.getByRole('button', { name: 'Save days' }));
    await expect(list.getByRole('listitem')).toHaveCount(5);
    await hand.press(page.getByText('Have left (1)'));
    await expect(page.getByRole('list', { name: 'Have left' })).toContainText(third);

    await hand.press(page.getByRole('button', { name: 'Add to the list' }));
    await hand.pick(combo(page, 'Who'), 'Marta Nowak');
    await hand.fill(field(page, 'Waits since'), '02/03/2026');
    await hand.press(page.getByRole('dialog').getByRole('button', { name: 'Add to the list' }));
    await expect(page.getByRole('list', { name: 'Waiting list' })).toContainText('since 2 Mar');
    await hand.press(page.getByRole('button', { name: 'Move in: Marta Nowak' }));
    await expect(list).toContainText('Marta Nowak');
    await expect(page.getByText('Nobody waits for a place.')).toBeVisible();
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expect(page.getByRole('list', { name: 'Waiting list' })).toContainText('Marta Nowak');
  });

  await test.step('a sitting that the service cancelled counts for nobody', async () => {
    await hand.press(main(page).getByRole('link', { name: 'Record a sitting' }));
    await hand.choose(radio(page, 'Did it happen?', 'Service cancelled'));
    await expect(page.getByRole('radiogroup', { name: first })).toHaveCount(0);
    await page.keyboard.press('Control+Enter');
    await expectHeading(page, group);
    await expect(sittings.getByRole('listitem').first()).toContainText('Cancelled by the service');
    await expect(main(page)).toContainText('1 cancelled by the service');
  });

  await test.step('deleted with its sittings, and put back', async () => {
    await hand.press(page.getByRole('button', { name: 'Delete', exact: true }));
    await expectHeading(page, 'Reflective groups');
    await expect(main(page).getByRole('link', { name: group })).toHaveCount(0);
    await hand.press(page.getByRole('button', { name: 'Undo' }).last());
    await expectToast(page, 'Put back.');
    await openGroup(hand, group);
    await expect(sittings.getByRole('listitem')).toHaveCount(2);
    await hand.press(sittings.getByRole('link').nth(1));
    await expect(main(page)).toContainText('Slow to begin, then everyone had a turn.');
  });
  expect(await pointerPresses()).toBe(0);
});
