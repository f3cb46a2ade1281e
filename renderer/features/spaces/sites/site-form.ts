/** Between the form of a site, as typed, and its record. Pure. */
import type { LocalDate } from '@shared/kernel/local-date';
import { siteSchema, type Site } from '@shared/records/site/site';
import { formReader, schemaProblems } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type SiteFields = {
  readonly name: string;
  readonly isRural: boolean;
  readonly isIsland: boolean;
  readonly isLone: boolean;
  readonly travelMinutes: string;
  readonly travelNote: string;
};

export const emptySite: SiteFields = {
  name: '',
  isRural: false,
  isIsland: false,
  isLone: false,
  travelMinutes: '',
  travelNote: '',
};

export function fieldsOfSite({
  name,
  isRural,
  isIsland,
  isLone,
  travelMinutes,
  travelNote,
}: Site): SiteFields {
  return {
    name,
    isRural,
    isIsland,
    isLone,
    travelMinutes: travelMinutes === null ? '' : String(travelMinutes),
    travelNote,
  };
}

export interface SiteReading {
  readonly site: Site | null;
  readonly problems: readonly FormProblem[];
}

/** `before`: as it is stored, so that its rooms stay. */
export function readSite(fields: SiteFields, before: Site | null, today: LocalDate): SiteReading {
  const read = formReader(today);
  const name = read.line('name', fields.name, 'Say what the site is called');
  const travelMinutes = read.countOrNone('travelMinutes', fields.travelMinutes);
  if (read.problems.length > 0) return { site: null, problems: read.problems };
  const found = siteSchema.safeParse({
    name,
    isRural: fields.isRural,
    isIsland: fields.isIsland,
    isLone: fields.isLone,
    travelMinutes,
    travelNote: fields.travelNote,
    rooms: before?.rooms ?? [],
  });
  return found.success
    ? { site: found.data, problems: [] }
    : { site: null, problems: schemaProblems(found.error) };
}
