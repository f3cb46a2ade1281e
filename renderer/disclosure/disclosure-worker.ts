/**
 * Disclosure control, off the page's thread: what it takes is not known beforehand. Nothing may connect anywhere
 * (Content-Security-Policy), so the code of the library is carried inside this script, as that of libsodium is.
 */
import * as Comlink from 'comlink';
import libraryCode from 'highs/runtime?url&inline';
import { createLinearSolver } from '../platform/linear-solver';
import { createDisclosureDesk } from './disclosure-desk';
import { bytesOfDataUrl, loadLibrary } from './library-code';

/** What is left is hidden then. */
const planForMs = 25_000;

Comlink.expose(
  createDisclosureDesk({
    loadSolver: async () => createLinearSolver(await loadLibrary(bytesOfDataUrl(libraryCode))),
    now: () => performance.now(),
    planForMs,
  }),
);
