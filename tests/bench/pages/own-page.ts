import { installBench } from './page.js';
import { createRawRows } from './raw-rows.js';
import { createRawSegments } from './raw-segments.js';
import { createVaultContender } from './vault.js';

installBench({
  'raw-rows': createRawRows,
  'raw-segments': createRawSegments,
  vault: createVaultContender,
});
