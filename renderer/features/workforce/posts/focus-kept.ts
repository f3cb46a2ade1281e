/**
 * After a change that takes the control away which had the focus: the page's heading has it, so that the next key goes
 * on from there. What still has the focus keeps it.
 */
export function keepFocus(): void {
  // Two frames: the change is drawn, and a dialog has given back what it took.
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement !== null && activeElement !== document.body) return;
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    });
  });
}
