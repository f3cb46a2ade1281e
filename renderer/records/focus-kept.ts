/** A dialog gives the focus back within this many frames of being gone. */
const framesAfterDialog = 4;
const mostFrames = 120;

/**
 * After a change that takes the control away which had the focus: the page's heading has it, so that the next key goes
 * on from there. What still has the focus keeps it.
 */
export function keepFocus(): void {
  let without = 0;
  let frames = 0;
  const look = (): void => {
    frames += 1;
    without = document.querySelector('[role="dialog"]') === null ? without + 1 : 0;
    if (without < framesAfterDialog && frames < mostFrames) {
      requestAnimationFrame(look);
      return;
    }
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  };
  requestAnimationFrame(look);
}
