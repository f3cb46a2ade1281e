/** Chromium is told, before a page loads, what main's permission handlers say to each permission. */
import type { CDPSession } from 'playwright-core';
import { errorText, log } from './log.js';
import { toChromium } from './schemes.js';
import { defaultSession } from './session.js';

/** Electron's name → the names Chromium's DevTools protocol has for it. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  notifications: ['notifications'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  midiSysex: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'display-capture': ['display-capture'],
  'idle-detection': ['idle-detection'],
  'window-management': ['window-management'],
  'storage-access': ['storage-access'],
  'persistent-storage': ['persistent-storage'],
  'speaker-selection': ['speaker-selection'],
  keyboardLock: ['keyboard-lock'],
  pointerLock: ['pointer-lock'],
  // What Chromium asks about and Electron has no name for.
  unknown: ['local-fonts', 'screen-wake-lock', 'nfc', 'background-sync', 'payment-handler'],
};

export async function applyPermissions(
  session: CDPSession,
  webContents: unknown,
  url: string,
): Promise<void> {
  const appOrigin = `${new URL(url).protocol}//${new URL(url).host}/`;
  const origin = toChromium(appOrigin).replace(/\/$/, '');
  for (const [permission, names] of Object.entries(PERMISSIONS)) {
    const granted = await defaultSession.hostDecidesPermission(webContents, permission, url, appOrigin);
    log.permissions.push({ permission, granted });
    for (const name of names) {
      const descriptor = permission === 'midiSysex' ? { name, sysex: true } : { name };
      await session
        .send('Browser.setPermission', {
          permission: descriptor,
          setting: granted ? 'granted' : 'denied',
          origin,
        })
        .catch((error: unknown) => {
          if (!/unknown permission|not (supported|found|implemented)|invalid/i.test(errorText(error))) {
            log.hostErrors.push(`permission ${name}: ${errorText(error)}`);
          }
        });
    }
  }
}
