/** What a person without a pointer has: where the focus is, whether it can be seen, and whether Tab gets round. */
import type { Page } from '@playwright/test';

export interface FocusStop {
  readonly what: string;
  /** Nothing lies over its middle. */
  readonly isOnTop: boolean;
  /** A ring, or a change of the thing that stands for it. */
  readonly isMarked: boolean;
}

/** Tells about the thing that has the focus; null when nothing has. */
export async function focusedStop(page: Page): Promise<FocusStop | null> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body)
      return null;
    const label = element.closest('label');
    // A radio button or a box that is drawn by its label is as large as the label.
    const drawn = label !== null && element.matches('[type="radio"], [type="checkbox"]') ? label : element;
    const rect = drawn.getClientRects()[0];
    const top =
      rect === undefined
        ? null
        : document.elementFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2);
    const isOnTop = top !== null && drawn.contains(top);
    const hasRing = (style: CSSStyleDeclaration): boolean =>
      parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
    const parts = [element, ...(label === null ? [] : [label, ...label.querySelectorAll('*')])];
    // Recharts draws the ring of a plot on the frame around it.
    if (element instanceof SVGElement)
      parts.push(
        ...[element.parentElement, element.closest('[role="presentation"]')].filter((each) => each !== null),
      );
    const isMarked = parts.some((part) =>
      [null, '::before', '::after'].some((pseudo) => hasRing(getComputedStyle(part, pseudo))),
    );
    const name =
      element.getAttribute('aria-label') ??
      ((element as Partial<HTMLInputElement>).labels?.[0]?.textContent || element.textContent);
    return {
      what: `${element.tagName.toLowerCase()} "${name.replace(/\s+/g, ' ').trim().slice(0, 60)}"`,
      isOnTop,
      isMarked,
    };
  });
}

/** Numbers everything that Tab should reach; of a group of radio buttons, the one that Tab comes to. */
async function numberStops(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex="0"]',
    );
    const groupOf = (element: HTMLInputElement): HTMLInputElement[] =>
      [...all].filter(
        (each): each is HTMLInputElement =>
          each instanceof HTMLInputElement &&
          each.type === 'radio' &&
          each.name === element.name &&
          each.form === element.form,
      );
    const isRadio = (element: HTMLElement): element is HTMLInputElement =>
      element instanceof HTMLInputElement && element.type === 'radio';
    const stops = [...all].filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled, [type="hidden"], [type="file"]')) return false;
      if (!element.checkVisibility({ visibilityProperty: true })) return false;
      if (isRadio(element)) {
        const group = groupOf(element);
        return (group.find((each) => each.checked) ?? group[0]) === element;
      }
      return true;
    });
    for (const element of document.querySelectorAll('[data-stop]')) element.removeAttribute('data-stop');
    stops.forEach((element, index) => {
      // Of a group in which nothing is chosen, Chromium comes to the one that had the focus last: any of them will do.
      const same = isRadio(element) && !element.checked ? groupOf(element) : [element];
      for (const each of same) each.setAttribute('data-stop', String(index));
    });
    return stops.length;
  });
}

/** Tab from the top of the page, all the way round. Says what was never reached, hidden, or without a mark. */
export async function walkWithTab(page: Page, where: string): Promise<string[]> {
  const count = await numberStops(page);
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    // A selection would be where Tab goes on from.
    window.getSelection()?.removeAllRanges();
  });
  const found: string[] = [];
  const reached = new Set<string>();
  let wraps = 0;
  let steps = 0;
  // The page, the end of the page, and once round again.
  for (; steps < count * 2 + 6 && reached.size < count && wraps < 3; steps += 1) {
    await page.keyboard.press('Tab');
    const stop = await focusedStop(page);
    if (stop === null) {
      wraps += 1;
      continue;
    }
    const number = await page.evaluate(() => document.activeElement?.getAttribute('data-stop') ?? null);
    // The layers of a drawing would be stops without a name: renderer/charts/use-quiet-layers.ts.
    if (number === null && stop.what.startsWith('g '))
      found.push(`${where}: Tab stops at nothing, ${stop.what}`);
    if (number === null || reached.has(number)) continue;
    reached.add(number);
    if (!stop.isOnTop) found.push(`${where}: something lies over ${stop.what}`);
    if (!stop.isMarked) found.push(`${where}: no focus mark on ${stop.what}`);
  }
  const missed = await page.evaluate(
    (numbers) =>
      [...document.querySelectorAll('[data-stop]')]
        .filter((element) => !numbers.includes(element.getAttribute('data-stop') ?? ''))
        .map(
          (element) =>
            `${element.tagName.toLowerCase()} "${(element.getAttribute('aria-label') || element.textContent || element.getAttribute('name') || '').slice(0, 60)}"`,
        ),
    [...reached],
  );
  return [...found, ...missed.map((what) => `${where}: Tab never reached ${what}`)];
}
