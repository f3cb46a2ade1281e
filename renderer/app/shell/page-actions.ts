/**
 * Print, save as a file and find, on the page that is open. A page has its own buttons for them, each with its own
 * door (anonymised, or for copies that name people): the keys press these, so that no key goes past a door.
 */

function inSight(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`#main :is(${selector})`)].filter(
    (element) => element.getClientRects().length > 0,
  );
}

function pressFirst(words: RegExp): boolean {
  const found = inSight('button:not([disabled]), a[href]').find((element) =>
    words.test((element.getAttribute('aria-label') ?? element.textContent).trim()),
  );
  if (found === undefined) return false;
  found.focus();
  found.click();
  return true;
}

/** True when the page has a button for it. */
export function printPage(): boolean {
  return pressFirst(/^Print\b/);
}

export function exportPage(): boolean {
  return pressFirst(/^Save (as|a copy|this copy)\b/);
}

/** The page's own search box; false where it has none. */
export function findOnPage(): boolean {
  const [box] = inSight('input[type="search"], input[inputmode="search"], [role="searchbox"]');
  box?.focus();
  return box !== undefined;
}
