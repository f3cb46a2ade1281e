/**
 * A newcomer: from the first start to the first supervision, the recovery kit kept, by what the README says and nothing
 * else. Counted as fingers are and turned into time by the keystroke-level model (Card, Moran and Newell): 0.28 s a key at
 * 40 words a minute, 1.35 s for each thing to think about.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures.js';
import type { Locator, Page } from '@playwright/test';
import { lockTimeout, ordinaryPassphrase } from '../page-models/first-run.js';
import { combo, expectHeading, expectToast, field } from '../page-models/places.js';
import { countPresses } from '../support/hand.js';

test.describe.configure({ timeout: 300_000 });

const secondsForKey = 0.28;
const secondsForThought = 1.35;
const promise = 180;
/** Besides the passphrase and the words: bar K2. */
const mostKeysToToday = 40;

/** The numbered list under "Your first ten minutes", without its marks. */
async function stepsOfReadme(): Promise<readonly string[]> {
  const readme = await readFile('README.md', 'utf8');
  const section = /## Your first ten minutes\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^\d+\. (.+)$/gm)].map(([, step = '']) => step.replaceAll('`', ''));
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tries = 0; tries < 25; tries += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

test('from the first start to a supervision that is saved', async ({ app }) => {
  const { page } = app;
  const { keyboard } = page;
  const steps = await stepsOfReadme();
  expect(steps.length).toBeGreaterThan(0);
  const done: string[] = [];
  let thoughts = 0;
  /** One line of the README, done as it says. */
  const follow = async (line: string, act: () => Promise<void>): Promise<void> => {
    done.push(line);
    await test.step(line, act);
  };
  const think = (times = 1): void => {
    thoughts += times;
  };
  const press = async (name: string): Promise<void> => {
    think();
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await keyboard.press('Enter');
  };
  const type = async (box: Locator, text: string): Promise<void> => {
    think();
    await tabTo(page, box);
    await keyboard.type(text);
  };

  await expectHeading(page, 'Welcome to Steading');
  const presses = await countPresses(page);

  await follow('Press “Start”.', () => press('Start'));

  await follow('Choose “Type my own”, type a passphrase twice and press “Use my passphrase”.', async () => {
    await expectHeading(page, 'Choose a passphrase');
    const own = page.getByRole('radio', { name: /Type my own/ });
    think();
    // One stop for the group; an arrow chooses within it.
    await tabTo(page, page.getByRole('radio', { checked: true }));
    await keyboard.press('ArrowDown');
    await expect(own).toBeChecked();
    await type(page.getByRole('textbox', { name: 'Passphrase' }), ordinaryPassphrase);
    await type(page.getByRole('textbox', { name: 'The same again' }), ordinaryPassphrase);
    await press('Use my passphrase');
  });

  await follow('Keep the recovery kit: “Print” or “Save as text”, then “I have kept it”.', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Keep your recovery kit' })).toBeVisible({
      timeout: lockTimeout,
    });
    await app.answerDialog({ kind: 'save', filePath: join(app.userDataDir, '..', 'newcomer-kit.txt') });
    await press('Save as text');
    await expect(page.getByText('Saved. Move it off this laptop when you can.')).toBeVisible();
    await press('I have kept it');
  });

  await follow('Type back the two groups that it asks for, and press “Go on”.', async () => {
    const kitFile = join(app.userDataDir, '..', 'newcomer-kit.txt');
    const groups = /(?:[0-9A-Z]{4}-){8}[0-9A-Z]{2}/.exec(await readFile(kitFile, 'utf8'))?.[0].split('-');
    await rm(kitFile);
    const asked = page.getByRole('textbox', { name: /^Group \d$/ });
    await expect(asked).toHaveCount(2);
    for (const box of await asked.all()) {
      const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
      await type(box, groups?.[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
    }
    await press('Go on');
  });

  await follow('Name the service and press “Open Steading”.', async () => {
    await expectHeading(page, 'Your service');
    await type(page.getByLabel('Name of the service'), 'Harbour Steps');
    await press('Open Steading');
    await expectHeading(page, 'Today');
  });

  const toToday = await presses();
  expect(toToday.clicks).toBe(0);
  expect(toToday.keys).toBeLessThanOrEqual(mostKeysToToday);

  await follow(
    'Choose “Add a person”: a name, a role and a start date are enough. Ctrl Enter saves.',
    async () => {
      think();
      await tabTo(page, page.getByRole('link', { name: 'Add a person' }));
      await keyboard.press('Enter');
      await expectHeading(page, 'Add a person');
      await type(field(page, 'Name'), 'Isla Drummond');
      await type(field(page, 'Role'), 'Key worker');
      await type(field(page, 'Start date'), '3 feb 2025');
      await keyboard.press('ControlOrMeta+Enter');
      await expectHeading(page, 'Isla Drummond');
    },
  );

  await follow('Press Ctrl Shift S, type two letters of the name, and Enter.', async () => {
    think();
    await keyboard.press('ControlOrMeta+Shift+S');
    await expectHeading(page, 'Record supervision');
    await expect(combo(page, 'Who with')).toBeFocused();
    think();
    await keyboard.type('is');
    await expect(page.getByRole('listbox', { name: 'Who with' }).getByRole('option')).toHaveCount(1);
    await keyboard.press('Enter');
    await expect(combo(page, 'Who with')).toHaveValue('Isla Drummond');
  });

  await follow('Tick what came up, write what you agreed, and press Ctrl Enter. It is saved.', async () => {
    const themes = page.getByRole('group', { name: /^What came up/ });
    think(2);
    await tabTo(page, themes.getByRole('checkbox', { name: 'Workload' }));
    await keyboard.press('Space');
    await type(field(page, 'What we agreed'), 'Swap the Thursday clinic @fri');
    await keyboard.press('ControlOrMeta+Enter');
    await expectToast(page, /^Saved\./);
  });

  expect(done).toEqual(steps);
  const { keys, letters, clicks } = await presses();
  expect(clicks).toBe(0);
  const seconds = (keys + letters) * secondsForKey + thoughts * secondsForThought;
  test.info().annotations.push({
    type: 'newcomer',
    description: `${String(keys)} keys, ${String(letters)} letters, ${seconds.toFixed(0)} s`,
  });
  expect(seconds).toBeLessThanOrEqual(promise);
});
