import { writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import UPNG from 'upng-js';

/** A screenshot with at most 128 colours: text and flat colour keep their look at a quarter of the size. */
export async function savePicture(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const full = await page.screenshot({ animations: 'disabled' });
  const image = UPNG.decode(new Uint8Array(full).buffer);
  const frames = UPNG.toRGBA8(image);
  writeFileSync(file, Buffer.from(UPNG.encode(frames, image.width, image.height, 128)));
}
