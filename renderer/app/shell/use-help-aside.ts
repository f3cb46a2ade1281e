/** F1: the help that fits the page, beside it where there is room, and as a page of its own where there is not. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { helpFor } from '../help/help-for';
import type { HelpPage } from '../help/help-page';
import { helpPages } from '../help/help-pages';

const roomForBoth = '(min-width: 1280px)';

export interface HelpAsideState {
  readonly page: HelpPage | null;
  readonly onHelp: () => void;
  readonly onClose: () => void;
}

export function useHelpAside(location: string, onGo: (path: string) => void): HelpAsideState {
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<Element | null>(null);
  const fitting = helpPages.find(({ id }) => id === helpFor(location)) ?? null;
  const hasNone = fitting === null || location.startsWith('/help');

  const onClose = useCallback(() => {
    setOpen(false);
    // Back to where the question came up; the page may have changed since.
    const back = opener.current;
    const target =
      back instanceof HTMLElement && back.isConnected && back !== document.body
        ? back
        : document.querySelector<HTMLElement>('#main h1');
    target?.focus({ preventScroll: true });
  }, []);

  const onHelp = useCallback(() => {
    if (isOpen) {
      onClose();
      return;
    }
    if (hasNone || !matchMedia(roomForBoth).matches) {
      onGo(hasNone ? '/help' : `/help/${fitting.id}`);
      return;
    }
    opener.current = document.activeElement;
    setOpen(true);
  }, [isOpen, hasNone, fitting, onGo, onClose]);

  useEffect(() => {
    const media = matchMedia(roomForBoth);
    const onChange = (): void => {
      if (!media.matches) setOpen(false);
    };
    media.addEventListener('change', onChange);
    return () => {
      media.removeEventListener('change', onChange);
    };
  }, []);

  return { page: isOpen && !hasNone ? fitting : null, onHelp, onClose };
}
