import { useRef, useState } from 'react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { builtInMeasures } from '@shared/wellbeing/measures';
import { ownMeasures, ownMeasureViews, withoutScore, withScore } from '@shared/wellbeing/own-scores';
import { maxOwnScores, type OwnScore } from '@shared/wellbeing/plan-content';
import { Button, Dialog, Section, Sheet } from '../../../ui';
import styles from './own-scores.module.css';
import { OwnMeasure } from './OwnMeasure';
import { OwnScoreForm } from './OwnScoreForm';
import type { PlanKeeper } from './plan-keeper';

export interface OwnScoresProps {
  readonly scores: readonly OwnScore[];
  readonly today: LocalDate;
  readonly keeper: Pick<PlanKeeper, 'keepScores'>;
  readonly onSaid: (text: string) => void;
}

/** The vault is shut while a plan is open: measures are the built-in ones, with nothing that a service has confirmed. */
const measures = builtInMeasures;

/** What the owner answered of a measure, for the owner alone: the score, and whether it has really changed. */
export function OwnScores(props: OwnScoresProps) {
  const { scores, today, keeper, onSaid } = props;
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<OwnScore | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const views = ownMeasureViews(scores, measures);

  /** After the next drawing: what has the focus now may be gone by then. */
  function focusOn(selector: string): void {
    setTimeout(() => {
      root.current?.querySelector<HTMLElement>(selector)?.focus();
    }, 0);
  }

  async function keep(given: OwnScore): Promise<void> {
    setAdding(false);
    focusOn(`[data-measure="${given.measureId}"]`);
    if (await keeper.keepScores(withScore(scores, given)))
      onSaid('Your score is kept. Only you can read it.');
  }

  async function remove(given: OwnScore): Promise<void> {
    setRemoving(null);
    focusOn('[data-add] button');
    if (await keeper.keepScores(withoutScore(scores, given))) onSaid('That score is gone.');
  }

  return (
    <Section title="My own scores">
      <Sheet pad>
        <div ref={root}>
          <p>
            Answer a measure for yourself now and then, and see whether it has really changed. Only you can
            read this. It cannot be shared, and it is in no copy and on no paper.
          </p>
          {views.map((view) => (
            <OwnMeasure key={view.id} view={view} onRemove={setRemoving} />
          ))}
          {isAdding ? (
            <OwnScoreForm
              measures={ownMeasures(measures)}
              firstId={views[0]?.instrument?.id ?? null}
              kept={scores}
              today={today}
              onKeep={(given) => void keep(given)}
              onLeave={() => {
                setAdding(false);
                focusOn('[data-add] button');
              }}
            />
          ) : (
            <div className={styles.add} data-add>
              {scores.length >= maxOwnScores ? (
                <p className={styles.muted}>
                  {String(maxOwnScores)} scores are kept. Remove an older one to add another.
                </p>
              ) : (
                <Button
                  size="small"
                  onPress={() => {
                    setAdding(true);
                  }}
                >
                  Add a score
                </Button>
              )}
            </div>
          )}
        </div>
        <Dialog
          isOpen={removing !== null}
          onOpenChange={(isOpen) => {
            if (!isOpen) setRemoving(null);
          }}
          title="Remove this score?"
          actions={
            <>
              <Button
                variant="primary"
                onPress={() => {
                  if (removing !== null) void remove(removing);
                }}
              >
                Remove it
              </Button>
              <Button
                onPress={() => {
                  setRemoving(null);
                }}
              >
                Keep it
              </Button>
            </>
          }
        >
          <p>
            {removing !== null && `What you answered on ${formatDate(removing.takenOn)} goes. `}
            It cannot be brought back.
          </p>
        </Dialog>
      </Sheet>
    </Section>
  );
}
