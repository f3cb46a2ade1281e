/** The page of charts, built as the app's own pages are: one file of script and style to open in a browser. */
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { REPOSITORY } from './host-command.js';

/** Builds into `out`; answers the page's file. */
export async function bundleCharts(out: string): Promise<string> {
  const root = resolve(REPOSITORY, 'scripts/screens-harness');
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(REPOSITORY, 'shared') } },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'esnext',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  });
  return join(out, 'index.html');
}
