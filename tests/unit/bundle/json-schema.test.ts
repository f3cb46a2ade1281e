/** docs/bundle.schema.json is made from the schema that bundles are read with: `npx vitest run -u` of this file writes it. */
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { bundleSchema } from '@shared/bundle/bundle';
import { z } from '@shared/kernel/zod';

const file = resolve(import.meta.dirname, '../../../docs/bundle.schema.json');

it('is what the page in docs says', async () => {
  const schema = z.toJSONSchema(bundleSchema, { target: 'draft-2020-12' });
  const named = { title: 'Steading service-level bundle, version 1', ...schema };
  const text = await format(JSON.stringify(named), { ...(await resolveConfig(file)), parser: 'json' });
  await expect(text).toMatchFileSnapshot(file);
});
