/** What somebody has set for the chart of one measure, and how it is changed. */
import { useMemo } from 'react';
import { blankChartSetting, type ChartSetting } from '@shared/records/chart-setting/chart-setting';
import { useSaveWithUndo } from '../../../records/use-save-with-undo';
import { newRecordId, useRecords, useVault } from '../../../vault';

export interface ChartSettingHandle {
  /** Null: nothing set yet. */
  readonly setting: ChartSetting | null;
  /** Null when it was saved; else the words for what went wrong. */
  change(next: (setting: ChartSetting) => ChartSetting, done: string): Promise<string | null>;
}

export function useChartSetting(measure: string, team: string | null): ChartSettingHandle {
  const vault = useVault();
  const saveWithUndo = useSaveWithUndo();
  const stored = useRecords('chart-setting');
  const setting = useMemo(
    () => stored.find(({ value }) => value.measure === measure && value.team === team)?.value ?? null,
    [stored, measure, team],
  );
  return {
    setting,
    change: (next, done) => {
      // As it stands now, not as it was drawn: two changes one after the other both count.
      const before =
        vault
          .records('chart-setting')
          .find(({ value }) => value.measure === measure && value.team === team) ?? null;
      return saveWithUndo(
        [
          {
            kind: 'chart-setting',
            id: before?.id ?? newRecordId(),
            value: next(before?.value ?? blankChartSetting(measure, team)),
            before,
          },
        ],
        done,
      );
    },
  };
}
