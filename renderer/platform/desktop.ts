/** The typed handle on what the preload script offers. Nothing else in the page touches `window.desktop`. */
import type { Desktop } from '@shared/ipc/contract';

declare global {
  interface Window {
    readonly desktop: Desktop;
  }
}

export const desktop: Desktop = window.desktop;
