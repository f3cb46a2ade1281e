import type { Page } from '@playwright/test';

/** From the welcome page into the made-up vault, up to Today. */
export async function openDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Look around with made-up data' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor({ timeout: 60_000 });
}
