import { useState } from 'react';
import type { ChartSetting } from '@shared/records/chart-setting/chart-setting';
import type { Measure } from '@shared/workforce/measures';
import {
  Button,
  Checkbox,
  Dialog,
  Form,
  FormActions,
  Segmented,
  TextField,
  type FormProblem,
} from '../../../ui';
import { readTarget, targetText } from './setting-form';
import type { ChartSettingHandle } from './use-chart-setting';

type Improvement = Measure['improvement'];

export const improvementLabels = {
  lower: 'Lower',
  higher: 'Higher',
  neutral: 'Neither',
} as const satisfies Record<Improvement, string>;

/** Target, direction and screening of one chart. */
export function TargetDialog(props: {
  readonly onClose: () => void;
  readonly measure: Measure;
  readonly setting: ChartSetting | null;
  readonly change: ChartSettingHandle['change'];
}) {
  const { onClose, measure, setting, change } = props;
  const { format } = measure;
  const [target, setTarget] = useState(targetText(setting?.target ?? null, format));
  const [improvement, setImprovement] = useState<Improvement>(setting?.improvement ?? measure.improvement);
  const [isScreened, setScreened] = useState(setting?.isScreened ?? true);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const save = async (): Promise<void> => {
    const read = readTarget(target, format, measure.possible);
    if ('problem' in read) {
      setProblems([read.problem]);
      return;
    }
    const wrong = await change(
      (now) => ({
        ...now,
        target: read.target,
        improvement: improvement === measure.improvement ? null : improvement,
        isScreened,
      }),
      'Saved. The chart reads by it.',
    );
    if (wrong === null) onClose();
    else setProblems([{ field: '', message: wrong }]);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Target and rules"
      actions={null}
    >
      <Form onSubmit={save} errors={problems} aria-label="Target and rules">
        <TextField
          name="target"
          label="Target"
          hint="A figure that was agreed. Leave it blank when there is none."
          isOptional
          width="short"
          inputMode="decimal"
          unit={format === 'percent' ? 'per cent' : undefined}
          value={target}
          error={problems.find(({ field }) => field === 'target')?.message}
          autoFocus
          onChange={setTarget}
        />
        <Segmented
          name="improvement"
          label="Better is"
          value={improvement}
          onChange={setImprovement}
          options={(['lower', 'higher', 'neutral'] as const).map((value) => ({
            value,
            label: improvementLabels[value],
          }))}
        />
        {measure.charts.includes('xmr') && (
          <Checkbox name="isScreened" isSelected={isScreened} onChange={setScreened}>
            Leave unusually large moves out of the limits (3.267 times the average move or more)
          </Checkbox>
        )}
        <FormActions>
          <Button type="submit" variant="primary">
            Save
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
