/**
 * Runs the product's built main process under plain Node, with `electron` standing for the Chromium host:
 *
 *     node --import <repo>/tests/host/register.mjs <repo>/out/main/main.js --user-data-dir=PATH
 *
 * Works from any working directory: tsx and the host are found from this file, not from the shell.
 */
import { register } from 'node:module';
import process from 'node:process';
import { tsImport } from 'tsx/esm/api';

const electron = await tsImport('./electron.ts', import.meta.url);
// Only now, so that tsx keeps its cache in the usual place and a test's own temp folder holds the app's files alone.
if (process.env.STEADING_HOST_TMPDIR) process.env.TMPDIR = process.env.STEADING_HOST_TMPDIR;
globalThis[Symbol.for('steading.host.electron')] = electron;

const notSurface = ['default', 'module.exports', 'announceReady'];
const names = Object.keys(electron).filter((name) => !notSurface.includes(name));
const facade = [
  `const electron = globalThis[Symbol.for('steading.host.electron')];`,
  ...names.map((name) => `export const ${name} = electron.${name};`),
  `export default electron.default;`,
  // The app gets ready once main, which imports this, has been evaluated: as Electron does it.
  `setImmediate(electron.announceReady);`,
].join('\n');

// Loader hooks live on a thread of their own, so the hook only names the facade, as a module in a data: URL.
register(
  `data:text/javascript,${encodeURIComponent(`
    const facade = ${JSON.stringify(`data:text/javascript,${encodeURIComponent(facade)}`)};
    export async function resolve(specifier, context, next) {
      if (specifier === 'electron' || specifier === 'electron/main') {
        return { url: facade, shortCircuit: true, format: 'module' };
      }
      return next(specifier, context);
    }`)}`,
  import.meta.url,
);
