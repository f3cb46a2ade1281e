/**
 * The one door to zod. `jitless` has to be set before the first schema is built: otherwise zod 4 tries
 * `new Function`, which a strict content security policy refuses and reports.
 */
import { z } from 'zod';
import { isLocalDate, isLocalMonth, type LocalDate, type LocalMonth } from './local-date';
import { isRecordId, type RecordId } from './ids';

z.config({ jitless: true });

export const localDateSchema = z.custom<LocalDate>(
  (value) => typeof value === 'string' && isLocalDate(value),
  'a calendar day',
);
export const localMonthSchema = z.custom<LocalMonth>(
  (value) => typeof value === 'string' && isLocalMonth(value),
  'a month',
);
export const recordIdSchema = z.custom<RecordId>(
  (value) => typeof value === 'string' && isRecordId(value),
  'a record id',
);
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');

export { z };
