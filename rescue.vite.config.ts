import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** An older Node would stop at something that it does not know, in words that help nobody. */
const banner = `#!/usr/bin/env node
if (Number(process.versions.node.split('.')[0]) < 20) {
  process.stderr.write('This needs Node 20 or later.\\n');
  process.exit(64);
}`;

/** `out/rescue/steading-rescue.mjs`: one file that needs Node and nothing beside it. */
export default defineConfig({
  root,
  resolve: { alias: { '@shared': resolve(root, 'shared') } },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: resolve(root, 'scripts/rescue.ts'),
    outDir: resolve(root, 'out/rescue'),
    emptyOutDir: true,
    target: 'node20',
    // To be read by whoever is asked to run it.
    minify: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/],
      output: {
        entryFileNames: 'steading-rescue.mjs',
        codeSplitting: false,
        banner,
      },
      experimental: { attachDebugInfo: 'none' },
    },
  },
});
