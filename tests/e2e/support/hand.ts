/**
 * How a person drives the page: by keys alone, or with the pointer wherever it can be used. A flow is written once
 * against this and done with both.
 */
import { expect, type Locator, type Page } from '@playwright/test';

export type By = 'keyboard' | 'mouse';

export interface Hand {
  readonly by: By;
  readonly page: Page;
  /** A button, a link or the summary of details. */
  press(target: Locator): Promise<void>;
  /** Replaces what stands in a text field. */
  fill(field: Locator, text: string): Promise<void>;
  /** One of a group of radio buttons. */
  choose(radio: Locator): Promise<void>;
  /** A checkbox, to be turned the other way. */
  tick(box: Locator): Promise<void>;
  /** An option of a list of the platform, by its words. */
  select(list: Locator, option: string): Promise<void>;
  /** An option of a combo box: types `text` and takes the option with these words. */
  pick(box: Locator, text: string, option?: string): Promise<void>;
  /** Presses the button that opens the system's file dialog; the dialog itself is outside of the page. */
  chooseFile(
    button: Locator,
    file: string | { name: string; mimeType: string; buffer: Buffer },
  ): Promise<void>;
}

export function handOf(page: Page, by: By): Hand {
  return by === 'keyboard' ? keyboardHand(page) : mouseHand(page);
}

function comboOption(page: Page, words: string): Locator {
  return page.getByRole('option').filter({ hasText: words });
}

/** The option is taken, and the list is shut until the next letter. */
async function expectPicked(page: Page, option: string): Promise<void> {
  await expect(comboOption(page, option)).toHaveCount(0);
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

function mouseHand(page: Page): Hand {
  return {
    by: 'mouse',
    page,
    press: (target) => target.click(),
    fill: async (field, text) => {
      await field.click();
      await field.fill(text);
    },
    // The radio itself may be drawn as a part of its label.
    choose: async (radio) => {
      if (!(await radio.isChecked())) await labelOf(radio).click();
      await expect(radio).toBeChecked();
    },
    tick: async (box) => {
      const was = await box.isChecked();
      await labelOf(box).click();
      await expect(box).toBeChecked({ checked: !was });
    },
    select: async (list, option) => {
      await list.selectOption({ label: option });
    },
    pick: async (box, text, option = text) => {
      await box.click();
      await box.pressSequentially(text);
      await comboOption(page, option).first().click();
      await expectPicked(page, option);
    },
    chooseFile: async (button, file) => {
      const opened = page.waitForEvent('filechooser');
      await button.click();
      await (await opened).setFiles(file);
    },
  };
}

function labelOf(input: Locator): Locator {
  return input.locator('xpath=ancestor::label[1]');
}

const mostTabs = 250;

/** Where the keyboard has to go for `target` to be focused: it is there, further on, or back. */
async function wayTo(target: Locator): Promise<'here' | 'on' | 'back'> {
  return await target.evaluate((element) => {
    const active = document.activeElement;
    if (active === element) return 'here';
    if (active === null || active === document.body) return 'on';
    const isOn = active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return isOn ? 'on' : 'back';
  });
}

/** Walks with Tab, or back with Shift and Tab, until the target has the focus. Nothing is focused by script. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeAttached();
  for (let count = 0; count < mostTabs; count += 1) {
    const way = await wayTo(target);
    if (way === 'here') return;
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`The keyboard never reached ${String(target)}`);
}

/** Walks into the group of a radio button: Tab stops at the chosen one of a group only. */
async function reachGroupOf(page: Page, radio: Locator): Promise<void> {
  await expect(radio).toBeAttached();
  for (let count = 0; count < mostTabs; count += 1) {
    const way = await radio.evaluate((element) => {
      const own = element as HTMLInputElement;
      const active = document.activeElement;
      const isOfGroup = (each: Element | null): each is HTMLInputElement =>
        each instanceof HTMLInputElement &&
        each.type === 'radio' &&
        each.name === own.name &&
        each.form === own.form;
      if (isOfGroup(active)) return 'here';
      if (active === null || active === document.body) return 'on';
      const stop =
        [...document.querySelectorAll('input')].filter(isOfGroup).find(({ checked }) => checked) ?? own;
      return active.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING ? 'on' : 'back';
    });
    if (way === 'here') return;
    await page.keyboard.press(way === 'on' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`The keyboard never reached the group of ${String(radio)}`);
}

function keyboardHand(page: Page): Hand {
  const { keyboard } = page;
  return {
    by: 'keyboard',
    page,
    press: async (target) => {
      await reach(page, target);
      await keyboard.press('Enter');
    },
    fill: async (field, text) => {
      await reach(page, field);
      await keyboard.press('ControlOrMeta+a');
      if (text === '') await keyboard.press('Delete');
      else await keyboard.type(text);
      await expect(field).toHaveValue(text);
    },
    choose: async (radio) => {
      await reachGroupOf(page, radio);
      for (let count = 0; count < 20; count += 1) {
        if ((await wayTo(radio)) === 'here') {
          if (!(await radio.isChecked())) await keyboard.press('Space');
          await expect(radio).toBeChecked();
          return;
        }
        await keyboard.press('ArrowRight');
      }
      throw new Error(`The arrow keys never reached ${String(radio)}`);
    },
    tick: async (box) => {
      const was = await box.isChecked();
      await reach(page, box);
      await keyboard.press('Space');
      await expect(box).toBeChecked({ checked: !was });
    },
    select: async (list, option) => {
      await reach(page, list);
      const steps = await list.evaluate((element, words) => {
        const { options, selectedIndex } = element as HTMLSelectElement;
        return [...options].findIndex((each) => each.text === words) - selectedIndex;
      }, option);
      const key = steps > 0 ? 'ArrowDown' : 'ArrowUp';
      for (let count = 0; count < Math.abs(steps); count += 1) await keyboard.press(key);
      await expect(list.locator('option:checked')).toHaveText(option);
    },
    pick: async (box, text, option = text) => {
      await reach(page, box);
      await keyboard.type(text);
      const wanted = comboOption(page, option).first();
      await expect(wanted).toBeVisible();
      await expect(async () => {
        await keyboard.press('ArrowDown');
        const id = await wanted.getAttribute('id');
        expect(await box.getAttribute('aria-activedescendant')).toBe(id);
      }).toPass();
      await keyboard.press('Enter');
      await expectPicked(page, option);
    },
    chooseFile: async (button, file) => {
      const opened = page.waitForEvent('filechooser');
      await reach(page, button);
      await keyboard.press('Enter');
      await (await opened).setFiles(file);
    },
  };
}

/** Counts the presses of a real pointer from here on: after a flow by keys alone there were none. */
export async function countPointerPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let presses = 0;
    for (const type of ['pointerdown', 'mousedown', 'touchstart']) {
      window.addEventListener(
        type,
        (event) => {
          if (event.isTrusted) presses += 1;
          document.documentElement.dataset['pointerPresses'] = String(presses);
        },
        { capture: true },
      );
    }
    document.documentElement.dataset['pointerPresses'] = '0';
  });
  return async () => Number(await page.locator('html').getAttribute('data-pointer-presses'));
}

interface Presses {
  /** Keys that are no letters in a field. A chord is one; keys that are only held down for it are none. */
  readonly keys: number;
  /** Letters, digits and spaces typed into a field. */
  readonly letters: number;
  readonly clicks: number;
}

/** Counts what the fingers of a person do from here on. */
export async function countPresses(page: Page): Promise<() => Promise<Presses>> {
  await page.evaluate(() => {
    const count = { keys: 0, letters: 0, clicks: 0 };
    const tell = (): void => {
      document.documentElement.dataset['presses'] = JSON.stringify(count);
    };
    window.addEventListener(
      'keydown',
      (event) => {
        if (!event.isTrusted || ['Control', 'Shift', 'Alt', 'Meta'].includes(event.key)) return;
        const isField =
          event.target instanceof Element &&
          event.target.matches('textarea, input:not([type="radio"], [type="checkbox"])');
        const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && isField;
        if (isLetter) count.letters += 1;
        else count.keys += 1;
        tell();
      },
      { capture: true },
    );
    window.addEventListener(
      'pointerdown',
      (event) => {
        if (event.isTrusted) count.clicks += 1;
        tell();
      },
      { capture: true },
    );
    tell();
  });
  return async () => JSON.parse((await page.locator('html').getAttribute('data-presses')) ?? '{}') as Presses;
}
