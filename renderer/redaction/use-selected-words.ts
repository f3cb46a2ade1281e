/** Words that were selected in a text box or a preview below `root`, by mouse or by keyboard. */
import { useEffect, type RefObject } from 'react';

const longest = 200;

export function useSelectedWords(
  root: RefObject<HTMLElement | null>,
  onSelected: (words: string) => void,
): void {
  useEffect(() => {
    const read = (): void => {
      const words = selectedBelow(root.current).trim();
      if (words !== '' && words.length <= longest && !words.includes('\n')) onSelected(words);
    };
    document.addEventListener('selectionchange', read);
    return () => {
      document.removeEventListener('selectionchange', read);
    };
  }, [root, onSelected]);
}

function selectedBelow(root: HTMLElement | null): string {
  const active = document.activeElement;
  if (root === null) return '';
  if (active instanceof HTMLTextAreaElement && root.contains(active))
    return active.value.slice(active.selectionStart, active.selectionEnd);
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || !root.contains(selection.anchorNode)) return '';
  return root.contains(selection.focusNode) ? selection.toString() : '';
}
