/** Between the forms of a training plan, as typed, and the record. Pure. */
import { isRecordId, type RecordId } from '@shared/kernel/ids';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import {
  trainingPlanSchema,
  type TrainingKind,
  type TrainingPlan,
  type TrainingSession,
  type TrainingStep,
} from '@shared/records/training-plan/training-plan';
import { dayText, formReader, schemaProblems, type FormReader } from '../../../../records/form-read';
import type { Reading } from '../use-team-form';

export type PlanFields = {
  readonly name: string;
  readonly pulseBeforeId: string;
  readonly pulseAfterId: string;
  readonly note: string;
  /** The first step, of a new plan: its kind is staff wellbeing and is not asked. */
  readonly title: string;
  readonly plannedOn: string;
  readonly minutes: string;
  readonly material: string;
};

const noStep = { title: '', plannedOn: '', minutes: '', material: '' };

export const emptyPlan: PlanFields = { name: '', pulseBeforeId: '', pulseAfterId: '', note: '', ...noStep };

export function fieldsOfPlan({ name, pulseBeforeId, pulseAfterId, note }: TrainingPlan): PlanFields {
  return { name, pulseBeforeId: pulseBeforeId ?? '', pulseAfterId: pulseAfterId ?? '', note, ...noStep };
}

const idOrNone = (text: string): RecordId | null => (isRecordId(text) ? text : null);

/** `before`: as it is stored, with the steps that have their own place. */
export function readPlan(
  fields: PlanFields,
  before: TrainingPlan | null,
  today: LocalDate,
): Reading<TrainingPlan> {
  const read = formReader(today);
  const name = read.line('name', fields.name, 'Give the plan a name');
  const first =
    before === null
      ? stepOf(read, { ...fields, kind: 'wellbeing' }, { id: 'step-1', sessions: [], doneOn: null })
      : null;
  if (read.problems.length > 0) return { value: null, problems: read.problems };
  const parsed = trainingPlanSchema.safeParse({
    name,
    steps: before?.steps ?? [first],
    pulseBeforeId: idOrNone(fields.pulseBeforeId),
    pulseAfterId: idOrNone(fields.pulseAfterId),
    note: fields.note,
  });
  return parsed.success
    ? { value: parsed.data, problems: [] }
    : { value: null, problems: schemaProblems(parsed.error) };
}

export interface StepFields {
  readonly title: string;
  readonly kind: TrainingKind;
  readonly plannedOn: string;
  readonly minutes: string;
  readonly material: string;
}

export const emptyStep: StepFields = { ...noStep, kind: 'trauma-informed' };

export function fieldsOfStep({ title, kind, plannedOn, minutes, material }: TrainingStep): StepFields {
  return {
    title,
    kind,
    plannedOn: dayText(plannedOn),
    minutes: minutes === null ? '' : String(minutes),
    material,
  };
}

type Kept = Pick<TrainingStep, 'id' | 'sessions' | 'doneOn'>;

function stepOf(read: FormReader, fields: StepFields, kept: Kept): TrainingStep {
  const title = read.line('title', fields.title, 'Say what the step is called');
  if (title.length > 200) read.wrong('title', 'Use 200 characters or fewer');
  const plannedOn = read.dayOrNone('plannedOn', fields.plannedOn);
  const minutes = read.countOrNone('minutes', fields.minutes);
  if (minutes !== null && (minutes < 5 || minutes > 2400))
    read.wrong('minutes', 'Enter minutes from 5 to 2,400, such as 90');
  const material = fields.material.trim();
  if (material.length > 200) read.wrong('material', 'Use 200 characters or fewer');
  return { ...kept, title, kind: fields.kind, plannedOn, minutes, material };
}

export function readStep(fields: StepFields, kept: Kept, today: LocalDate): Reading<TrainingStep> {
  const read = formReader(today);
  const step = stepOf(read, fields, kept);
  return { value: read.problems.length > 0 ? null : step, problems: read.problems };
}

export interface SessionFields {
  readonly on: string;
  readonly invited: string;
  readonly came: string;
}

export const emptySession = (today: LocalDate): SessionFields => ({
  on: formatDate(today),
  invited: '',
  came: '',
});

export function readSession(fields: SessionFields, id: string, today: LocalDate): Reading<TrainingSession> {
  const read = formReader(today);
  const on = read.day('on', fields.on, 'Say on which day');
  if (on !== null && on > today) read.wrong('on', 'This day is still to come. Plan it with the step instead');
  const invited = read.countOrNone('invited', fields.invited);
  if (fields.invited.trim() === '' || invited === 0 || (invited ?? 0) > 500)
    read.wrong('invited', 'Enter how many had a place, from 1 to 500');
  const came = read.countOrNone('came', fields.came);
  if (fields.came.trim() === '') read.wrong('came', 'Enter how many came; 0 is an answer');
  if (invited !== null && came !== null && came > invited)
    read.wrong('came', `This is more than the ${invited} who had a place`);
  if (read.problems.length > 0 || on === null || invited === null || came === null)
    return { value: null, problems: read.problems };
  return { value: { id, on, invited, came }, problems: [] };
}
