/** docs/bundle.schema.json and report.schema.json are made from the schemas in the code: `npx vitest run -u` of this file writes it. */
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { bundleSchema } from '@shared/bundle/bundle';
import { signedReportSchema } from '@shared/bundle/report-document';
import { z } from '@shared/kernel/zod';

const schemas = [
  ['bundle', 'Steading service-level bundle, version 1', bundleSchema],
  ['report', 'Steading report, version 1', signedReportSchema],
] as const;

it.each(schemas)('docs/%s.schema.json is what the page in docs says', async (name, title, schema) => {
  const file = resolve(import.meta.dirname, `../../../docs/${name}.schema.json`);
  const named = { title, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
  const text = await format(JSON.stringify(named), { ...(await resolveConfig(file)), parser: 'json' });
  await expect(text).toMatchFileSnapshot(file);
});
