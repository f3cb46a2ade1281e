/** The first page of a PDF as a picture, as Chromium's own viewer draws it. */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import UPNG from 'upng-js';

/** A sheet of A4 at the viewer's own edges, and a little room for them. */
const view = { width: 840, height: 1180 };
/** The viewer says nothing when it has drawn: two pictures that are the same end the waiting. */
const betweenMs = 500;
const mostTries = 40;

export async function savePdfPicture(chromiumPath: string, pdf: string, file: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    // The old headless mode has no viewer.
    ignoreDefaultArgs: ['--headless'],
    args: ['--headless=new'],
  });
  try {
    const page = await browser.newPage({ viewport: view });
    await page.goto(`${pathToFileURL(pdf).href}#toolbar=0&navpanes=0&view=Fit`);
    let before: Buffer = Buffer.alloc(0);
    for (let tries = 0; tries < mostTries; tries += 1) {
      await page.waitForTimeout(betweenMs);
      const now = await page.screenshot();
      // An empty viewer is of one colour, and small.
      if (now.equals(before) && now.length > 20_000) break;
      before = now;
    }
    const image = UPNG.decode(new Uint8Array(before).buffer);
    const frames = UPNG.toRGBA8(image);
    writeFileSync(file, Buffer.from(UPNG.encode(frames, image.width, image.height, 64)));
  } finally {
    await browser.close();
  }
}
