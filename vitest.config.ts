import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'shared') } },
  test: {
    include: ['tests/{unit,contract,vault,golden,tamper,faults}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
