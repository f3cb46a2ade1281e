/** Before the first spec: Chromium is there, or is installed, or the person is told what to install. */
import { ensureChromium, HOW_TO_INSTALL } from '../../scripts/lib/chromium-binary.js';

// Playwright takes the default export of this file.
export default function globalSetup(): void {
  const chromium = ensureChromium((line) => void process.stdout.write(`${line}\n`));
  if (chromium === undefined) throw new Error(HOW_TO_INSTALL);
}
