/** Which drafts can be carried on, and where. Pure: the records come from outside. */
import { assertNever } from '@shared/kernel/assert';
import type { RecordId } from '@shared/kernel/ids';
import type { KindName } from '@shared/records/registry';
import type { StoredOutline, StoredRecord } from '@shared/vault/vault-api';
import { isLocked } from '@shared/wellbeing/wave-rules';

type DraftRecord = StoredRecord<'draft'>;

export interface DraftHomes {
  readonly people: readonly StoredRecord<'person'>[];
  readonly sessions: readonly StoredOutline<'supervision-session'>[];
  readonly absences: readonly StoredRecord<'absence'>[];
  readonly plans: readonly StoredOutline<'event-plan'>[];
  readonly waves: readonly StoredRecord<'wellbeing-wave'>[];
  /** For forms whose records are always open to change. */
  readonly isThere?: (kind: KindName, id: RecordId) => boolean;
}

/**
 * Newest first. A draft for a record that is gone, a closed plan or a closed round has no form to go to: it is left
 * out, and comes back with its record.
 */
export function draftsToCarryOn(drafts: readonly DraftRecord[], homes: DraftHomes): readonly DraftRecord[] {
  return drafts
    .filter((draft) => draft.value.recordId === null || hasHome(draft.value, homes))
    .toSorted((left, right) => right.savedAt - left.savedAt);
}

function hasHome({ form, recordId }: DraftRecord['value'], homes: DraftHomes): boolean {
  switch (form) {
    case 'supervision':
      return homes.sessions.some(({ id }) => id === recordId);
    case 'person':
      return homes.people.some(({ id }) => id === recordId);
    case 'absence':
      return homes.absences.some(({ id }) => id === recordId);
    case 'incident':
    case 'step':
    case 'check-in':
    case 'affected':
      return homes.plans.some(({ id, value }) => id === recordId && value.closedOn === null);
    case 'wave':
    case 'wave-details':
      return homes.waves.some(({ id, value }) => id === recordId && !isLocked(value));
    case 'agreement':
    case 'facilitator':
      return recordId !== null && (homes.isThere?.(form, recordId) ?? false);
    case 'assignment':
      return recordId !== null && (homes.isThere?.('supervision-assignment', recordId) ?? false);
    case 'group':
    case 'sitting':
      return recordId !== null && (homes.isThere?.('reflective-group', recordId) ?? false);
    case 'sitting-details':
      return recordId !== null && (homes.isThere?.('group-session', recordId) ?? false);
    case 'access-request':
    case 'ready-plan':
    case 'plan-template':
    case 'own-measure':
    case 'action':
    case 'vacancy':
    case 'outside-issue':
    case 'policy-review':
    case 'context-note':
    case 'given-figure':
    case 'site':
    case 'space-check':
    case 'resource':
    case 'conversation':
    case 'training-plan':
    case 'skill':
    case 'leader-briefing':
    case 'team-resource':
    case 'readiness-check':
      return recordId !== null && (homes.isThere?.(form, recordId) ?? false);
    case 'round-feedback':
      // Its form stands with the round.
      return homes.waves.some(({ id, value }) => id === recordId && isLocked(value));
    case 'readiness-area':
    case 'readiness-blocker':
      return recordId !== null && (homes.isThere?.('readiness-check', recordId) ?? false);
    case 'vacancy-round':
      return recordId !== null && (homes.isThere?.('vacancy', recordId) ?? false);
    case 'space-room':
      return recordId !== null && (homes.isThere?.('site', recordId) ?? false);
    case 'outside-reply':
      return recordId !== null && (homes.isThere?.('outside-issue', recordId) ?? false);
    case 'process-move':
      return (
        homes.people.some(({ id }) => id === recordId) ||
        (recordId !== null && (homes.isThere?.(form, recordId) ?? false))
      );
    case 'return':
      return homes.people.some(({ id }) => id === recordId);
    case 'month-figures':
    case 'report':
      return false;
    default:
      return assertNever(form);
  }
}

/** The address of the form that goes on with exactly this draft. */
export function draftHref({ id, value: { form, recordId, fields } }: DraftRecord): string {
  switch (form) {
    case 'supervision':
      return recordId === null ? `/supervision/drafts/${id}` : `/supervision/${recordId}/edit`;
    case 'person':
      return recordId === null ? '/people/new' : `/people/${recordId}/edit`;
    case 'absence':
      return recordId === null ? '/workforce/absences/new' : `/workforce/absences/${recordId}`;
    case 'incident':
    case 'check-in':
      return recordId === null ? '/incidents/new' : `/incidents/${recordId}`;
    case 'step': {
      // Steps of an investigation stand on a page of their own.
      const page = fields['strand'] === 'investigation' ? '/investigation' : '';
      return recordId === null ? '/incidents' : `/incidents/${recordId}${page}`;
    }
    case 'affected':
      return recordId === null ? '/incidents' : `/incidents/${recordId}/people`;
    case 'wave':
      return recordId === null ? '/wellbeing/new' : `/wellbeing/rounds/${recordId}/paper`;
    case 'wave-details':
      return recordId === null ? '/wellbeing' : `/wellbeing/rounds/${recordId}/edit`;
    case 'agreement':
      return recordId === null ? '/supervision/agreements/new' : `/supervision/agreements/${recordId}/edit`;
    case 'facilitator':
      return recordId === null
        ? '/supervision/facilitators/new'
        : `/supervision/facilitators/${recordId}/edit`;
    case 'assignment':
      return recordId === null ? '/supervision/assignments/new' : `/supervision/assignments/${recordId}/edit`;
    case 'group':
      return recordId === null ? '/supervision/groups/new' : `/supervision/groups/${recordId}/edit`;
    case 'sitting':
      return recordId === null ? '/supervision/groups' : `/supervision/groups/${recordId}/sitting`;
    case 'sitting-details':
      return recordId === null ? '/supervision/groups' : `/supervision/sittings/${recordId}/edit`;
    case 'access-request':
      return recordId === null ? '/people/requests/new' : `/people/requests/${recordId}/edit`;
    case 'process-move':
      return recordId === null ? '/people' : `/people/${recordId}/process`;
    case 'return':
      return recordId === null ? '/people' : `/people/${recordId}/return`;
    case 'ready-plan':
      return '/incidents/ready/edit';
    case 'plan-template':
      return recordId === null ? '/incidents/templates' : `/incidents/templates/${recordId}/edit`;
    case 'own-measure':
      return recordId === null ? newMeasureHref(fields) : `/wellbeing/measures/own/${recordId}/edit`;
    case 'round-feedback':
      return recordId === null ? '/wellbeing' : `/wellbeing/rounds/${recordId}/heard`;
    case 'action':
      return recordId === null ? newActionHref(fields) : `/actions/${recordId}`;
    case 'readiness-check':
      return formHref('/actions/readiness', recordId);
    case 'readiness-area':
    case 'readiness-blocker':
      return recordId === null ? '/actions/readiness' : readinessHref(recordId, fields);
    case 'vacancy':
      return recordId === null ? '/workforce/posts/new' : `/workforce/posts/${recordId}/edit`;
    case 'vacancy-round':
      return recordId === null ? '/workforce/posts' : vacancyRoundHref(recordId, fields);
    case 'outside-issue':
      return recordId === null ? '/workforce/outside/new' : `/workforce/outside/${recordId}/edit`;
    case 'outside-reply':
      return recordId === null ? '/workforce/outside' : outsideReplyHref(recordId, fields);
    case 'policy-review':
      return recordId === null ? '/workforce/policies/new' : `/workforce/policies/${recordId}/edit`;
    case 'month-figures':
      return '/workforce/by-hand';
    case 'report':
      return reportHref(fields);
    case 'given-figure':
      return recordId === null ? '/reports/given/new' : `/reports/given/${recordId}`;
    case 'context-note':
      return recordId === null ? '/workforce/notes' : `/workforce/notes/${recordId}`;
    case 'conversation':
      return formHref('/people/team/conversations', recordId);
    case 'training-plan':
      return formHref('/people/team/training', recordId);
    case 'skill':
      return formHref('/people/team/skills', recordId);
    case 'leader-briefing':
      return formHref('/people/team/leaders', recordId);
    case 'team-resource':
      return formHref('/people/team/resources', recordId);
    case 'site':
      return recordId === null ? '/spaces/new' : `/spaces/${recordId}/edit`;
    case 'space-room':
      return recordId === null ? '/spaces' : roomHref(recordId, fields);
    case 'space-check':
      return recordId === null ? newCheckHref(fields) : `/spaces/checks/${recordId}/edit`;
    case 'resource':
      return formHref('/spaces/resources', recordId);
    default:
      return assertNever(form);
  }
}

function roomHref(site: RecordId, { roomId }: DraftRecord['value']['fields']): string {
  return `/spaces/${site}/rooms/${typeof roomId === 'string' && roomId !== '' ? roomId : 'new'}`;
}

/** A new check goes on for its site and its group. */
function newCheckHref({ siteId, answeredBy }: DraftRecord['value']['fields']): string {
  return typeof siteId === 'string' && typeof answeredBy === 'string' && siteId !== ''
    ? `/spaces/${siteId}/checks/new/${answeredBy}`
    : '/spaces';
}

function formHref(list: string, recordId: RecordId | null): string {
  return recordId === null ? `${list}/new` : `${list}/${recordId}/edit`;
}

/** An action that answers a finding goes on beside it. */
function newActionHref({ source }: DraftRecord['value']['fields']): string {
  return typeof source === 'string' && source !== '' ? `/actions/new/${source}` : '/actions/new';
}

/** A round that is being changed goes on as that one. */
function vacancyRoundHref(vacancy: RecordId, { roundId }: DraftRecord['value']['fields']): string {
  return `/workforce/posts/${vacancy}/rounds/${typeof roundId === 'string' && roundId !== '' ? roundId : 'new'}`;
}

function outsideReplyHref(issue: RecordId, { replyId }: DraftRecord['value']['fields']): string {
  return `/workforce/outside/${issue}/replies/${typeof replyId === 'string' && replyId !== '' ? replyId : 'new'}`;
}

/** An area goes on as that one; what stands in the way as a new one, where it was new. */
function readinessHref(check: RecordId, { area, blockerId }: DraftRecord['value']['fields']): string {
  if (typeof blockerId === 'string')
    return `/actions/readiness/${check}/blockers/${blockerId === '' ? 'new' : blockerId}`;
  return `/actions/readiness/${check}/areas/${typeof area === 'string' ? area : ''}`;
}

function reportHref({ kind }: DraftRecord['value']['fields']): string {
  return typeof kind === 'string' && kind !== '' ? `/reports/make/${kind}` : '/reports';
}

/** A measure that began as a copy goes on as a copy of the same one. */
function newMeasureHref({ from }: DraftRecord['value']['fields']): string {
  return `/wellbeing/measures/new${typeof from === 'string' && from !== '' ? `/${from}` : ''}`;
}

/** For a draft that was left before it had a title of its own. */
export const draftWords = {
  supervision: 'a supervision record',
  incident: 'an incident plan',
  person: 'a person',
  wave: 'a wellbeing round',
  absence: 'an absence',
  'wave-details': 'the details of a round',
  step: 'a step of an incident plan',
  'check-in': 'a check-in',
  affected: 'people affected',
  agreement: 'a supervision agreement',
  facilitator: 'somebody who supervises',
  assignment: 'a named supervisor',
  group: 'a reflective group',
  sitting: 'a sitting of a group',
  'sitting-details': 'a sitting of a group',
  'access-request': 'a request for a copy',
  'process-move': 'a move to a process',
  return: 'somebody who came back',
  'ready-plan': 'the ready plan',
  'plan-template': 'a plan template',
  'round-feedback': 'what we heard',
  action: 'an action',
  vacancy: 'a vacancy',
  'vacancy-round': 'a round of a vacancy',
  'outside-issue': 'an issue outside our control',
  'outside-reply': 'a reply to an issue',
  'policy-review': 'a policy review',
  'context-note': 'a note on the figures',
  'own-measure': 'a measure of your own',
  'month-figures': 'figures typed by hand',
  report: 'a report',
  'given-figure': 'a figure given out elsewhere',
  conversation: 'a team conversation',
  'training-plan': 'a training plan',
  skill: 'a skill',
  'leader-briefing': 'a leader briefing',
  'team-resource': 'a team resource',
  'readiness-check': 'a readiness check',
  'readiness-area': 'an area of a readiness check',
  'readiness-blocker': 'what stands in the way',
  site: 'a site',
  'space-room': 'a room',
  'space-check': 'a check of a site',
  resource: 'a resource',
} as const satisfies Record<DraftRecord['value']['form'], string>;
