import { expect, test } from 'vitest';
import type { OpenDialogOptions, SaveDialogOptions } from '../../../electron/ports';
import { createPageDialogs } from '../../../electron/services/page-dialogs';
import { createSaveFile } from '../../../electron/services/save-file';
import { createSessionState } from '../../../electron/services/session-state';
import { createMemoryDisk } from '../../support/memory-disk';

const saveOptions: SaveDialogOptions = { defaultPath: '/d/a.csv', filters: [], properties: [] };
const openOptions: OpenDialogOptions = { defaultPath: '/d', properties: ['openFile'] };

function setup() {
  const session = createSessionState();
  const told: string[] = [];
  let answerSave: (path: string) => void = () => undefined;
  let answerOpen: (path: string) => void = () => undefined;
  const dialogs = createPageDialogs({
    session,
    askWhereToSave: () =>
      new Promise((resolve) => {
        answerSave = (filePath) => {
          resolve({ canceled: filePath === '', filePath });
        };
      }),
    askWhatToOpen: () =>
      new Promise((resolve) => {
        answerOpen = (path) => {
          resolve({ canceled: path === '', filePaths: path === '' ? [] : [path] });
        };
      }),
    tell: (message, detail) => {
      told.push(`${message}. ${detail}`);
      return Promise.resolve();
    },
  });
  session.set('unlocked');
  return {
    session,
    told,
    dialogs,
    answerSave: (path: string) => {
      answerSave(path);
    },
    answerOpen: (path: string) => {
      answerOpen(path);
    },
  };
}

test('an answer while the same page is open is handed on', async () => {
  const { dialogs, told, answerSave, answerOpen } = setup();
  const saving = dialogs.askWhereToSave(saveOptions);
  answerSave('/d/b.csv');
  expect(await saving).toEqual({ canceled: false, filePath: '/d/b.csv' });
  const opening = dialogs.askWhatToOpen(openOptions);
  answerOpen('/d/x.stb');
  expect(await opening).toEqual({ canceled: false, filePaths: ['/d/x.stb'] });
  expect(told).toEqual([]);
});

test('a lock while a save dialog stands open: nothing is written, and it is told, though it was opened again', async () => {
  const { session, dialogs, told, answerSave } = setup();
  const disk = createMemoryDisk();
  disk.put('/d/kept', Uint8Array.of(1));
  const saveFile = createSaveFile({
    files: disk,
    askWhereToSave: dialogs.askWhereToSave,
    showInFolder: () => undefined,
    documents: '/d',
  });
  const saving = saveFile.save('a.csv', Uint8Array.of(1, 2));
  session.set('locked');
  session.set('unlocked');
  answerSave('/d/a.csv');
  expect(await saving).toEqual({ ok: false, error: { tag: 'Cancelled' } });
  expect(disk.paths()).toEqual(['/d/kept']);
  expect(told).toEqual([
    'Steading locked while that window was open. Nothing was saved. Unlock, then save it again.',
  ]);
});

test('a dialog that was given up has nothing to tell', async () => {
  const { session, dialogs, told, answerSave, answerOpen } = setup();
  const saving = dialogs.askWhereToSave(saveOptions);
  const opening = dialogs.askWhatToOpen(openOptions);
  session.set('locked');
  answerSave('');
  answerOpen('');
  expect([await saving, await opening]).toEqual([
    { canceled: true, filePath: '' },
    { canceled: true, filePaths: [] },
  ]);
  expect(told).toEqual([]);
});

test('a folder chosen after the lock is not taken', async () => {
  const { session, dialogs, told, answerOpen } = setup();
  const opening = dialogs.askWhatToOpen(openOptions);
  session.set('locked');
  answerOpen('/stick');
  expect(await opening).toEqual({ canceled: true, filePaths: [] });
  expect(told).toHaveLength(1);
});

test('on the lock page, where nothing was open, a file is picked as ever', async () => {
  const { session, dialogs, answerOpen } = setup();
  session.set('locked');
  const opening = dialogs.askWhatToOpen(openOptions);
  session.set('locked');
  answerOpen('/stick/x.stb');
  expect((await opening).canceled).toBe(false);
});
