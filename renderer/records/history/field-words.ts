/**
 * How each field of each kind is said when two versions of a record are compared. A kind without an entry here brings
 * words of its own (`fieldLabels`); a test holds that every field of every kind has some.
 */
import { isRecordId } from '@shared/kernel/ids';
import { formatDate, formatMonth, isLocalDate, type LocalDate } from '@shared/kernel/local-date';
import {
  contractLabels,
  engagementLabels,
  exposureLabels,
  siteTraitLabels,
  workPatternLabels,
} from '@shared/records/person/person';
import type { RecordKind } from '@shared/records/record-kind';
import { recordKinds, type KindName, type RecordValue } from '@shared/records/registry';
import { nationLabels } from '@shared/records/service/service';
import { meetingModeLabels, type Signature } from '@shared/records/supervision-parts';
import {
  cancelReasonLabels,
  followUpLabels,
  supervisionKindLabels,
  supervisionStatusLabels,
  supervisionThemeLabels,
  type AgreedAction,
} from '@shared/records/supervision-session/supervision-session';
import type { NameOf } from '../record-words';
import {
  day,
  dayOrNone,
  figure,
  line,
  list,
  name,
  oneOf,
  prose,
  said,
  silent,
  value,
  withDetails,
  yesNo,
  type FieldWords,
} from './field-word-kit';
import { eventPlanWords } from './plan-field-words';
import { readinessCheckWords } from './readiness-field-words';

type Catalogue = {
  readonly [K in KindName]?: {
    readonly [F in keyof RecordValue<K>]-?: FieldWords<RecordValue<K>[F]>;
  };
};

function actionLine(action: AgreedAction): string {
  return withDetails(action.text, [
    action.owner,
    action.due === null ? '' : `by ${formatDate(action.due)}`,
    action.doneOn === null ? '' : `done ${formatDate(action.doneOn)}`,
    action.droppedOn === null ? '' : `no longer needed since ${formatDate(action.droppedOn)}`,
  ]);
}

const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function spanLine(from: LocalDate, to: LocalDate | null): string {
  return to === null ? `from ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`;
}

function signatureWord(signature: Signature): string {
  switch (signature.state) {
    case 'waiting':
      return 'not yet signed';
    case 'signed':
      return `signed ${formatDate(signature.on)}`;
    case 'not-agreed':
      return withDetails(`not agreed, ${formatDate(signature.on)}`, [signature.words]);
  }
}

const catalogue: Catalogue = {
  person: {
    name: line('Name'),
    payrollNumber: line('Payroll number'),
    role: line('Role'),
    team: line('Team'),
    site: line('Site'),
    engagement: oneOf('Belongs here as', engagementLabels),
    contract: oneOf('Contract', contractLabels),
    weeklyHours: figure('Hours a week'),
    startDate: day('Start date'),
    lastDay: dayOrNone('Last day'),
    leavingReason: line('Leaving reason'),
    frontFacing: yesNo('Front-facing'),
    exposure: oneOf('Exposure in the role', exposureLabels),
    supervisionIntervalDays: figure('Days between supervision'),
    siteTraits: list('Place of work', (trait) => siteTraitLabels[trait]),
    travelMinutes: figure('Minutes to travel'),
    workPattern: value('Pattern', (pattern) => (pattern === null ? '' : workPatternLabels[pattern])),
    partTime: yesNo('Part-time'),
    earlierSpells: list('Here before', (spell) => spanLine(spell.startDate, spell.lastDay)),
    leaves: list('Long leave', (leave) => spanLine(leave.firstDay, leave.lastDay)),
    earlierTeams: list(
      'Teams before',
      ({ team, lastDay }) => `${team === '' ? 'another team' : team} to ${formatDate(lastDay)}`,
    ),
  },
  'supervision-session': {
    kind: oneOf('Kind', supervisionKindLabels),
    personIds: list('Who with', name),
    date: day('When'),
    status: oneOf('Status', supervisionStatusLabels),
    minutes: figure('Minutes'),
    themes: list('What came up', (theme) => supervisionThemeLabels[theme]),
    wellbeingAsked: yesNo('Asked how they are'),
    note: prose('Note'),
    actions: list('What we agreed', actionLine),
    nextDate: dayOrNone('Next time'),
    facilitator: line('Led by'),
    facilitatorId: silent,
    plannedMinutes: figure('Minutes planned'),
    mode: value('How they met', (mode) => (mode === null ? '' : meetingModeLabels[mode])),
    workload: figure('Workload'),
    learning: prose('What was learned'),
    decisions: prose('What was decided'),
    followUp: list('From last time', (each) => withDetails(each.text, [followUpLabels[each.outcome]])),
    groupId: silent,
    cancelledBecause: value('Cancelled because', (reason) =>
      reason === null ? '' : cancelReasonLabels[reason],
    ),
    signatures: value('Signed', (both) =>
      both === null ? '' : `${signatureWord(both.person)}; supervisor: ${signatureWord(both.supervisor)}`,
    ),
  },
  'event-plan': eventPlanWords,
  'readiness-check': readinessCheckWords,
  'wellbeing-wave': {
    instrumentId: silent,
    instrumentVersion: silent,
    label: line('Name of the round'),
    group: line('Team'),
    opensOn: day('Opens'),
    closesOn: day('Closes'),
    invited: figure('People invited'),
    // Their number only: which reply came when would tell whose it is.
    answerSets: value('Replies', (sets) => countOf(sets.length, 'reply', 'replies')),
    split: value('Parts asked for', (split) => split?.options.join(', ') ?? ''),
    splitAnswers: silent,
    isBaseline: yesNo('Baseline'),
    lockedOn: dayOrNone('Locked'),
    note: prose('Note'),
  },
  absence: {
    personId: value('Who', name),
    firstDay: day('First day away'),
    lastDay: dayOrNone('Last day away'),
    reason: line('Reason'),
  },
  'caseload-count': {
    personId: value('Who', name),
    month: value('Month', formatMonth),
    openCases: figure('Open cases'),
  },
  establishment: {
    month: value('Month', formatMonth),
    team: line('Team'),
    fundedWte: figure('Funded posts', ' WTE'),
  },
  'export-entry': {
    report: silent,
    format: value('Format', (format) => format.toUpperCase()),
    title: line('Title'),
    periodStart: dayOrNone('From'),
    periodEnd: dayOrNone('To'),
    exportedOn: day('Saved on'),
    hiddenCells: figure('Numbers hidden'),
    model: silent,
    ledger: silent,
  },
  draft: {
    form: silent,
    recordId: silent,
    title: line('Title'),
    fields: silent,
  },
  service: {
    name: line('Name of the service'),
    nation: oneOf('Where the service is', nationLabels),
    teamSize: figure('People in the team'),
    fullTimeWeeks: list('A full-time week', ({ from, hours }) =>
      from === null ? `${hours} hours` : `${hours} hours from ${formatDate(from)}`,
    ),
    caseloadLimit: figure('Most open cases for each WTE'),
    supervisionIntervalDays: figure('Days between supervision'),
    workingDayStart: line('The day starts at'),
    workingDayEnd: line('The day ends at'),
    asOf: silent,
    setUpDone: silent,
  },
  'care-settings': {
    months: {
      label: 'Months kept',
      shape: 'list',
      lines: (months) =>
        Object.entries(months).map(([of, count]) => `${of}: ${count === null ? 'always' : String(count)}`),
    },
    holds: list('On hold', (hold, nameOf) =>
      withDetails(name(hold.personId, nameOf), [formatDate(hold.since)]),
    ),
    lastProof: value('Backup last proven', (proof) => (proof === null ? '' : formatDate(proof.on))),
    destroyed: value('Destruction log', (lines) => countOf(lines.length, 'line', 'lines')),
  },
};

/** The fields of a kind in the order in which they are shown. */
export function fieldsOf(kind: KindName): readonly (readonly [string, FieldWords<unknown>])[] {
  const own = catalogue[kind] as Readonly<Record<string, FieldWords<unknown>>> | undefined;
  return own === undefined ? plainWords(kind) : Object.entries(own);
}

/** Of a kind that brings words of its own: each value as plainly as it can be said. */
function plainWords(name: KindName): readonly (readonly [string, FieldWords<unknown>])[] {
  const kind = recordKinds[name] as unknown as RecordKind<Readonly<Record<string, unknown>>>;
  const classes = new Map(Object.entries(kind.disclosure));
  return Object.entries(kind.fieldLabels ?? {}).map(([field, label]) => {
    const of = classes.get(field);
    const shape = kind.examples.some((example) => Array.isArray(example[field]))
      ? 'list'
      : of === 'freeText'
        ? 'text'
        : 'value';
    // What is sealed says nothing to a reader.
    const isSilent = of === 'internal' && kind.examples.some((example) => typeof example[field] === 'string');
    const lines: FieldWords<unknown>['lines'] = (each, nameOf) =>
      isSilent
        ? []
        : (Array.isArray(each) ? each : [each]).flatMap((item) =>
            said(plainly(item, nameOf, kind.choiceLabels ?? {})),
          );
    return [field, { label, shape, lines }] as const;
  });
}

function plainly(of: unknown, nameOf: NameOf, choices: Readonly<Record<string, string>>): string {
  if (of === null || of === undefined) return '';
  if (typeof of === 'boolean') return of ? 'Yes' : 'No';
  if (typeof of === 'number') return String(of);
  if (typeof of === 'string') {
    if (isLocalDate(of)) return formatDate(of);
    if (isRecordId(of)) return nameOf(of) ?? '';
    if (Object.hasOwn(choices, of)) return choices[of] ?? of;
    // A choice from a list of another kind: "line-management".
    return /^[a-z]+(?:-[a-z0-9]+)+$/.test(of) ? of.replaceAll('-', ' ') : of;
  }
  return Object.values(of)
    .map((each) => plainly(each, nameOf, choices))
    .filter((each) => each !== '')
    .join(', ');
}
