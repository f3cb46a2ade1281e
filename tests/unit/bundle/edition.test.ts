import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bundleDraftSchema } from '@shared/bundle/bundle';
import { editionOf } from '@shared/bundle/edition';
import { addDays, monthOf, toLocalDate } from '@shared/kernel/local-date';

const edition = bundleDraftSchema.shape.edition;

it('rises from one bundle to the next, in a month and from month to month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 97 }), (days, before) => {
      const today = addDays(toLocalDate('2024-01-01'), days);
      const now = editionOf(today, before);
      expect(edition.safeParse(now).success).toBe(true);
      expect(editionOf(today, before + 1)).toBe(now + 1);
      const later = addDays(today, 31);
      expect(monthOf(later) > monthOf(today)).toBe(true);
      expect(editionOf(later, 0)).toBeGreaterThan(editionOf(today, 500));
    }),
  );
});
