/**
 * Main is told how the page stands when it really stands so: open at once, locked only when the drafts are away and
 * the worker has ended. What follows on "locked" is the end of this page.
 */
import { useCallback, useEffect, type RefObject } from 'react';
import { desktop } from '../../platform';
import type { VaultClient } from '../../vault';

export interface PageState {
  readonly client: VaultClient;
  readonly isUnlocked: boolean;
  /** This very vault was open in this page. */
  readonly wasOpened: boolean;
  readonly savedAt: number | null;
  readonly isCurtained: boolean;
  /** Something has to be ended first, which then shows another vault. */
  readonly isLeaving: RefObject<boolean>;
}

/** A route of ours and nothing else: main refuses the rest. */
function placeNow(): string | null {
  return /^#(\/[a-z0-9/-]{0,200})$/.exec(window.location.hash)?.[1] ?? null;
}

export function useTellMain(state: PageState): void {
  const { client, isUnlocked, wasOpened, savedAt, isCurtained, isLeaving } = state;
  const say = useCallback(() => {
    void desktop['session.locked']({
      locked: !isUnlocked,
      vault: client.name,
      savedAt,
      place: placeNow(),
      isCurtained,
    });
  }, [client, isUnlocked, savedAt, isCurtained]);
  useEffect(() => {
    if (isUnlocked || !wasOpened) {
      say();
      return;
    }
    let isStale = false;
    void client.lock().then(() => {
      if (!isStale && !isLeaving.current) say();
    });
    return () => {
      isStale = true;
    };
  }, [client, isUnlocked, wasOpened, isLeaving, say]);
}
