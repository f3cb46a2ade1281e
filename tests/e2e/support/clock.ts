/** The calendar day on the laptop, as the page sees it: what is typed and imported has fixed dates. */
import type { Page } from '@playwright/test';

/** The page stands at this day, mid-morning, until told otherwise; timers go on running. */
export async function setToday(page: Page, day: `${number}-${number}-${number}`): Promise<void> {
  await page.clock.setFixedTime(`${day}T10:00:00`);
}
