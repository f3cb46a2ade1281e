/** What stands beside the averages: bands, published figures, parts of the service, items that stand out. */
import { formatInterval, formatValue } from '@shared/charts/chart-spec';
import type { EvidenceMark, Instrument } from '@shared/instruments/instrument';
import type { Measures } from '@shared/wellbeing/measures';
import { bandsOf, itemsOf, normsBeside, scaleTitle, type ShownBands } from '@shared/wellbeing/round-details';
import { minimumReplies, readScaleIds, shownScale, type RoundView } from '@shared/wellbeing/round-results';
import { formatOf, listed, personBandText } from '@shared/wellbeing/result-words';
import { splitView, type SplitPart } from '@shared/wellbeing/split-views';
import { DataTable, HiddenCell, Section, Sheet } from '../../../ui';
import { percentText } from '../rounds';
import { HiddenGroup, hiddenScaleReason, oneLine } from './HiddenGroup';
import { itemWords, partsHiddenText, whoWords } from './result-notes';
import styles from './results.module.css';

interface BesideProps {
  readonly view: RoundView;
  readonly rounds: readonly RoundView[];
  readonly measures: Measures;
  readonly instrument: Instrument;
}

const bandsHiddenReason = `A band holds fewer than ${minimumReplies} people, or a larger group is shown beside`;

function BandTable(props: { readonly shown: ShownBands }) {
  const { title, bands, shares } = props.shown;
  if (shares === null) {
    return (
      <p className={styles.small}>
        {title}: <HiddenCell reason={bandsHiddenReason} />
      </p>
    );
  }
  return (
    <>
      <DataTable
        caption={title}
        columns={[
          { key: 'band', label: 'Band' },
          { key: 'people', label: 'People', align: 'right' },
          { key: 'share', label: 'Share', align: 'right' },
        ]}
        rows={shares.map(({ band, count, share }) => ({
          key: band,
          cells: [personBandText(band), String(count), percentText(share)],
        }))}
      />
      <p className={styles.small}>Bands: {bands.source}.</p>
    </>
  );
}

/** Bands of persons, all or none of them: each has to hold 5 people. */
export function Bands({ view, rounds, measures }: BesideProps) {
  const all = bandsOf(view, rounds, measures);
  if (all.length === 0) return null;
  const isAllHidden = all.every(({ shares }) => shares === null);
  return (
    <Section title="How many are in each band">
      <div className={styles.stack}>
        {isAllHidden ? (
          <p>
            <HiddenCell reason={bandsHiddenReason} /> Bands show once each of them holds {minimumReplies}{' '}
            people. An empty one counts too: it would tell where nobody is.
          </p>
        ) : (
          all.map((shown) => <BandTable key={shown.scaleId} shown={shown} />)
        )}
        <p className={styles.small}>
          A band is where a score lies on the published scale. It is a pointer, never a diagnosis.
        </p>
      </div>
    </Section>
  );
}

const evidenceWords: Readonly<Record<EvidenceMark, string>> = {
  V: 'Read in the source',
  V2: 'Read in a second source',
  R: 'Recalled: check it first',
};

/** Published averages with where they come from. No test against them: those are other people, in another year. */
export function Norms({ view, instrument }: BesideProps) {
  const norms = normsBeside(view);
  if (norms.length === 0) return null;
  return (
    <Section title="Beside published figures">
      <DataTable
        caption="Published averages, and who they are of"
        isCaptionHidden
        columns={[
          { key: 'scale', label: 'Scale' },
          { key: 'here', label: 'This round', align: 'right' },
          { key: 'there', label: 'Published', align: 'right' },
          { key: 'sd', label: 'Spread (SD)', align: 'right' },
          { key: 'who', label: 'Of whom' },
          { key: 'source', label: 'Source' },
          { key: 'mark', label: 'How sure' },
        ]}
        rows={norms.map(({ scaleId, title, norm }) => {
          const format = formatOf(instrument, scaleId);
          const here = shownScale(view, scaleId)?.mean;
          return {
            key: `${scaleId} ${norm.population} ${norm.source}`,
            cells: [
              title,
              here === undefined ? '' : formatValue(here, format),
              norm.mean === null ? '' : formatValue(norm.mean, format),
              norm.sd === null ? '' : formatValue(norm.sd, format),
              whoWords(norm),
              norm.source,
              evidenceWords[norm.evidence],
            ],
          };
        })}
      />
      <p className={styles.small}>
        Other people, in another place and year. Use it as a backdrop, not as a target.
      </p>
    </Section>
  );
}

function PartsTable(props: {
  readonly instrument: Instrument;
  readonly ids: readonly string[];
  readonly parts: readonly SplitPart[];
  readonly question: string;
}) {
  const { instrument, ids, parts, question } = props;
  const hidden = <HiddenCell reason={hiddenScaleReason} />;
  const hasScales = ids.length > 1;
  return (
    <DataTable
      caption={question}
      columns={[
        { key: 'part', label: 'Part' },
        ...(hasScales ? ([{ key: 'scale', label: 'Scale' }] as const) : []),
        { key: 'n', label: 'Scored', align: 'right' },
        { key: 'mean', label: 'Average', align: 'right' },
        { key: 'range', label: 'Likely range', align: 'right' },
      ]}
      rows={parts.flatMap(({ label, scales }) =>
        ids.map((id) => {
          const scale = scales.find((each) => each.scale === id);
          const format = formatOf(instrument, id);
          return {
            key: `${label} ${id}`,
            cells: [
              label,
              ...(hasScales ? [scaleTitle(instrument, id)] : []),
              scale === undefined ? hidden : String(scale.n),
              scale === undefined ? '' : formatValue(scale.mean, format),
              scale?.interval == null ? '' : oneLine(formatInterval(scale.interval, format)),
            ],
          };
        }),
      )}
    />
  );
}

/** Parts of the service, as the form asked. Only those that are large enough, and leave enough beside them. */
export function Parts({ view, rounds, measures, instrument }: BesideProps) {
  const split = splitView(view, rounds, measures);
  if (split === null) return null;
  const ids = readScaleIds(instrument).filter((id) => shownScale(view, id) !== null);
  const shown = split.parts.filter(({ scales }) => scales.length > 0);
  const hidden = split.parts.filter(({ scales }) => scales.length === 0).map(({ label }) => label);
  return (
    <Section title="Parts of the service">
      <div className={styles.stack}>
        {shown.length > 0 && (
          <PartsTable instrument={instrument} ids={ids} parts={shown} question={split.question} />
        )}
        {hidden.length > 0 && split.hidden !== null && (
          <HiddenGroup {...partsHiddenText(listed(hidden), hidden.length, shown.length, split.hidden)} />
        )}
        {shown.length > 1 && (
          <p className={styles.small}>
            Parts differ by chance too. Where their likely ranges overlap widely, read no difference into it.
          </p>
        )}
      </div>
    </Section>
  );
}

/** By number alone; with words only where they are the service's own. */
export function StandingItems(props: BesideProps & { readonly wording: readonly string[] | null }) {
  const { view, rounds, wording } = props;
  const items = itemsOf(view, rounds);
  if (items.hidden) return null;
  return (
    <Section title="Items that stand out">
      <Sheet pad>
        <div className={styles.items}>
          <div>
            <h3>Nearest to the best answer</h3>
            <ul>
              {items.strong.map((item) => (
                <li key={item}>{itemWords(item, wording)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h3>Furthest from it</h3>
            <ul>
              {items.weak.map((item) => (
                <li key={item}>{itemWords(item, wording)}</li>
              ))}
            </ul>
          </div>
        </div>
        <p className={styles.small}>
          {wording === null
            ? 'Look the numbers up on your own form. No average of an item is shown.'
            : 'No average of an item is shown: blanks make the people behind each differ.'}
        </p>
      </Sheet>
    </Section>
  );
}
