/** Main is told when something was copied in the page, so that it can take it from the clipboard again. */
import type { Desktop } from '@shared/ipc/contract';

/** A copy key without anything marked copies nothing: what is on the clipboard then is somebody else's. */
function isAnythingMarked(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement) {
    // Chromium copies nothing out of a password box.
    return focused.type !== 'password' && focused.selectionStart !== focused.selectionEnd;
  }
  return (document.getSelection()?.toString() ?? '') !== '';
}

export function watchCopies(desktop: Pick<Desktop, 'clipboard.copied'>): () => void {
  const tell = (): void => {
    if (isAnythingMarked()) void desktop['clipboard.copied']({});
  };
  // Also the copy and cut of the menu, and of any key the system has for them.
  document.addEventListener('copy', tell);
  document.addEventListener('cut', tell);
  return () => {
    document.removeEventListener('copy', tell);
    document.removeEventListener('cut', tell);
  };
}
