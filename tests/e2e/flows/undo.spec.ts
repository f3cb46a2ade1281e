/** Bar U1: what was done is undone by Ctrl Z, to the same values, and nobody is asked whether they are sure. */
import { expect, test } from '../fixtures.js';
import type { Page } from '@playwright/test';
import { expectHeading, expectToast, field, main } from '../page-models/places.js';
import { setUp } from '../page-models/first-run.js';
import { addPerson, openPerson } from '../page-models/people.js';
import { handOf } from '../support/hand.js';

test.describe.configure({ timeout: 240_000 });

const person = {
  name: 'Ailsa Groat',
  role: 'Key worker',
  engagement: 'Staff',
  team: 'Outreach',
  startDate: '3 February 2025',
} as const;

/** All that the form of a person shows. */
async function formOf(page: Page): Promise<readonly string[]> {
  return page
    .locator('main')
    .locator('input, textarea, select')
    .evaluateAll((fields) =>
      fields.map((each) => {
        const control = each as HTMLInputElement;
        return `${control.name}=${control.type === 'radio' || control.type === 'checkbox' ? String(control.checked) : control.value}`;
      }),
    );
}

async function undo(page: Page): Promise<void> {
  // Not in a field, where Ctrl Z is the field's own.
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('ControlOrMeta+z');
}

test('an edit, a new record and a deletion, by Ctrl Z', async ({ app }) => {
  await setUp(app);
  const { page } = app;
  const hand = handOf(page, 'keyboard');
  const openForm = async (): Promise<void> => {
    await openPerson(hand, person.name);
    await hand.press(main(page).getByRole('link', { name: 'Change', exact: true }).first());
    await expect(field(page, 'Role')).toBeVisible();
  };

  await addPerson(hand, person);
  await openForm();
  const before = await formOf(page);

  await test.step('an edit goes back to the same values', async () => {
    await hand.fill(field(page, 'Role'), 'Team lead');
    await hand.fill(field(page, 'Site'), 'North isles');
    await hand.press(page.getByRole('button', { name: 'Save person' }));
    await expectHeading(page, person.name);
    await expect(main(page).getByText('Team lead').first()).toBeVisible();
    await undo(page);
    await expectToast(page, 'Undone.');
    await openForm();
    expect(await formOf(page)).toEqual(before);
  });

  await test.step('in a field Ctrl Z undoes the typing and nothing else', async () => {
    const role = field(page, 'Role');
    await role.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' x');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(role).not.toHaveValue('Key worker x');
    await expect(page.getByText('Undone.')).toHaveCount(1);
    await hand.fill(role, 'Key worker');
  });

  await test.step('a deletion, without a question', async () => {
    await openPerson(hand, person.name);
    await hand.press(main(page).getByRole('button', { name: 'Delete', exact: true }));
    await expectToast(page, /^Person deleted\./);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await undo(page);
    await expectToast(page, 'Put back.');
    await openForm();
    expect(await formOf(page)).toEqual(before);
  });

  await test.step('a new record goes again', async () => {
    await addPerson(hand, { ...person, name: 'Bram Isbister' });
    await undo(page);
    await expect(page.getByText('Undone.').last()).toBeVisible();
    await hand.press(page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }));
    await expect(main(page).getByText(person.name)).toBeVisible();
    await expect(main(page).getByText('Bram Isbister')).toHaveCount(0);
  });

  await test.step('what was changed since is left as it is, and that is said', async () => {
    // The next one back is the first save of somebody who was changed twice since.
    await undo(page);
    await expectToast(page, /changed (since|meanwhile)/i);
    await expect(main(page).getByText(person.name)).toBeVisible();
  });
});
