/**
 * The whole app through its forms, as a person uses it: a passphrase typed, a person typed and saved, and the kill
 * while the next one is under way. Acknowledged is what the screen said was saved.
 */
import type { Page } from '@playwright/test';
import { createSeeded } from '@shared/demo/seeded';
import { setUp, unlock } from '../e2e/page-models/first-run.js';
import { field, goTo, main } from '../e2e/page-models/places.js';
import { handOf } from '../e2e/support/hand.js';
import { openApp } from './app-door';
import { appLife } from './app-lane';
import { textOf, wait } from './lane';

export interface FormsReport {
  rounds: number;
  acknowledged: number;
  readonly failures: string[];
}

const roundsOfALife = 10;
const withinMs = 6000;

async function savePerson(page: Page, name: string): Promise<void> {
  const hand = handOf(page, 'keyboard');
  await goTo(hand, 'People');
  await main(page).getByRole('link', { name: 'Add a person' }).click();
  await field(page, 'Name').fill(name);
  await field(page, 'Role').fill('Key worker');
  await field(page, 'Start date').fill('03/02/2025');
  await page.getByRole('button', { name: 'Save person' }).click();
  await page.getByText('Saved. You can record their supervision now.').last().waitFor();
}

export async function runFormsLane(
  rounds: number,
  seed: number,
  report: FormsReport,
  say: (line: string) => void,
): Promise<void> {
  const random = createSeeded(seed * 3001);
  for (let round = 0; round < rounds;) {
    const life = await appLife({ left: 0 });
    const fail = (why: string): void => {
      report.failures.push(`round ${String(round)} (seed ${String(seed)}): ${why}`);
      say(`      FAILED round ${String(round)}: ${why}`);
    };
    let door = await openApp(life.userData);
    const saved: string[] = [];
    try {
      const { passphrase } = await setUp(door.app);
      const end = Math.min(rounds, round + roundsOfALife);
      for (let goesOn = true; goesOn && round < end; round += 1) {
        const { page } = door.app;
        let isKilled = false;
        const saving = async (): Promise<void> => {
          for (let number = 1; ; number += 1) {
            const name = `Person ${String(round)} ${String(number)}`;
            await savePerson(page, name);
            if (!isKilled) saved.push(name);
          }
        };
        const before = saved.length;
        const ended = saving().catch((cause: unknown) => {
          if (!isKilled) fail(textOf(cause));
        });
        await wait(random.whole(0, withinMs));
        isKilled = true;
        await door.kill();
        await ended;
        report.acknowledged += saved.length - before;
        door = await openApp(life.userData);
        await unlock(door.app.page, passphrase);
        const listed = await door.call('list', { kind: 'person' });
        const names = listed.ok
          ? listed.value.flatMap(({ value }) => ('name' in value ? value.name : []))
          : [];
        const lost = saved.filter((name) => !names.includes(name));
        if (lost.length > 0) fail(`lost after “Saved”: ${lost.join(', ')}`);
        goesOn = lost.length === 0;
        report.rounds += 1;
      }
    } catch (cause) {
      fail(textOf(cause));
      round += 1;
    } finally {
      await door.kill().catch(() => undefined);
      await life.end();
    }
  }
}
