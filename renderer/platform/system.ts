/** Which keys this machine calls its own. */
export const isMac = /^Mac/.test(navigator.platform);

/** "Ctrl K", or "⌘ K" on a Mac, for showing beside a command. */
export function chordText(keys: string): string {
  return isMac ? keys.replace('Ctrl', '⌘') : keys;
}
