import { useMemo } from 'react';
import type { FigureRow } from '@shared/workforce/figure-row';
import { useRecords } from '../../../vault';
import { Row, RowList, Section, Sheet } from '../../../ui';
import { useLeaversFrom } from '../figure/use-figure';
import { figureLine, lineGroups } from './figure-lines';
import styles from './overview.module.css';

/** Each measure with its newest sentence; the row leads to its page. */
export function AllFigures(props: { readonly rows: readonly FigureRow[] }) {
  const { rows } = props;
  const settings = useRecords('chart-setting');
  const leaversFrom = useLeaversFrom();
  const groups = useMemo(
    () =>
      lineGroups.map(({ title, ids }) => ({
        title,
        lines: ids.map((id) =>
          figureLine(
            id,
            rows,
            settings.find(({ value }) => value.measure === id && value.team === null)?.value ?? null,
            leaversFrom,
          ),
        ),
      })),
    [rows, settings, leaversFrom],
  );
  return (
    <div className={styles.groups}>
      {groups.map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Sheet>
            <RowList aria-label={title}>
              {lines.map(({ id, label, value, sentence }) => (
                <Row
                  key={id}
                  href={`/figures/${id}`}
                  title={label}
                  detail={sentence}
                  action={
                    value === null ? (
                      <span className={styles.none}>Not enough data</span>
                    ) : (
                      <span className={styles.value}>{value}</span>
                    )
                  }
                />
              ))}
            </RowList>
          </Sheet>
        </Section>
      ))}
      <Section title="What is rare">
        <Sheet>
          <RowList aria-label="What is rare">
            <Row
              href="/figures/incidents"
              title="Days between incidents"
              detail="For incidents with a plan: how far apart they are, and the wait that runs now"
            />
          </RowList>
        </Sheet>
      </Section>
    </div>
  );
}
