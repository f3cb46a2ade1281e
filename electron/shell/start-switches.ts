/**
 * Switches that take the page's protection away or open a door into it. An installed app does not start with one:
 * whoever edits a shortcut would otherwise read along unseen.
 */
const refused = [
  'no-sandbox',
  'disable-setuid-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-namespace-sandbox',
  'disable-gpu-sandbox',
  'single-process',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-running-insecure-content',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'load-extension',
  'enable-logging',
  'log-file',
  'log-net-log',
  'net-log-capture-mode',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'auto-open-devtools-for-tabs',
] as const;

/** Windows takes a slash and one dash as well, and Chromium reads switches in any case. */
function switchName(argument: string): string | null {
  const found = /^(?:--|-|\/)([a-z][a-z0-9-]*)(?:=|$)/i.exec(argument);
  return found?.[1]?.toLowerCase() ?? null;
}

/** The first switch that is refused; null when all may stand. */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const argument of argv) {
    const name = switchName(argument);
    if (name !== null && refused.some((each) => each === name)) return name;
  }
  return null;
}

/** An AppImage sets the switch by itself where the system gives programs no namespaces of their own: no icon helps there. */
export function refusalWords(isAppImage: boolean): string {
  return isAppImage
    ? 'This system does not let an AppImage close itself off from other programs, and Steading does not run without that. Install the .deb package instead. Your records were not touched.'
    : 'It was started with a switch that takes its protection away. Start it from its own icon. Your records were not touched.';
}
