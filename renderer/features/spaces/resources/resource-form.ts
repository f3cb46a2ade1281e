/** Between the form of a resource, as typed, and its record. Pure. */
import type { RecordId } from '@shared/kernel/ids';
import type { LocalDate } from '@shared/kernel/local-date';
import {
  resourceSchema,
  resourceTypes,
  type Resource,
  type ResourceContent,
} from '@shared/records/resource/resource';
import { formReader, nextId, schemaProblems } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type ResourceFields = {
  readonly name: string;
  readonly type: string;
  readonly siteId: string;
  readonly place: string;
  /** A line each, as "Tissues, every 30 days". */
  readonly contents: string;
  readonly infectionControl: string;
  readonly checkEveryDays: string;
};

/** What is usually in a soothing box, in our own words; it is there to be changed. */
const usualBox = [
  'Tissues, every 30 days',
  'Colouring sheets and pens, every 90 days',
  'Scents, sealed, every 180 days',
  'Stress ball',
  'Cloths of different feel',
  'Breathing card',
].join('\n');

export const emptyResource: ResourceFields = {
  name: '',
  type: 'soothing-box',
  siteId: '',
  place: '',
  contents: usualBox,
  infectionControl: 'Wipe what was held. Scents stay sealed. Tissues and used sheets go out.',
  checkEveryDays: '31',
};

const contentLine = ({ what, restockEveryDays }: ResourceContent): string =>
  restockEveryDays === null
    ? what
    : `${what}, every ${String(restockEveryDays)} ${restockEveryDays === 1 ? 'day' : 'days'}`;

export function fieldsOfResource(resource: Resource): ResourceFields {
  return {
    name: resource.name,
    type: resource.type,
    siteId: resource.siteId ?? '',
    place: resource.place,
    contents: resource.contents.map(contentLine).join('\n'),
    infectionControl: resource.infectionControl,
    checkEveryDays: String(resource.checkEveryDays),
  };
}

const rhythm = /^(.*?),?\s+every\s+(?:(\d{1,4})\s+)?(day|week|month|year)s?$/iu;
const rhythmDays = { day: 1, week: 7, month: 30, year: 365 } as const;

/** What stood there before under the same name keeps its day. */
function readContents(text: string, before: readonly ResourceContent[]): ResourceContent[] {
  const known = new Map(before.map((content) => [content.what.toLocaleLowerCase('en-GB'), content]));
  const read: ResourceContent[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const found = rhythm.exec(line);
    const what = (found?.[1] ?? line).trim();
    const unit = (found?.[3] ?? 'day').toLowerCase() as keyof typeof rhythmDays;
    const old = known.get(what.toLocaleLowerCase('en-GB'));
    read.push({
      id: old?.id ?? nextId('item', [...before, ...read]),
      what,
      restockEveryDays: found === null ? null : Number(found[2] ?? '1') * rhythmDays[unit],
      lastRestockedOn: old?.lastRestockedOn ?? null,
    });
  }
  return read;
}

export interface ResourceReading {
  readonly resource: Resource | null;
  readonly problems: readonly FormProblem[];
}

/** A new resource is taken to be full on the day it is written down. */
export function readResource(
  fields: ResourceFields,
  before: Resource | null,
  today: LocalDate,
): ResourceReading {
  const read = formReader(today);
  const name = read.line('name', fields.name, 'Say what it is called');
  const checkEveryDays = read.countOrNone('checkEveryDays', fields.checkEveryDays);
  if (fields.checkEveryDays.trim() === '')
    read.wrong('checkEveryDays', 'Say after how many days it is looked through');
  if (read.problems.length > 0) return { resource: null, problems: read.problems };
  const contents = readContents(fields.contents, before?.contents ?? []).map((content) =>
    before === null && content.restockEveryDays !== null ? { ...content, lastRestockedOn: today } : content,
  );
  const found = resourceSchema.safeParse({
    name,
    type: resourceTypes.find((type) => type === fields.type) ?? 'other',
    siteId: fields.siteId === '' ? null : (fields.siteId as RecordId),
    place: fields.place,
    contents,
    infectionControl: fields.infectionControl,
    checkEveryDays,
    checkedOn: before === null ? today : before.checkedOn,
    uses: before?.uses ?? [],
  });
  return found.success
    ? { resource: found.data, problems: [] }
    : { resource: null, problems: schemaProblems(found.error) };
}
