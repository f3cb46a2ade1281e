import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { highsWithoutItsFile } from './scripts/highs-code.js';
import { surveyBundle } from './scripts/survey-bundle.js';

const root = import.meta.dirname;
const alias = { '@shared': resolve(root, 'shared') };

// No path of a module as a comment in what is built: two builds in two folders are equal, byte for byte.
const experimental = { attachDebugInfo: 'none' } as const;

export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      rolldownOptions: { input: { main: resolve(root, 'electron/main.ts') }, experimental },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false, // a sandboxed preload cannot require modules
      rolldownOptions: {
        input: { preload: resolve(root, 'electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        experimental,
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    resolve: { alias },
    plugins: [react(), surveyBundle(root)],
    worker: { format: 'es', plugins: () => [highsWithoutItsFile()] },
    build: {
      outDir: resolve(root, 'out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') }, experimental },
    },
  },
});
