import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { surveyBundle } from './scripts/survey-bundle.js';

/** Minutes of processor time between them: whole vaults damaged byte by byte, and what packs the app. */
const deep = [
  'tests/{tamper,faults}/**/*.test.ts',
  'tests/golden/independent-reader.test.ts',
  'tests/unit/attack/{attacker,reports}.test.ts',
  'tests/unit/bundle/{duckdb,figures}.test.ts',
  'tests/unit/disclosure/{generalise,large-plan,utility}.test.ts',
  'tests/unit/electron/vault-faults.test.ts',
  'tests/unit/import/fuzz-{text,workbooks}.test.ts',
  'tests/unit/indicators/damaged.test.ts',
  'tests/unit/reports/twins.test.ts',
  'tests/unit/survey/seal.test.ts',
  'tests/unit/packaging/{package,sbom}.test.ts',
  // Where LibreOffice is installed.
  'tests/unit/report-files/office.test.ts',
  'tests/vault/{imports,rescue,truncation}.test.ts',
];

/** `npm run unit` and `npm run check` run the quick ones, `npm test` all. */
export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  plugins: [surveyBundle(import.meta.dirname)],
  test: {
    environment: 'node',
    testTimeout: 20_000,
    // By itself it leaves one of two cores idle.
    maxWorkers: 2,
    setupFiles: ['tests/same-draws.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'quick',
          include: ['tests/{unit,contract,vault,golden}/**/*.test.ts'],
          exclude: deep,
          // One process runs many files, which halves the time: a test puts back every global it changes, and
          // none replaces a module.
          pool: 'forks',
          isolate: false,
        },
      },
      { extends: true, test: { name: 'deep', include: deep } },
    ],
  },
});
