/** Flow C: something hard has happened, and a plan stands in under three minutes. Counted: bars K1 and K3. */
import { readFile } from 'node:fs/promises';
import { type AppHost, expect, type LaunchApp, test } from '../fixtures.js';
import { setUp, unlock } from '../page-models/first-run.js';
import * as incidents from '../page-models/incidents.js';
import { addPerson } from '../page-models/people.js';
import { combo, expectHeading, expectToast, field, goTo, main, radio } from '../page-models/places.js';
import { countPresses, handOf } from '../support/hand.js';
import { readPdf } from '../support/pdf.js';
import { openDemo } from '../support/places.js';

test.describe.configure({ timeout: 300_000 });

const fridayEvening = '2026-05-15T17:30:00';
const team = ['Mhairi Laidlaw', 'Torquil Baird', 'Freya Heddle'] as const;
const facts = 'A death at the hostel, found by staff at half past four';

async function save(app: AppHost, name: string, press: () => Promise<void>): Promise<Buffer> {
  const file = `${app.userDataDir}-${name}`;
  await app.answerDialog({ kind: 'save', filePath: file });
  await press();
  await expect(async () => {
    expect((await readFile(file)).length).toBeGreaterThan(0);
  }).toPass();
  return await readFile(file);
}

for (const by of ['keyboard', 'mouse'] as const) {
  test(`a Friday at half past five, by ${by}`, async ({ app }) => {
    const { page } = app;
    await page.clock.setFixedTime(fridayEvening);
    await setUp(app);
    for (const name of team) {
      await addPerson(handOf(page, 'mouse'), {
        name,
        role: 'Key worker',
        engagement: 'Staff',
        team: 'Outreach',
        startDate: '03/02/2025',
      });
    }
    const { keyboard } = page;
    const presses = await countPresses(page);
    const tab = async (times = 1): Promise<void> => {
      for (let count = 0; count < times; count += 1) await keyboard.press('Tab');
    };
    const who = combo(page, incidents.whoField);

    await test.step('safe now, what happened, when, one line of facts', async () => {
      if (by === 'keyboard') await keyboard.press('Control+Shift+N');
      else {
        await page
          .getByRole('navigation', { name: 'Places' })
          .getByRole('link', { name: 'Incidents' })
          .click();
        await main(page).getByRole('link', { name: 'New plan' }).click();
      }
      await expectHeading(page, 'New incident plan');
      const yes = radio(page, 'Is everyone safe right now?', 'Yes');
      const what = combo(page, 'What happened?');
      if (by === 'keyboard') {
        await expect(yes).toBeFocused();
        await keyboard.press('Space');
        await tab();
        await expect(what).toBeFocused();
        // The platform's list takes the first letter.
        await keyboard.press('d');
        await expect(what).toHaveValue('drug-related-death');
        await tab(3);
      } else {
        await yes.click();
        await what.click();
        await what.selectOption({ label: 'Drug-related death' });
        await field(page, 'Time').click();
      }
      await expect(yes).toBeChecked();
      await expect(field(page, 'Time')).toBeFocused();
      await keyboard.type('1630');
      if (by === 'keyboard') await tab();
      else await field(page, 'The facts, in one line').click();
      await expect(field(page, 'The facts, in one line')).toBeFocused();
      await keyboard.type(facts);
    });

    await test.step('who is affected: two people, a role, a team', async () => {
      if (by === 'keyboard') await tab(2);
      else await who.click();
      for (const [typed, found] of [
        ['mh', 'Mhairi Laidlaw'],
        ['recep', 'Reception'],
      ] as const) {
        await expect(who).toBeFocused();
        await keyboard.type(typed);
        const option = page.getByRole('option').filter({ hasText: found }).first();
        await expect(option).toBeVisible();
        if (by === 'keyboard') await keyboard.press('Enter');
        else await option.click();
        await expect(page.getByRole('list', { name: 'People affected' })).toContainText(found);
      }
      const support = page.getByRole('combobox', { name: 'Support for Mhairi Laidlaw' });
      if (by === 'mouse') {
        await page
          .getByRole('button', { name: /^Add everyone/ })
          .first()
          .click();
        await support.click();
        await support.selectOption({ label: 'Offered' });
      } else {
        await keyboard.type('everyone');
        await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('Everyone');
        await keyboard.press('Enter');
        for (let count = 0; count < 12; count += 1) {
          if (await support.evaluate((element) => element === document.activeElement)) break;
          await tab();
        }
        await expect(support).toBeFocused();
        await keyboard.press('o');
      }
      await expect(support).toHaveValue('offered');
      await expect(page.getByText('Who is on call this weekend?')).toBeVisible();
    });

    await test.step('done: the plan stands, and says what can wait', async () => {
      if (by === 'keyboard') await keyboard.press('Control+Enter');
      else await page.getByRole('button', { name: 'Open the plan' }).click();
      await expectHeading(page, 'Drug-related death');
      const fresh = page.getByRole('region', { name: 'Your plan is saved' });
      await expect(fresh).toContainText("That's enough for tonight.");
      await expect(fresh).toContainText('The rest is safe to leave until Monday.');
    });

    const { keys, letters, clicks } = await presses();
    if (by === 'keyboard') {
      expect(clicks).toBe(0);
      expect(keys).toBeLessThanOrEqual(45);
      expect(letters).toBeLessThanOrEqual(300);
    } else {
      expect(clicks).toBeLessThanOrEqual(18);
      expect(keys).toBe(0);
    }

    const hand = handOf(page, by);
    await test.step('one page and the dates, at once', async () => {
      await hand.press(page.getByRole('button', { name: 'Print it now' }));
      const pdf = await save(app, 'plan.pdf', () =>
        hand.press(page.getByRole('button', { name: 'Save as PDF' })),
      );
      const { text, raw } = readPdf(pdf);
      expect(raw).toContain('/StructTreeRoot');
      expect(raw.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
      expect(text.replaceAll(' ', '')).toContain('thefirst72hours');
      expect(text).not.toContain('Mhairi');
      // The font joins two letters of it into one.
      expect(text.normalize('NFKC')).toContain('Steading. Confidential. 15 May 2026');
      const ics = await save(app, 'plan.ics', () =>
        hand.press(page.getByRole('button', { name: 'Save dates for a calendar' })),
      );
      const calendar = ics.toString('utf8');
      expect(calendar).toContain('DTSTART;VALUE=DATE:20260612');
      expect(calendar).toContain('SUMMARY:Task');
      expect(calendar).not.toContain('Mhairi');
      expect(calendar).not.toMatch(/death/i);
    });

    await test.step('what was typed is in it', async () => {
      await expect(main(page)).toContainText('Friday 15 May 2026, 16:30. That is today.');
      await expect(main(page)).toContainText(facts);
      await expect(incidents.affectedRow(page, 'Mhairi Laidlaw')).toContainText('Offered');
      await expect(incidents.affectedRow(page, 'Reception')).toContainText('Not yet asked');
    });
  });
}

test('in a vault just made: somebody is not safe, nobody is listed, and it is killed half way', async ({
  app,
  launchApp,
}: {
  app: AppHost;
  launchApp: LaunchApp;
}) => {
  const { passphrase } = await setUp(app);
  const { page } = app;
  const hand = handOf(page, 'keyboard');
  await page.keyboard.press('Control+Shift+N');
  await hand.choose(radio(page, 'Is everyone safe right now?', 'No'));
  await expect(page.getByText('Act first, write later')).toBeVisible();
  await expect(page.getByText(/^Call 999/)).toBeVisible();
  await expect(page.getByText('Your own numbers are not written down yet.')).toBeVisible();
  await hand.select(combo(page, 'What happened?'), 'Assault or threat');
  await hand.fill(field(page, 'Somebody who is not on the list, by role'), 'Agency cleaner');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'People affected' })).toContainText('Agency cleaner');

  // Typed on without a pause, as people do: what was on the page a second before the end is there again.
  const line = field(page, 'The facts, in one line');
  await hand.fill(line, 'x');
  const start = Date.now();
  let typed = 'x';
  const wasTyped: { readonly at: number; readonly text: string }[] = [];
  while (Date.now() - start < 4000) {
    await page.keyboard.type('ab ');
    typed += 'ab ';
    wasTyped.push({ at: Date.now(), text: typed });
    await page.waitForTimeout(100);
  }
  const killedAt = Date.now();
  await app.crash();
  const aSecondAgo = wasTyped.findLast(({ at }) => at <= killedAt - 1000)?.text ?? '';
  expect(aSecondAgo.length).toBeGreaterThan(20);

  const again = await launchApp(app.userDataDir);
  await unlock(again.page, passphrase);
  const next = handOf(again.page, 'keyboard');
  await next.press(main(again.page).getByRole('link', { name: /^Carry on/ }));
  await expectHeading(again.page, 'New incident plan');
  const kept = await field(again.page, 'The facts, in one line').inputValue();
  expect(kept.length).toBeGreaterThanOrEqual(aSecondAgo.length);
  expect(typed.startsWith(kept)).toBe(true);
  await expect(again.page.getByRole('list', { name: 'People affected' })).toContainText('Agency cleaner');
  await again.page.keyboard.press('Control+Enter');
  await expectHeading(again.page, 'Assault or threat');
  await goTo(next, 'Today');
  await expect(main(again.page)).not.toContainText('Carry on');
});

test('an own template is offered first, and refuses what harms', async ({ app }) => {
  const page = await openDemo(app);
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'Incidents');
  await hand.press(main(page).getByRole('link', { name: 'Templates' }));
  await hand.press(
    page.getByRole('list', { name: 'Built-in templates' }).getByRole('link', { name: 'Suicide' }),
  );
  await hand.press(page.getByRole('button', { name: 'Copy and change' }));
  await expectHeading(page, 'Change a template');
  await hand.fill(field(page, 'Title'), 'Suicide, islands');
  await hand.press(page.getByRole('button', { name: 'Add a step: Same shift' }));
  await expect(field(page, 'What is done')).toBeFocused();
  await page.keyboard.type('Critical incident stress debrief');
  await hand.press(page.getByRole('button', { name: 'Save template' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('NICE NG116');
  // Nor under another name: what is written below the title is read as well.
  await hand.fill(field(page, 'What is done'), 'Ring the ferry desk');
  await hand.fill(field(page, 'In a sentence'), 'Then the whole team goes round and shares how each felt.');
  await expect(page.getByText(/^These words describe going through feelings as a group/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Save template' }));
  await expect(page.getByRole('group', { name: 'There is a problem' })).toContainText('NICE NG116');
  await hand.press(page.getByRole('group', { name: 'There is a problem' }).getByRole('link'));
  await expect(field(page, 'In a sentence')).toBeFocused();
  await hand.fill(field(page, 'In a sentence'), 'The first boat is at six.');
  const list = page.getByRole('list', { name: 'Steps, Same shift' });
  const last = await list.getByRole('listitem').count();
  const up = page.getByRole('button', { name: 'Move earlier: Ring the ferry desk' });
  await hand.press(up);
  await expect(up).toBeFocused();
  await expect(list.getByRole('listitem').nth(last - 2)).toContainText('Ring the ferry desk');
  await hand.press(page.getByRole('button', { name: 'Save template' }));
  await expectToast(page, /^Saved as version 2\./);
  await expectHeading(page, 'Suicide, islands');

  const file = await save(app, 'template.json', () =>
    hand.press(page.getByRole('button', { name: 'Save as a file' })),
  );
  expect(JSON.parse(file.toString('utf8'))).toMatchObject({ template: { title: 'Suicide, islands' } });

  await page.keyboard.press('Control+Shift+N');
  await hand.select(combo(page, 'What happened?'), 'Suicide');
  await expect(combo(page, 'Template')).toContainText('Suicide, islands, version 2');
  await hand.choose(radio(page, 'Is everyone safe right now?', 'Yes'));
  await page.keyboard.press('Control+Enter');
  await expectHeading(page, 'Suicide');
  await expect(incidents.steps(page, 'Same shift')).toContainText('Ring the ferry desk');

  await goTo(hand, 'Incidents');
  await hand.press(main(page).getByRole('link', { name: 'Templates' }));
  await hand.press(page.getByRole('link', { name: 'Suicide, islands' }));
  await hand.press(page.getByRole('button', { name: 'Delete' }));
  await expectToast(page, /^Template deleted\./);
  await hand.press(page.getByRole('button', { name: 'Undo' }));
  await expect(page.getByRole('list', { name: 'Your own templates' })).toContainText('Suicide, islands');
  await hand.chooseFile(page.getByRole('button', { name: 'Choose a template file' }), {
    name: 'template.json',
    mimeType: 'application/json',
    buffer: file,
  });
  await expectToast(page, /^Template brought in\./);
  await expect(main(page)).toContainText('Ring the ferry desk');
});
