import type { Instrument } from '@shared/instruments/instrument';
import type { LocalDate } from '@shared/kernel/local-date';
import { minimumReplies } from '@shared/wellbeing/round-results';
import { DateField, FormRow, Note, Segmented, Select, TextField, type FormProblem } from '../../../ui';
import { RoundNearEvent } from '../RoundNearEvent';
import { measureName } from '../rounds';
import { useMeasures } from '../../../records/use-measures';
import { MeasureFacts } from './MeasureFacts';
import { RoundCautions } from './RoundCautions';
import { invitedNumber, splitWarning, type RoundFieldValues } from './round-fields';

export interface RoundFieldsProps {
  readonly fields: RoundFieldValues;
  readonly onChange: (patch: Partial<RoundFieldValues>) => void;
  readonly problems: readonly FormProblem[];
  readonly today: LocalDate;
  /** A measure, who is asked and the parts are chosen once: replies depend on them. */
  readonly isNew: boolean;
  readonly instrument: Instrument | null;
  readonly teams: readonly string[];
  readonly peopleNow: number;
}

export function RoundFields(props: RoundFieldsProps) {
  const { fields, onChange, problems, today, isNew, instrument, teams, peopleNow } = props;
  const errorAt = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.message;
  const invited = invitedNumber(fields.invited);
  return (
    <>
      {isNew && <MeasureAndGroup fields={fields} onChange={onChange} instrument={instrument} teams={teams} />}
      <TextField
        label="Name of the round"
        hint="Something you will know it by later. No names of people."
        name="label"
        value={fields.label}
        error={errorAt('label')}
        onChange={(label) => {
          onChange({ label });
        }}
      />
      <FormRow>
        <DateField
          label="First day"
          name="opensOn"
          value={fields.opensOn}
          today={today}
          error={errorAt('opensOn')}
          onChange={(opensOn) => {
            onChange({ opensOn });
          }}
        />
        <DateField
          label="Last day"
          name="closesOn"
          value={fields.closesOn}
          today={today}
          error={errorAt('closesOn')}
          onChange={(closesOn) => {
            onChange({ closesOn });
          }}
        />
      </FormRow>
      <RoundNearEvent opensOn={fields.opensOn} closesOn={fields.closesOn} today={today} />
      <TextField
        label="People invited"
        hint={`Count each person once. ${peopleNow} are in post on your list, volunteers included.`}
        name="invited"
        width="short"
        inputMode="numeric"
        value={fields.invited}
        error={errorAt('invited')}
        warning={
          invited !== null && invited < minimumReplies
            ? `Results need ${minimumReplies} replies. With ${invited} invited, nothing can ever be shown.`
            : undefined
        }
        onChange={(value) => {
          onChange({ invited: value });
        }}
      />
      {isNew && <RoundCautions fields={fields} instrument={instrument} today={today} />}
      {isNew && <SplitFields fields={fields} onChange={onChange} errorAt={errorAt} />}
      <TextField
        label="What was going on"
        hint="Anything that matters when this is read later, such as “team moved office”."
        name="note"
        isOptional
        multiline
        rows={2}
        value={fields.note}
        onChange={(note) => {
          onChange({ note });
        }}
      />
    </>
  );
}

function MeasureAndGroup(props: Pick<RoundFieldsProps, 'fields' | 'onChange' | 'instrument' | 'teams'>) {
  const { fields, onChange, instrument, teams } = props;
  const measures = useMeasures();
  return (
    <>
      <Select
        label="Measure"
        name="instrumentId"
        width="full"
        value={fields.instrumentId}
        onChange={(instrumentId) => {
          onChange({ instrumentId });
        }}
        options={measures.all
          .filter(({ setting }) => setting === 'team')
          .map(({ id }) => ({ value: id, label: measureName(id, measures) }))}
      />
      {instrument !== null && <MeasureFacts instrument={instrument} />}
      <Select
        label="Who is asked"
        name="group"
        value={fields.group}
        onChange={(group) => {
          onChange({ group });
        }}
        options={[
          { value: '', label: 'Whole service' },
          ...teams.map((team) => ({ value: team, label: team })),
        ]}
      />
    </>
  );
}

function SplitFields(props: {
  readonly fields: RoundFieldValues;
  readonly onChange: (patch: Partial<RoundFieldValues>) => void;
  readonly errorAt: (field: string) => string | undefined;
}) {
  const { fields, onChange, errorAt } = props;
  const warning = splitWarning(fields);
  return (
    <>
      <Segmented
        label="Ask which part of the service"
        hint="One more question at the end. A part shows figures only if at least 5 people in it answer."
        name="splitKind"
        value={fields.splitKind}
        onChange={(splitKind) => {
          onChange({ splitKind });
        }}
        options={[
          { value: 'none', label: 'Not asked' },
          { value: 'paid', label: 'Paid or volunteer' },
          { value: 'own', label: 'My own parts' },
        ]}
      />
      {fields.splitKind === 'own' && (
        <>
          <TextField
            label="The question"
            name="splitQuestion"
            value={fields.splitQuestion}
            error={errorAt('splitQuestion')}
            onChange={(splitQuestion) => {
              onChange({ splitQuestion });
            }}
          />
          <TextField
            label="The parts"
            hint="One a line, from two to eight."
            name="splitParts"
            multiline
            rows={4}
            value={fields.splitParts}
            error={errorAt('splitParts')}
            onChange={(splitParts) => {
              onChange({ splitParts });
            }}
          />
        </>
      )}
      <div role="status" hidden={warning === null}>
        {warning !== null && <Note kind="caution">{warning}</Note>}
      </div>
    </>
  );
}
