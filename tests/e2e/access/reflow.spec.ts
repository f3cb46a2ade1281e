/** Small windows, large text, no motion, colours of the system: nothing is out of reach. */
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.js';
import {
  demoPaths,
  openDemo,
  places,
  recordPages,
  settled,
  standingPages,
  visit,
} from '../support/places.js';
import { walkWithTab } from '../support/focus.js';
import { errorStates, openStates } from '../support/states.js';

/** Phone-narrow (400% of a 1280 px window), and 200%. */
const sizes = [
  { width: 320, height: 640 },
  { width: 640, height: 512 },
] as const;

/** What does not fit, in words. */
async function misfits(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const problems: string[] = [];
    const nameOf = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
    const root = document.scrollingElement ?? document.documentElement;
    if (root.scrollWidth > root.clientWidth) {
      const widest = [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1)
        .slice(-1)
        .map(nameOf);
      problems.push(`the page is ${root.scrollWidth} wide, ${root.clientWidth} fit: ${widest.join('')}`);
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      const isWide = /auto|scroll/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isTall = /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (!isWide && !isTall) continue;
      if (element.matches('textarea')) continue;
      const hasFocusable =
        element.querySelector('a[href], button, input, select, textarea, [tabindex]') !== null;
      const isList = element.closest('[role="listbox"], [role="menu"]') !== null;
      const name = element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby');
      // Sideways there is more to see than what can be walked with Tab, so it has to be a stop of its own.
      if (isWide && (element.tabIndex !== 0 || name === null)) {
        problems.push(`scrolls sideways without a name or a Tab stop: ${nameOf(element)}`);
      }
      if (isTall && element.tabIndex !== 0 && !hasFocusable && !isList) {
        problems.push(`scrolls without a Tab stop: ${nameOf(element)}`);
      }
    }
    return problems;
  });
  return found.map((problem) => `${where}: ${problem}`);
}

test('no page scrolls sideways in a small window', async ({ madeUp }) => {
  test.setTimeout(600_000);
  const { page } = madeUp;
  const paths = await madeUp.paths();
  const found: string[] = [];
  // The measure itself: something that does not fit is seen.
  await page.evaluate(() => {
    const wide = document.querySelector('main')?.appendChild(document.createElement('div'));
    if (wide !== undefined) Object.assign(wide.style, { width: '3000px', height: '1px' });
    wide?.setAttribute('data-wide', '');
  });
  expect(await misfits(page, 'A wide thing')).toHaveLength(1);
  await page.evaluate(() => document.querySelector('[data-wide]')?.remove());
  for (const stop of [...standingPages, ...recordPages(paths)]) {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await visit(page, stop);
      found.push(...(await misfits(page, `${stop.what}, ${size.width} px`)));
    }
  }
  expect(found).toEqual([]);
});

test('nor with errors shown or something open', async ({ app }) => {
  test.setTimeout(600_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  const found: string[] = [];
  await page.setViewportSize(sizes[0]);
  for (const stop of [...errorStates, ...openStates(paths)]) {
    await visit(page, stop);
    found.push(...(await misfits(page, stop.what)));
  }
  expect(found).toEqual([]);
});

test('first run fits a small window, and so does the lock', async ({ app }) => {
  test.setTimeout(300_000);
  const { page } = app;
  const found: string[] = [];
  const look = async (where: string) => {
    for (const size of sizes) {
      await page.setViewportSize(size);
      await settled(page);
      found.push(...(await misfits(page, `${where}, ${size.width} px`)));
    }
  };
  await look('Welcome');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Your six words' }).getByRole('listitem')).toHaveCount(6);
  await look('Six words');
  await page.getByRole('radio', { name: /Type my own/ }).check();
  await page.getByRole('button', { name: 'Use my passphrase' }).click();
  await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await look('Own passphrase, errors');
  await page.getByRole('radio', { name: /Use six words/ }).check();
  await page.getByRole('button', { name: 'Use these words' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your recovery kit' })).toBeVisible({
    timeout: 60_000,
  });
  await look('Recovery kit');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await look('Recovery kit, check');
  await page.getByRole('button', { name: 'Show the code again' }).click();
  const groups = await page
    .getByRole('list', { name: 'Recovery code, in groups' })
    .getByRole('listitem')
    .evaluateAll((all) => all.map((group) => group.lastChild?.textContent ?? ''));
  await page.getByRole('button', { name: 'I have kept it' }).click();
  for (const field of await page.getByRole('textbox', { name: /^Group \d$/ }).all()) {
    const name = (await field.getAttribute('name')) ?? '';
    await field.fill(groups[Number(name.replace('group-', '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('Name of the service').fill('Harbour Steps');
  await look('Service');
  await page.getByRole('button', { name: 'Open Steading' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByRole('heading', { name: 'The screen is hidden' })).toBeVisible();
  await look('Hidden screen');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Steading is locked' })).toBeVisible();
  await look('Lock');
  expect(found).toEqual([]);
});

test('the spacing of text may be widened without loss', async ({ madeUp }) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  // WCAG 1.4.12: a sheet made in script, because the page's CSP takes no style element.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }',
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const found: string[] = [];
  await page.setViewportSize({ width: 640, height: 900 });
  for (const stop of places) {
    await visit(page, stop);
    found.push(...(await misfits(page, stop.what)));
    found.push(
      ...(await page.evaluate((where) => {
        const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, nav *')].filter(
          (element) => {
            const { overflow, textOverflow } = getComputedStyle(element);
            const clips = overflow.includes('hidden') || textOverflow === 'ellipsis';
            const isTiny = element.clientWidth <= 1 || element.clientHeight <= 1;
            return (
              clips &&
              !isTiny &&
              element.textContent !== '' &&
              (element.scrollWidth > element.clientWidth + 1 ||
                element.scrollHeight > element.clientHeight + 1)
            );
          },
        );
        return cut.map((element) => `${where}: cuts off "${element.textContent.slice(0, 40)}"`);
      }, stop.what)),
    );
  }
  expect(found).toEqual([]);
});

test('without motion nothing moves', async ({ app }) => {
  test.setTimeout(300_000);
  const page = await openDemo(app);
  const paths = await demoPaths(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const found: string[] = [];
  for (const stop of [...places, ...openStates(paths)]) {
    await visit(page, stop);
    const moving = await page.evaluate(() =>
      document.getAnimations().map((animation) => {
        const target = animation.effect instanceof KeyframeEffect ? animation.effect.target : null;
        return `${target?.tagName ?? ''}.${target?.getAttribute('class') ?? ''}`;
      }),
    );
    found.push(...moving.map((what) => `${stop.what}: ${what}`));
  }
  expect(found).toEqual([]);
});

test("in the system's own colours every control keeps a border and the focus shows", async ({ madeUp }) => {
  test.setTimeout(300_000);
  const { page } = madeUp;
  await page.emulateMedia({ forcedColors: 'active' });
  const found: string[] = [];
  for (const path of [
    '/people/new',
    '/supervision/new',
    '/incidents/new',
    '/wellbeing/new',
    '/wellbeing/measures/new',
    '/settings',
  ]) {
    await visit(page, { what: path, path });
    found.push(
      ...(await page.evaluate((where) => {
        /** A line around it, its own or of the label that draws it. */
        const hasEdge = (element: Element | null): boolean => {
          if (element === null) return false;
          const style = getComputedStyle(element);
          const hasBorder = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none';
          const hasOutline = parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
          return hasBorder || hasOutline;
        };
        const controls = document.querySelectorAll(
          'main input:not([type="radio"], [type="checkbox"], [type="file"]), main select, main textarea, main button[type="submit"]',
        );
        const bare = [...controls].filter(
          (control) =>
            (control as HTMLElement).offsetParent !== null &&
            !hasEdge(control) &&
            !hasEdge(control.parentElement),
        );
        const choices = [
          ...document.querySelectorAll('main input[type="radio"], main input[type="checkbox"]'),
        ].filter((choice) => {
          const label = choice.closest('label');
          return ![choice, label, ...(label?.querySelectorAll('*') ?? [])].some(hasEdge);
        });
        return [...bare, ...choices].map(
          (control) => `${where}: no border at ${control.getAttribute('name') ?? control.textContent}`,
        );
      }, path)),
    );
  }
  for (const path of ['/today', '/supervision/new']) {
    await visit(page, { what: path, path });
    found.push(...(await walkWithTab(page, path)));
  }
  expect(found).toEqual([]);
});
