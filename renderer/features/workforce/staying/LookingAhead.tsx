import { useMemo } from 'react';
import { measureChart } from '@shared/charts/measure-chart';
import type { LocalDate } from '@shared/kernel/local-date';
import { blankChartSetting } from '@shared/records/chart-setting/chart-setting';
import { outlookMinimumMonths, turnoverOutlook } from '@shared/statistics/turnover-outlook';
import { knownRows } from '@shared/workforce/known-rows';
import { measureOf, smallestGroup } from '@shared/workforce/measures';
import { outlookExplanation, outlookWords } from '@shared/workforce/outlook-words';
import { Chart } from '../../../charts';
import { Section, Sheet, TextLink } from '../../../ui';
import { useLeaversFrom } from '../figure/use-figure';
import { useFullGroups } from '../teams/use-teams';
import styles from '../workforce.module.css';
import { HowThis } from './HowThis';

/** Three years: long enough for ups and downs, short enough to be the service of now. */
const outlookMonths = 36;

/** The next 12 months from the limits of the chart of leavers, and how little a single year can show. */
export function LookingAhead(props: { readonly today: LocalDate }) {
  const groups = useFullGroups(props.today);
  const leavers = measureOf('leavers');
  const leaversFrom = useLeaversFrom();
  const rows = useMemo(
    () => knownRows(leavers, groups?.[0]?.rows ?? [], leaversFrom).rows.slice(-outlookMonths),
    [groups, leavers, leaversFrom],
  );
  const newest = rows.at(-1);
  const inPost = newest === undefined ? null : measureOf('headcount').valueOf(newest);
  const series = useMemo(() => {
    const values = rows.map(leavers.valueOf);
    const first = values.findIndex((value) => value !== null);
    return first < 0 ? [] : values.slice(first);
  }, [rows, leavers]);
  const outlook = useMemo(() => turnoverOutlook(series, inPost), [series, inPost]);
  const spec = useMemo(
    () =>
      measureChart({
        // An average of a third of a leaver a month would read as none.
        measure: { ...leavers, format: 'one-decimal' },
        kind: 'xmr',
        rows,
        shown: outlookMonths,
        // Without screening, as the outlook: leavers are rare, and the rare months are what makes them vary.
        setting: { ...blankChartSetting(leavers.id, null), isScreened: false },
        notes: [],
      }),
    [leavers, rows],
  );
  if (groups === null) return null;
  if (inPost !== null && inPost < smallestGroup) return null;
  const words = outlook === null || inPost === null ? null : outlookWords(outlook, inPost);
  return (
    <Section title="Looking ahead">
      {words === null ? (
        <p className={styles.muted}>
          It is too early to say. {outlookMinimumMonths} full months with a figure of leavers are needed.
        </p>
      ) : (
        <Sheet pad>
          <p className={styles.ahead}>{words.headline}.</p>
          <div className={styles.sentences}>
            {words.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <HowThis explanation={outlookExplanation} />
          <Chart spec={spec} headingLevel={3} />
          <p className={styles.muted}>
            <TextLink href="~/workforce/figures/leavers">Leavers, month by month</TextLink>
          </p>
        </Sheet>
      )}
    </Section>
  );
}
