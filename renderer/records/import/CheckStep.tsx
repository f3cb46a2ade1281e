import type { ImportPlan, ImportTarget } from '@shared/import/target';
import type { KindName } from '@shared/records/registry';
import { Button, DataTable, Figure, FigureRow, Note, Section, Sheet } from '../../ui';
import styles from './import.module.css';
import { countOf, rowWords } from './import-words';

const listedProblems = 100;

export interface CheckStepProps<K extends KindName> {
  readonly target: ImportTarget<K>;
  readonly plan: ImportPlan<K>;
  readonly isSaving: boolean;
  readonly error: string | null;
  readonly onBack: () => void;
  readonly onBringIn: () => void;
  readonly onSaveProblems: () => void;
}

export function CheckStep<K extends KindName>(props: CheckStepProps<K>) {
  const { target, plan, error } = props;
  const total = plan.created.length + plan.changed.length;
  const shown = plan.problems.slice(0, listedProblems);
  const turned = plan.notes['name-turned-round'] ?? 0;
  const joined = plan.notes['times-joined'] ?? 0;
  return (
    <>
      {error !== null && (
        <div role="alert">
          <Note kind="caution" title="Not brought in yet">
            {error}
          </Note>
        </div>
      )}
      <FigureRow>
        <Figure label="New" value={plan.created.length} />
        <Figure label="Changed" value={plan.changed.length} />
        <Figure label="Already the same" value={plan.unchanged} />
        <Figure
          label="Rows left out"
          value={plan.problemRows}
          detail={`of ${countOf(plan.rows, rowWords)}`}
        />
      </FigureRow>
      {(plan.changed.length > 0 || plan.repeated > 0 || turned > 0 || joined > 0) && (
        <Note kind="info">
          {plan.changed.length > 0 && <p>Empty cells in the file never wipe what is recorded here.</p>}
          {plan.repeated > 0 && (
            <p>{countOf(plan.repeated, rowWords)} said the same as another row, and count once.</p>
          )}
          {turned > 0 && (
            <p>
              {countOf(turned, { one: 'name', many: 'names' })} stood last name first and will be turned
              round.
            </p>
          )}
          {joined > 0 && (
            <p>
              {countOf(joined, { one: 'person', many: 'people' })} left and came back. The earlier times here
              are kept. Weekly hours are those of the newest one.
            </p>
          )}
        </Note>
      )}
      {plan.problems.length > 0 && (
        <Section
          title={`${countOf(plan.problemRows, rowWords)} to put right`}
          action={
            <Button size="small" variant="quiet" onPress={props.onSaveProblems}>
              Save this list
            </Button>
          }
        >
          <p>
            These rows will be left out. The others can be brought in now. Row 1 is the first row of the file.
          </p>
          <Sheet>
            <DataTable
              caption="Rows that will be left out"
              isCaptionHidden
              columns={[
                { key: 'row', label: 'Row' },
                { key: 'column', label: 'Column' },
                { key: 'reason', label: 'What to put right' },
                { key: 'value', label: 'In the file' },
              ]}
              rows={shown.map((problem, index) => ({
                key: String(index),
                cells: [
                  problem.row,
                  problem.column === '' ? 'Whole row' : problem.column,
                  problem.reason,
                  <span key="value" className={styles.value}>
                    {problem.value}
                  </span>,
                ],
              }))}
            />
          </Sheet>
          {plan.problems.length > shown.length && (
            <p className={styles.more}>
              And {countOf(plan.problems.length - shown.length, { one: 'more', many: 'more' })}. Save the list
              to see them all.
            </p>
          )}
        </Section>
      )}
      {total === 0 && plan.problems.length === 0 && (
        <Note kind="good" title="Everything in this file is already here" />
      )}
      <div className={styles.actions}>
        {total > 0 && (
          <Button variant="primary" isPending={props.isSaving} pendingText="Saving" onPress={props.onBringIn}>
            {plan.created.length > 0
              ? `Bring in ${countOf(total, target.label)}`
              : `Update ${countOf(total, target.label)}`}
          </Button>
        )}
        <Button variant={total > 0 ? 'quiet' : 'primary'} onPress={props.onBack}>
          Back to the columns
        </Button>
      </div>
    </>
  );
}
