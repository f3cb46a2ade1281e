import type { Instrument } from '@shared/instruments/instrument';
import { formatDate } from '@shared/kernel/local-date';
import { readScaleIds } from '@shared/wellbeing/round-results';
import type { OwnEntry, OwnMeasureView, OwnScaleView } from '@shared/wellbeing/own-scores';
import type { OwnScore } from '@shared/wellbeing/plan-content';
import { Button, DataTable, Note, VisuallyHidden } from '../../../ui';
import {
  aggregationOf,
  bandText,
  changeText,
  criterionText,
  flagText,
  normText,
  notScoredText,
  scoreText,
} from './own-score-words';
import styles from './own-scores.module.css';

export interface OwnMeasureProps {
  readonly view: OwnMeasureView;
  readonly onRemove: (given: OwnScore) => void;
}

/** One measure: what the newest answers come to, what has changed, and every time it was answered. */
export function OwnMeasure({ view, onRemove }: OwnMeasureProps) {
  const { instrument, newest, scales, norms, entries } = view;
  const title = instrument?.title ?? view.id;
  const newestEntry = entries.find((entry) => entry.score !== null) ?? entries[0];
  const blanks = instrument === null || newest === null ? null : notScoredText(instrument, newest.notScored);
  const flag = instrument === null || newest === null ? null : flagText(instrument, newest);
  const hasChanges = scales.some(({ changes }) => changes.length > 0);
  return (
    <section className={styles.measure} aria-label={title}>
      <div className={styles.head}>
        <div>
          <h3 data-measure={view.id} tabIndex={-1}>
            {title}
          </h3>
          {newestEntry !== undefined && (
            <p className={styles.muted}>
              Answered on {formatDate(newestEntry.given.takenOn)}
              {newest === null && '. Kept, and not scored: this Steading has no key for it.'}
            </p>
          )}
        </div>
        {entries.length === 1 && newestEntry !== undefined && (
          <RemoveButton title={title} given={newestEntry.given} onRemove={onRemove} />
        )}
      </div>
      {scales.length > 0 && (
        <div className={hasChanges ? styles.changed : styles.figures}>
          {scales.map((scale) => (
            <OwnScale key={scale.id} scale={scale} />
          ))}
        </div>
      )}
      {scales.length > 0 && !hasChanges && (
        <p className={styles.muted}>Answer it again another day, and the two are compared here.</p>
      )}
      {blanks !== null && <p className={styles.muted}>{blanks}</p>}
      {newest?.straightLined === true && (
        <p className={styles.muted}>
          Every answer is the same, and some items ask the other way round. Read this score with care.
        </p>
      )}
      {flag !== null && (
        <Note kind="info" title="A pointer, not a diagnosis">
          <p>{flag}</p>
          <p>Talking it over with your GP, or with somebody you trust, can help.</p>
        </Note>
      )}
      {!view.isKeyConfirmed && (
        <Note kind="caution" title="Check this key">
          <p>How this measure is scored is recalled, not read. Check it in the manual before you go by it.</p>
        </Note>
      )}
      {norms.length > 0 && (
        <p className={styles.muted}>
          What counts as clear is taken from other people’s answers: {norms.map(normText).join(' ')}
        </p>
      )}
      {entries.length > 1 && <EntryTable view={view} title={title} onRemove={onRemove} />}
    </section>
  );
}

function OwnScale({ scale }: { readonly scale: OwnScaleView }) {
  const band = bandText(scale);
  const criterion = criterionText(scale);
  return (
    <div className={styles.scale}>
      <p className={styles.figure}>
        <b>{scoreText(scale.value, scale.aggregation)}</b> <span>{scale.title}</span>
      </p>
      {scale.changes.map((change) => (
        <p key={change.since}>{changeText(change, scale.aggregation)}</p>
      ))}
      {criterion !== null && <p className={styles.muted}>{criterion}</p>}
      {band !== null && <p className={styles.muted}>{band} A pointer, not a diagnosis.</p>}
    </div>
  );
}

function RemoveButton(props: {
  readonly title: string;
  readonly given: OwnScore;
  readonly onRemove: (given: OwnScore) => void;
}) {
  const { title, given, onRemove } = props;
  return (
    <Button
      size="small"
      aria-label={`Remove: ${title}, ${formatDate(given.takenOn)}`}
      onPress={() => {
        onRemove(given);
      }}
    >
      Remove
    </Button>
  );
}

/** The range of a scale stands with its newest figure; a column has no room for it. */
function shortTitle(instrument: Instrument, scaleId: string): string {
  const scales = [...instrument.scales, ...instrument.derivedScales];
  return scales.find(({ id }) => id === scaleId)?.title.replace(/ \([^)]*\)$/, '') ?? scaleId;
}

function EntryTable(props: OwnMeasureProps & { readonly title: string }) {
  const { view, title, onRemove } = props;
  const { instrument } = view;
  const scales =
    instrument === null
      ? []
      : readScaleIds(instrument).map((id) => ({
          id,
          title: shortTitle(instrument, id),
          aggregation: aggregationOf(instrument, id),
        }));
  const valueIn = ({ score }: OwnEntry, scale: (typeof scales)[number]): string => {
    const value = score?.scales[scale.id];
    return value === undefined ? 'Not scored' : scoreText(value, scale.aggregation);
  };
  return (
    <DataTable
      caption={`Every time I answered ${title}`}
      isCaptionHidden
      columns={[
        { key: 'day', label: 'Answered on' },
        ...scales.map(({ id, title: label }) => ({ key: id, label, align: 'right' as const })),
        { key: 'remove', label: <VisuallyHidden>Remove</VisuallyHidden>, align: 'right' },
      ]}
      rows={view.entries.map((entry) => ({
        key: entry.given.takenOn,
        cells: [
          formatDate(entry.given.takenOn),
          ...scales.map((scale) => valueIn(entry, scale)),
          <RemoveButton key="remove" title={title} given={entry.given} onRemove={onRemove} />,
        ],
      }))}
    />
  );
}
