import { typedHours } from '@shared/reports/blocks/sickness-block';
import { spanOf } from '@shared/reports/build-report';
import { useWorkforceFigures } from '../../../figures';
import { Checkbox, FormRow, Section, TextField } from '../../../ui';
import { blocksOf, blockTexts, choiceOf, type FieldBlock, type ReportFields } from './report-form';

/** Hours typed month by month say nothing of who was away: without an answer they stay inside. */
export function SickHours(props: {
  readonly fields: ReportFields;
  readonly onChange: (patch: Partial<ReportFields>) => void;
}) {
  const { fields, onChange } = props;
  const span = spanOf(choiceOf(fields));
  const groups = useWorkforceFigures(span.from, span.to)?.groups ?? [];
  const rows = groups.find(({ team }) => team === null)?.rows ?? [];
  const blocks = blocksOf(fields);
  const sickness = blocks.find(({ block }) => block === 'sickness');
  if (sickness === undefined || typedHours(rows, span) === null) return null;
  const change = (patch: Partial<FieldBlock>): void => {
    onChange({
      blocks: blockTexts(blocks.map((each) => (each.key === sickness.key ? { ...each, ...patch } : each))),
    });
  };
  const isWrong = sickness.peopleAway.trim() !== '' && !/^\d{1,4}$/u.test(sickness.peopleAway.trim());
  return (
    <Section title="Hours lost to sickness">
      <p>
        These hours were typed month by month. Nobody can see in them whose they were. Two answers are needed
        before they leave.
      </p>
      <FormRow>
        <TextField
          label="How many people were away"
          name="peopleAway"
          inputMode="numeric"
          value={sickness.peopleAway}
          error={isWrong ? 'Use a whole number' : undefined}
          onChange={(peopleAway) => change({ peopleAway })}
        />
      </FormRow>
      <Checkbox
        name="nobodyAboveAThird"
        isSelected={sickness.nobodyAboveAThird}
        onChange={(nobodyAboveAThird) => change({ nobodyAboveAThird })}
      >
        No one person had more than a third of these hours
      </Checkbox>
    </Section>
  );
}
