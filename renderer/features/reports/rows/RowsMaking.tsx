import { useMemo, useState } from 'react';
import type { DisclosurePolicy } from '@shared/disclosure/thresholds';
import { formatMonth, monthOf, toLocalDate } from '@shared/kernel/local-date';
import { quarterEnds } from '@shared/reports/build-report';
import { desktop, useToday } from '../../../platform';
import { useDisclosurePolicy } from '../../../records/use-disclosure-policy';
import { useLoggedExport } from '../../../records/use-logged-export';
import { Chips, EmptyState, Section, Select, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { confidentialColumns, knownColumns, rowColumnTitles, type RowColumnId } from './row-columns';
import {
  earlierRows,
  keptRows,
  knowsAbsences,
  peopleOfChoice,
  periodEndingOn,
  rowsCsv,
  rowsEntry,
  type KeptRows,
} from './row-file';
import type { RowPeriod, RowRecords } from './row-people';
import styles from './rows.module.css';
import { RowsPreview } from './RowsPreview';
import { RowsTaken } from './RowsTaken';

const years = 8;

/** The year and the columns; below them what the file would hold, or why there is to be none. */
export function RowsMaking({ records }: { readonly records: RowRecords }) {
  const today = useToday();
  const policy = useDisclosurePolicy();
  const entries = useRecords('export-entry');
  const ends = useMemo(() => quarterEnds(today, years), [today]);
  const [end, setEnd] = useState(ends[0] ?? today);
  const [wanted, setWanted] = useState<readonly RowColumnId[]>(['engagement', 'team', 'tenure']);
  const save = useSaveRows(policy);

  const period = useMemo(() => periodEndingOn(end), [end]);
  const hasAbsences = knowsAbsences(records, period);
  const offered = hasAbsences
    ? confidentialColumns
    : confidentialColumns.filter((id) => id === 'supervision');
  const choice = useMemo(
    () => ({
      period,
      columns: wanted.filter((id) => knownColumns.includes(id) || offered.includes(id)),
    }),
    [period, wanted, offered],
  );
  const people = useMemo(() => peopleOfChoice(records, choice), [records, choice]);
  // The log is written before the window for saving opens: until that is over it says nothing.
  const taken = save.isSaving ? null : earlierRows(entries, period);

  const chips = (label: string, hint: string, ids: readonly RowColumnId[]) => (
    <Chips
      name={label}
      label={label}
      hint={hint}
      value={choice.columns.filter((id) => ids.includes(id))}
      options={ids.map((value) => ({ value, label: rowColumnTitles[value] }))}
      onChange={(some) => {
        setWanted((now) => [...now.filter((id) => !ids.includes(id)), ...some]);
      }}
    />
  );

  return (
    <>
      <Section title="What it is about">
        <Sheet pad>
          <div className={styles.choices}>
            <Select
              label="Twelve months to the end of"
              name="periodEnd"
              value={end}
              onChange={(value) => {
                setEnd(toLocalDate(value));
                save.goOn();
              }}
              options={ends.map((each) => ({ value: each, label: formatMonth(monthOf(each)) }))}
            />
            {taken === null && (
              <>
                {chips(
                  'Others may know',
                  'Colleagues often know these. Fewer columns stay finer',
                  knownColumns,
                )}
                <div>
                  {chips('Confidential', 'Each group has to hold several of each answer', offered)}
                  {!hasAbsences && (
                    <p className={styles.small}>
                      Sickness is not offered: absences are not recorded for all of this year.
                    </p>
                  )}
                </div>
              </>
            )}
          </div>
        </Sheet>
      </Section>
      {taken !== null ? (
        <RowsTaken
          key={taken.id}
          entry={taken.value}
          rows={keptRows(taken.value, policy)}
          period={period}
          takesFocus={save.hasSaved}
          problem={save.problem}
          isSaving={save.isSaving}
          onSaveAgain={(rows, ofPeriod) => void save.run(rows, ofPeriod)}
        />
      ) : choice.columns.length === 0 ? (
        <Sheet>
          <EmptyState title="Nothing is chosen yet">Choose one column at least.</EmptyState>
        </Sheet>
      ) : (
        <RowsPreview
          // Chance is drawn anew for other people, and not for other columns of the same.
          key={`${end}|${people.length}|${policy.minimumCellSize}`}
          records={records}
          people={people}
          choice={choice}
          policy={policy}
          problem={save.problem}
          isSaving={save.isSaving}
          onSave={(rows) => void save.run(rows, period)}
        />
      )}
    </>
  );
}

function useSaveRows(policy: DisclosurePolicy) {
  const today = useToday();
  const exporting = useLoggedExport();
  const [isSaving, setSaving] = useState(false);
  const [hasSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const run = async (rows: KeptRows, period: RowPeriod): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    setProblem(null);
    const entry = rowsEntry(rows, period, today);
    // Saved is what reads back from the line of the log: the file and the log cannot differ.
    const logged = keptRows(entry, policy);
    const suggestedName = `rows-${period.end.slice(0, 7)}.csv`;
    const why =
      logged === null
        ? 'These rows do not pass the rules of today.'
        : await exporting.run(entry, () => desktop['file.save']({ suggestedName, bytes: rowsCsv(logged) }));
    setProblem(why);
    setSaving(false);
    setSaved(true);
  };
  /** Another year was chosen: what was said of the last file is over. */
  const goOn = (): void => {
    setSaved(false);
    setProblem(null);
  };
  return { run, goOn, isSaving, hasSaved, problem };
}
