/** Requests for a copy: noting one, deciding about others, saving the copy. */
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { AppHost } from '../fixtures.js';
import type { Hand } from '../support/hand.js';
import { goThroughDoor, type Purpose } from './identified.js';
import { expectHeading, expectToast, field, main } from './places.js';
import { alsoForPerson } from './people.js';

/** From the person's page. */
export async function noteRequest(hand: Hand, received: string, channel: string, due: string): Promise<void> {
  const { page } = hand;
  await alsoForPerson(hand, 'They asked for a copy');
  await expectHeading(page, 'A request for a copy');
  await hand.fill(field(page, 'It came on'), received);
  await expect(main(page)).toContainText(`Answer by ${due}, at the latest`);
  await hand.select(page.getByLabel('How it came'), channel);
  await hand.press(page.getByRole('button', { name: 'Save request' }));
  await expectHeading(page, `Answer by ${due}`);
}

/** On the page of the copy: through the door of what names people, then in the system's dialog. Gives what is in the file, and deletes it. */
export async function saveCopy(
  app: AppHost,
  hand: Hand,
  button: string,
  extension: string,
  purpose?: Purpose,
): Promise<string> {
  const { page } = hand;
  const file = join(
    app.userDataDir,
    '..',
    `${app.userDataDir.split('/').at(-1) ?? 'copy'}-copy.${extension}`,
  );
  await hand.press(main(page).getByRole('button', { name: button }));
  await app.answerDialog({ kind: 'save', filePath: file });
  await goThroughDoor(hand, {
    ...(purpose === undefined ? {} : { purpose }),
    tick: /and to nobody else\.$/,
  });
  await expectToast(page, 'Saved. It names people and is outside the lock now, so keep it safe.');
  await hand.press(page.getByRole('button', { name: 'Close this message' }).first());
  // The words of the copy before may still stand: the file comes whole, by a rename.
  await expect.poll(() => existsSync(file)).toBe(true);
  const text = await readFile(file, 'latin1').then((raw) => Buffer.from(raw, 'latin1').toString('utf8'));
  await rm(file);
  return text;
}
