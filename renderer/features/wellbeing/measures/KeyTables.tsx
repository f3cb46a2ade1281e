import { isBandConfirmed, isFlagConfirmed } from '@shared/instruments/evidence';
import type { Instrument, Norm } from '@shared/instruments/instrument';
import { scaleTitle } from '@shared/wellbeing/round-details';
import { useMeasures } from '../../../records/use-measures';
import { DataTable, Status } from '../../../ui';
import {
  aggregationText,
  bandTexts,
  betterText,
  flagText,
  itemNumbersText,
  missingText,
  sourceText,
} from './measure-words';
import styles from './measures.module.css';

/** Each score: of which items, added up how, and when it is left out. */
export function ScalesTable(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  return (
    <DataTable
      caption="Scales and how each is worked out"
      isCaptionHidden
      columns={[
        { key: 'scale', label: 'Scale' },
        { key: 'items', label: 'From' },
        { key: 'how', label: 'How' },
        { key: 'blank', label: 'Blank items' },
      ]}
      rows={[
        ...instrument.scales.map((scale) => ({
          key: scale.id,
          cells: [
            <Titled key="title" title={scale.title} detail={betterText(scale.better)} />,
            itemNumbersText(scale.items),
            aggregationText(scale.aggregation),
            missingText(scale.missingRule),
          ],
        })),
        ...instrument.derivedScales.map((scale) => ({
          key: scale.id,
          cells: [
            <Titled key="title" title={scale.title} detail={betterText(scale.better)} />,
            scaleTitle(instrument, scale.from),
            scale.conversion.kind === 'multiply'
              ? `Times ${scale.conversion.factor}`
              : 'By the published table',
            'As the scale that it comes from',
          ],
        })),
      ]}
    />
  );
}

/** Where a score is called what, and whether that counts yet. */
export function BandsTable(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  const { confirmed } = useMeasures();
  const { flag } = instrument;
  return (
    <DataTable
      caption="Bands and prompts, with their source"
      isCaptionHidden
      columns={[
        { key: 'scale', label: 'Scale' },
        { key: 'bands', label: 'Bands' },
        { key: 'source', label: 'Source' },
        { key: 'use', label: 'In use' },
      ]}
      rows={[
        ...instrument.bands.map((bands) => ({
          key: `bands-${bands.scale}`,
          cells: [
            <Titled
              key="title"
              title={scaleTitle(instrument, bands.scale)}
              detail={bands.scope === 'group' ? 'For the average of a group' : 'For one person’s answers'}
            />,
            <ul key="bands" className={styles.bands}>
              {bandTexts(bands).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>,
            sourceText(bands),
            <InUse key="use" isOn={isBandConfirmed(instrument, bands, confirmed)} />,
          ],
        })),
        ...(flag === null
          ? []
          : [
              {
                key: 'flag',
                cells: [
                  <Titled
                    key="title"
                    title={scaleTitle(instrument, flag.scale)}
                    detail="For one person’s answers"
                  />,
                  flagText(flag),
                  sourceText(flag),
                  <InUse key="use" isOn={isFlagConfirmed(instrument, confirmed)} />,
                ],
              },
            ]),
      ]}
    />
  );
}

const number = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toLocaleString('en-GB', { maximumFractionDigits: digits });

function normWho(each: Norm): string {
  return each.n === null ? each.country : `${each.country}, ${each.n.toLocaleString('en-GB')} people`;
}

/** What published samples scored. */
export function NormsTable(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  return (
    <DataTable
      caption="What published samples scored"
      isCaptionHidden
      columns={[
        { key: 'who', label: 'Who' },
        { key: 'scale', label: 'Scale' },
        { key: 'mean', label: 'Average', align: 'right' },
        { key: 'sd', label: 'SD', align: 'right' },
        { key: 'alpha', label: 'Alpha', align: 'right' },
        { key: 'source', label: 'Source' },
      ]}
      rows={instrument.norms.map((each, index) => ({
        key: String(index),
        cells: [
          <Titled key="who" title={each.population} detail={normWho(each)} />,
          scaleTitle(instrument, each.scale),
          number(each.mean, 2),
          number(each.sd, 2),
          number(each.alpha, 2),
          sourceText(each),
        ],
      }))}
    />
  );
}

function Titled(props: { readonly title: string; readonly detail: string }) {
  return (
    <>
      {props.title}
      <span className={styles.cell}>{props.detail}</span>
    </>
  );
}

function InUse(props: { readonly isOn: boolean }) {
  return props.isOn ? <Status kind="good">In use</Status> : <Status kind="caution">Off until checked</Status>;
}
