import { createPersonFinder, personColumns, readPerson } from '../find-person';
import { matchOf, type ImportTarget } from '../target';
import {
  sessionDefaults,
  type supervisionKinds,
  type supervisionStatuses,
  type SupervisionSession,
} from '@shared/records/supervision-session/supervision-session';
import type { StoredRecord } from '@shared/vault/vault-api';

type Kind = (typeof supervisionKinds)[number];
type Status = (typeof supervisionStatuses)[number];

const kindWords: Readonly<Record<string, Kind>> = {
  clinical: 'clinical',
  'clinical supervision': 'clinical',
  practice: 'clinical',
  'practice supervision': 'clinical',
  restorative: 'clinical',
  'line management': 'line-management',
  line: 'line-management',
  management: 'line-management',
  managerial: 'line-management',
  'line manager': 'line-management',
  'line management supervision': 'line-management',
  'one to one': 'line-management',
  '1 1': 'line-management',
  '121': 'line-management',
  '1 to 1': 'line-management',
  professional: 'professional',
  'professional supervision': 'professional',
  'reflective group': 'reflective-group',
  reflective: 'reflective-group',
  group: 'reflective-group',
  'group supervision': 'reflective-group',
  'reflective practice': 'reflective-group',
  'reflective practice group': 'reflective-group',
  vbrp: 'reflective-group',
};

const statusWords: Readonly<Record<string, Status>> = {
  held: 'held',
  completed: 'held',
  complete: 'held',
  done: 'held',
  attended: 'held',
  'took place': 'held',
  yes: 'held',
  happened: 'held',
  'cancelled by service': 'cancelled-by-service',
  'cancelled by the service': 'cancelled-by-service',
  'cancelled service': 'cancelled-by-service',
  'cancelled by manager': 'cancelled-by-service',
  'cancelled by supervisor': 'cancelled-by-service',
  'cancelled by organisation': 'cancelled-by-service',
  'cancelled by person': 'cancelled-by-person',
  'cancelled by the person': 'cancelled-by-person',
  'cancelled person': 'cancelled-by-person',
  'cancelled by staff': 'cancelled-by-person',
  'cancelled by worker': 'cancelled-by-person',
  'cancelled by employee': 'cancelled-by-person',
  'cancelled by supervisee': 'cancelled-by-person',
  dna: 'cancelled-by-person',
  'did not attend': 'cancelled-by-person',
  'not attended': 'cancelled-by-person',
};

const keyOf = (personId: string, date: string, kind: string): string => `${personId}|${date}|${kind}`;

export const supervisionTarget: ImportTarget<'supervision-session'> = {
  id: 'supervision',
  kind: 'supervision-session',
  label: { one: 'session', many: 'sessions' },
  doubled: 'give the same person, day and kind',
  columns: [
    {
      key: 'date',
      label: 'Date',
      isRequired: true,
      isDate: true,
      synonyms: ['session date', 'supervision date', 'date of supervision', 'date of session', 'day', 'when'],
    },
    ...personColumns,
    {
      key: 'kind',
      label: 'Kind',
      isRequired: true,
      synonyms: ['type', 'supervision type', 'session type', 'kind of supervision'],
    },
    {
      key: 'minutes',
      label: 'Minutes',
      isRequired: false,
      isNumber: true,
      synonyms: ['length', 'duration', 'mins', 'duration minutes', 'length minutes'],
    },
    {
      key: 'status',
      label: 'Status',
      isRequired: false,
      synonyms: ['outcome', 'result', 'attendance', 'held'],
    },
    {
      key: 'facilitator',
      label: 'Led by',
      isRequired: false,
      synonyms: ['supervisor', 'facilitator', 'supervised by', 'with'],
    },
  ],
  columnOfField: { personIds: 'payrollNumber' },
  begin(context) {
    const finder = createPersonFinder(context.people);
    const byKey = new Map<string, StoredRecord<'supervision-session'>>();
    for (const record of context.existing) {
      for (const personId of record.value.personIds)
        byKey.set(keyOf(personId, record.value.date, record.value.kind), record);
    }
    return {
      read(reader) {
        const person = readPerson(reader, finder);
        if (reader.text('date') === '') reader.fail('date', 'The date is missing');
        const date = reader.date('date');
        if (reader.text('kind') === '') reader.fail('kind', 'The kind is missing');
        const kind = reader.choice(
          'kind',
          kindWords,
          'Use clinical, line management, professional or reflective group',
        );
        const minutes = reader.minutes('minutes');
        if (minutes !== null && (!Number.isInteger(minutes) || minutes < 0 || minutes > 600)) {
          reader.fail('minutes', 'Use a whole number from 0 to 600');
        }
        const status = reader.choice(
          'status',
          statusWords,
          'Use held, cancelled by service or cancelled by person',
        );
        if (status === null && reader.isMapped('status') && reader.text('status') === '')
          reader.fail('status', 'The status is missing');
        if (date !== null && date > context.today && (status ?? 'held') === 'held') {
          reader.fail('date', 'This day is still to come, so the session cannot have been held');
        }
        if (person === null || date === null || kind === null) return null;
        const patch: Partial<SupervisionSession> = {
          personIds: [person.id],
          date,
          kind,
          status: status ?? 'held',
          ...(minutes === null ? {} : { minutes }),
          ...(reader.text('facilitator') === '' ? {} : { facilitator: reader.text('facilitator') }),
        };
        return { patch, key: keyOf(person.id, date, kind), weakKey: null };
      },
      match({ key, patch }) {
        const record = byKey.get(key);
        if (record !== undefined && record.value.personIds.length > 1) {
          // One row of a file cannot change what is recorded for a whole group.
          return record.value.status === patch.status
            ? { type: 'covered' }
            : {
                type: 'problem',
                reason: 'A group that this person came to is recorded with another status. Change it by hand',
                column: 'Status',
              };
        }
        return matchOf(record);
      },
      complete: (patch) => ({
        ...sessionDefaults,
        minutes: null,
        themes: [],
        wellbeingAsked: null,
        note: '',
        actions: [],
        nextDate: null,
        facilitator: '',
        ...patch,
      }),
    };
  },
};
