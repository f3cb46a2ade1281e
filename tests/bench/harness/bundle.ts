/** Bundles a page of the bench with vite, as the app's own are, into a folder that the server serves. */
import { resolve } from 'node:path';
import { build } from 'vite';
import { REPOSITORY } from '../../../scripts/lib/host-command.js';

export type PageKind =
  'pages' | 'peers' | 'screens' | 'incidents' | 'charts' | 'figures' | 'disclosure' | 'bundles';

export async function bundlePage(kind: PageKind, out: string): Promise<void> {
  const root = resolve(REPOSITORY, 'tests/bench');
  await build({
    configFile: false,
    root,
    base: '/',
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(REPOSITORY, 'shared') } },
    // typeson and others expect Node's name for the global object.
    define: kind === 'peers' ? { global: 'globalThis' } : {},
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'esnext',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { [kind]: resolve(root, kind, 'index.html') } },
    },
  });
}
