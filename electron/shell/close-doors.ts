/** Everything that a page could ask of Chromium and that this app never needs, refused. */
import type { ContentsPort, SessionPort } from '../ports';
import { isAppUrl } from './app-scheme';

/** Nothing resolves there (RFC 2606), should the spellchecker ever look for a dictionary. */
const deadUrl = 'https://dictionaries.invalid/';

/** Chromium switches, set before the app is ready: no name resolves, no peer connection finds a way out. */
export const chromiumSwitches = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking', ''],
  ['disable-component-update', ''],
  ['disable-domain-reliability', ''],
  ['no-pings', ''],
] as const;

/** Permissions, downloads, dictionaries and every request that is not for the page's own files. */
export function closeSession(session: SessionPort): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(deadUrl);
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isAppUrl(url) });
  });
}

/** Navigation, new windows and webviews. Moving about inside the page is by hash and does not come here. */
export function closeContents(contents: ContentsPort): void {
  const refuse = (event: { preventDefault(): void }): void => {
    event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
