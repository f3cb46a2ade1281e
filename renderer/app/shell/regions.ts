const regions = [
  '[data-region="rail"]',
  '[data-region="topbar"]',
  '#main',
  '[data-region="help"]',
  '[data-region="messages"]',
] as const;

/** F6 goes round the regions of the window, like in other desktop programs. */
export function focusNextRegion(isBack: boolean): void {
  const shown = regions
    .map((selector) => document.querySelector<HTMLElement>(selector))
    .filter((region): region is HTMLElement => region !== null && region.offsetParent !== null);
  const at = shown.findIndex((region) => region.contains(document.activeElement));
  const next = shown[(at + (isBack ? shown.length - 1 : 1)) % shown.length];
  const targets = [
    ...(next?.querySelectorAll<HTMLElement>('h1, h2[tabindex], a[href], button, input') ?? []),
  ];
  (targets.find((target) => target.getClientRects().length > 0) ?? next)?.focus();
}
