/** Share-safe: on Today nobody is called by name, whatever the page has to say, by roles and by initials alike. */
import { buildDemoWrites } from '@shared/demo/demo-data';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import { field, main } from '../page-models/places.js';
import { goTo, openDemo } from '../support/places.js';

/** First and last names of everybody in the made-up service, and of those outside of it that its register names. */
const names = [
  ...new Set(
    buildDemoWrites(() => '' as never).flatMap((write) => {
      if (write.type !== 'put') return [];
      const { name } = write.value as { readonly name?: string };
      const isSomebody = write.kind === 'person' || write.kind === 'facilitator';
      return isSomebody && name !== undefined ? name.split(' ') : [];
    }),
  ),
].filter((part) => part.length > 2);

/** All that the page says: to the eye, and to whoever has it read out. */
async function wordsOf(page: Page): Promise<string> {
  for (const unfold of await main(page)
    .getByRole('button', { name: /^See all \d+/ })
    .all())
    await unfold.click();
  return main(page).evaluate((element) =>
    [
      element.textContent,
      ...[...element.querySelectorAll('[aria-label], [title], [alt]')].flatMap((each) =>
        ['aria-label', 'title', 'alt'].map((attribute) => each.getAttribute(attribute) ?? ''),
      ),
    ].join('\n'),
  );
}

const namedIn = (words: string): readonly string[] =>
  names.filter((name) => new RegExp(`\\b${name}\\b`).test(words));

test('nobody is named on Today while it is on, and everybody again when it is off', async ({ app }) => {
  const page = await openDemo(app);
  // A draft is called by whom it is about.
  await goTo(page, '/people/new');
  await field(page, 'Name').fill('Torquil Baird');
  await page.keyboard.press('ControlOrMeta+s');
  await goTo(page, '/today');
  await expect(
    main(page)
      .getByText(/Carry on/)
      .first(),
  ).toBeVisible();

  // Otherwise there would be nothing to hide.
  const before = namedIn(await wordsOf(page));
  expect(before).toContain('Torquil');
  expect(before.length).toBeGreaterThan(4);

  for (const [ask, now] of [
    ['Show roles only on Today', 'Roles only'],
    ['Show initials only on Today', 'Initials only'],
  ] as const) {
    await main(page)
      .getByRole('button', { name: /^(Names shown|Roles only|Initials only)/ })
      .click();
    await page.getByRole('menuitem', { name: ask }).click();
    await expect(main(page).getByRole('button', { name: now })).toBeVisible();
    expect(namedIn(await wordsOf(page))).toEqual([]);
  }

  await main(page).getByRole('button', { name: 'Initials only' }).click();
  await page.getByRole('menuitem', { name: 'Show names on Today' }).click();
  await expect(main(page).getByRole('button', { name: 'Names shown' })).toBeVisible();
  expect(namedIn(await wordsOf(page))).toEqual(before);
});
