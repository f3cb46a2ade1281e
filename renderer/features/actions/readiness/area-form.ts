/** Between the form of one area, as typed, and the record. Pure. */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { readinessRatings, type ReadinessAreaId, type ReadinessRating } from '@shared/readiness/areas';
import {
  readinessCheckSchema,
  type AreaRating,
  type ReadinessCheck,
} from '@shared/records/readiness-check/readiness-check';
import { dayText, formReader } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type AreaFields = {
  /** Of which area: several drafts of one check may stand side by side. */
  readonly area: string;
  /** Empty: not rated. */
  readonly rating: string;
  readonly evidence: string;
  readonly ratedOn: string;
  readonly ownerId: string;
  readonly ownerRole: string;
};

export function fieldsOfArea(id: ReadinessAreaId, area: AreaRating, today: LocalDate): AreaFields {
  return {
    area: id,
    rating: area.rating === null ? '' : String(area.rating),
    evidence: area.evidence,
    ratedOn: area.ratedOn === null ? formatDate(today) : dayText(area.ratedOn),
    ownerId: area.ownerId ?? '',
    ownerRole: area.ownerRole,
  };
}

const ratingOf = (text: string): ReadinessRating | null =>
  readinessRatings.find((each) => String(each) === text) ?? null;

/** The check with this area in it, everything else as it stands. */
export function readArea(
  fields: AreaFields,
  id: ReadinessAreaId,
  check: ReadinessCheck,
  today: LocalDate,
): { readonly check: ReadinessCheck | null; readonly problems: readonly FormProblem[] } {
  const read = formReader(today);
  const rating = ratingOf(fields.rating);
  const ratedOn =
    rating === null ? null : read.day('ratedOn', fields.ratedOn, 'Say on which day it was rated');
  if (ratedOn !== null && ratedOn > today) read.wrong('ratedOn', 'This day is still to come');
  if (read.problems.length > 0) return { check: null, problems: read.problems };
  const owner: string = fields.ownerId;
  const ownerId: RecordId | null = isRecordId(owner) ? owner : null;
  const area: AreaRating = {
    rating,
    evidence: fields.evidence,
    ratedOn,
    ownerId,
    ownerRole: ownerId === null ? fields.ownerRole : '',
  };
  const parsed = readinessCheckSchema.safeParse({ ...check, areas: { ...check.areas, [id]: area } });
  return parsed.success
    ? { check: parsed.data, problems: [] }
    : {
        check: null,
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: path[0] === 'areas' ? String(path[2] ?? '') : '',
          message,
        })),
      };
}
