/** What a record is called in a list of mixed ones: by its kind and, inside the vault, by whom it is about. */
import type { RecordId } from '@shared/kernel/ids';
import { formatDate, formatMonth } from '@shared/kernel/local-date';
import { eventTypeLabels } from '@shared/records/event-plan/event-plan';
import type { RecordKind } from '@shared/records/record-kind';
import type { KindName, RecordOutline } from '@shared/records/registry';
import { recordKinds } from '@shared/records/registry';
import { checkGroupLabels } from '@shared/spaces/check-items';
import { lowerFirst } from '@shared/statistics/run-chart-story';
import { isMeasureId, measureOf } from '@shared/workforce/measures';
import { sessionTitles } from './supervision-words';

/** Null for somebody who is on no list any more. */
export type NameOf = (id: RecordId) => string | null;

/** A value, or its outline, together with its kind. */
export type KindAndValue = {
  readonly [K in KindName]: { readonly kind: K; readonly value: RecordOutline<K> };
}[KindName];

export const unknownPerson = 'someone no longer here';

/** "Supervision record", for the start of a line. */
export function kindTitle(kind: KindName): string {
  const { one } = recordKinds[kind].label;
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** "3 supervision records" */
export function kindCount(kind: KindName, count: number): string {
  const { one, many } = recordKinds[kind].label;
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** One line, as "Clinical supervision with Ailsa Munro, 24 November 2026". */
export function recordTitle(record: KindAndValue, nameOf: NameOf): string {
  const called = (id: RecordId): string => nameOf(id) ?? unknownPerson;
  switch (record.kind) {
    case 'person':
      return record.value.name;
    case 'supervision-session': {
      const { kind, personIds, date } = record.value;
      const [first] = personIds;
      const whom =
        personIds.length > 1 ? `${personIds.length} people` : first === undefined ? '' : called(first);
      return `${sessionTitles[kind]}${whom === '' ? '' : ` with ${whom}`}, ${formatDate(date)}`;
    }
    case 'event-plan':
      return `${eventTypeLabels[record.value.eventType]}, ${formatDate(record.value.occurredOn)}`;
    case 'wellbeing-wave':
      return record.value.group === '' ? record.value.label : `${record.value.label}, ${record.value.group}`;
    case 'absence':
      return `${capital(called(record.value.personId))}, from ${formatDate(record.value.firstDay)}`;
    case 'caseload-count':
      return `${capital(called(record.value.personId))}, ${formatMonth(record.value.month)}`;
    case 'establishment':
      return `${record.value.team}, ${formatMonth(record.value.month)}`;
    case 'month-figures':
    case 'practice-time':
      return `${kindTitle(record.kind)}, ${record.value.team === '' ? 'whole service' : record.value.team}, ${formatMonth(record.value.month)}`;
    case 'export-entry':
      return `${record.value.title}, ${formatDate(record.value.exportedOn)}`;
    case 'draft':
      return record.value.title === '' ? 'A draft' : record.value.title;
    case 'service':
      return record.value.name;
    case 'care-settings':
      return 'Keeping and erasing';
    case 'disclosure-settings':
      return 'What may leave';
    case 'received-bundle':
      return `Bundle of ${record.value.calledHere === '' ? record.value.service : record.value.calledHere}, to ${formatMonth(record.value.periodTo)}`;
    case 'agreement':
      return `${sessionTitles[record.value.kind]} agreement with ${called(record.value.personId)}, from ${formatDate(record.value.startedOn)}`;
    case 'supervision-assignment':
      return `Who supervises ${called(record.value.personId)}, from ${formatDate(record.value.from)}`;
    case 'facilitator': {
      const { personId, name } = record.value;
      return personId === null ? name : `${capital(called(personId))} as a supervisor`;
    }
    case 'reflective-group':
      return record.value.name;
    case 'action':
      return record.value.what;
    case 'proposal-answer':
      return record.value.proposal;
    case 'chart-setting':
      return chartTitle(record.value);
    case 'context-note':
      return `${record.value.text}, ${formatDate(record.value.from)}`;
    case 'vacancy':
      return `${record.value.title}, ${record.value.wte} WTE, cleared ${formatDate(record.value.clearedOn)}`;
    case 'outside-issue':
      return `${record.value.title}, raised ${formatDate(record.value.raisedOn)}`;
    case 'policy-review':
      return `${record.value.document}, due ${formatDate(record.value.dueOn)}`;
    case 'conversation':
      return `${record.value.topic}, ${formatDate(record.value.on)}`;
    case 'readiness-check':
      return record.value.name;
    case 'site':
    case 'resource':
      return record.value.name;
    case 'space-check':
      return `Check of a site by ${lowerFirst(checkGroupLabels[record.value.answeredBy])}, ${formatDate(record.value.on)}`;
    case 'space-photo':
      return record.value.caption === '' ? 'Picture of a room' : `Picture: ${record.value.caption}`;
    case 'own-measure':
      return `${record.value.title}, version ${record.value.version}`;
    case 'import-run':
      return record.value.fileName === '' ? 'A file that was brought in' : record.value.fileName;
    case 'group-session':
      return `Sitting of a reflective group, ${formatDate(record.value.date)}`;
    default:
      return plainTitle(record, nameOf);
  }
}

function chartTitle({ measure, team }: RecordOutline<'chart-setting'>): string {
  const of = isMeasureId(measure) ? measureOf(measure).label : 'a figure of another version';
  return `Chart of ${lowerFirst(of)}${team === null ? '' : `, ${team}`}`;
}

/** Of a kind that has no title of its own: what it is, and whose. */
function plainTitle(record: KindAndValue, nameOf: NameOf): string {
  const kind = recordKinds[record.kind] as unknown as RecordKind;
  const whose = [...new Set(kind.people(record.value, unsavedId))];
  const [first] = whose;
  if (first === undefined) return kindTitle(record.kind);
  const whom = whose.length === 1 ? (nameOf(first) ?? unknownPerson) : `${whose.length} people`;
  return `${kindTitle(record.kind)}, ${whom}`;
}

/** Only a person's own record asks for its id, and that has a title. */
const unsavedId = '' as RecordId;

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The page of a record that is there; null for those without one. */
export function recordHref(kind: KindName, id: RecordId): string | null {
  switch (kind) {
    case 'person':
      return `/people/${id}`;
    case 'supervision-session':
      return `/supervision/${id}`;
    case 'event-plan':
      return `/incidents/${id}`;
    case 'wellbeing-wave':
      return `/wellbeing/rounds/${id}`;
    case 'wellbeing-plan':
      return `/wellbeing/plans/${id}`;
    case 'absence':
      return `/workforce/absences/${id}`;
    case 'agreement':
      return `/supervision/agreements/${id}`;
    case 'supervision-assignment':
      return `/supervision/assignments/${id}/edit`;
    case 'facilitator':
      return `/supervision/facilitators/${id}`;
    case 'reflective-group':
      return `/supervision/groups/${id}`;
    case 'group-session':
      return `/supervision/sittings/${id}`;
    case 'access-request':
      return `/people/requests/${id}`;
    case 'process-move':
      return `/people/process/${id}`;
    case 'ready-plan':
      return '/incidents/ready';
    case 'rehearsal':
      return `/incidents/rehearsal/${id}`;
    case 'own-measure':
      return `/wellbeing/measures/own/${id}`;
    case 'wording-pack':
    case 'measure-check':
      return '/wellbeing/measures';
    case 'month-figures':
    case 'practice-time':
      return '/workforce/by-hand';
    case 'action':
      return `/actions/${id}`;
    case 'proposal-answer':
      return '/actions/ideas';
    case 'import-run':
    case 'import-mapping':
      return '/workforce/brought-in';
    case 'vacancy':
      return `/workforce/posts/${id}`;
    case 'conversation':
      return `/people/team/conversations/${id}`;
    case 'training-plan':
      return `/people/team/training/${id}`;
    case 'readiness-check':
      return `/actions/readiness/${id}`;
    case 'habit-week':
    case 'own-care':
      return '/today/habits';
    case 'site':
      return `/spaces/${id}`;
    case 'space-check':
      return `/spaces/checks/${id}`;
    case 'resource':
      return `/spaces/resources/${id}`;
    case 'space-photo':
      return '/spaces';
    case 'space-settings':
      return '/spaces/settings';
    case 'outside-issue':
      return `/workforce/outside/${id}`;
    case 'policy-review':
      return `/workforce/policies/${id}`;
    case 'chart-setting':
      return '/workforce';
    case 'context-note':
      return `/workforce/notes/${id}`;
    case 'disclosure-settings':
      return '/settings/leaving';
    case 'received-bundle':
      return '/reports/together';
    default:
      return null;
  }
}
