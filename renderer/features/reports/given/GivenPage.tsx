import { FileOutput, Plus } from 'lucide-react';
import { formatDate, formatMonth, monthOf } from '@shared/kernel/local-date';
import type { GivenFigure } from '@shared/records/given-figure/given-figure';
import { givenMeasureLabels } from '@shared/reports/figures/given-measures';
import { EmptyState, LinkButton, Page, Row, RowList, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';

const crumbs = [{ label: 'Reports', href: '/reports' }];

export function periodWords({ periodEnd, months }: Pick<GivenFigure, 'periodEnd' | 'months'>): string {
  const end = formatMonth(monthOf(periodEnd));
  return months === null ? `at the end of ${end}` : `${months} months to ${end}`;
}

/** Numbers that people have from somewhere else: every report is checked together with them. */
export function GivenPage() {
  const given = useRecords('given-figure');
  const newestFirst = given.toSorted((left, right) => right.value.givenOn.localeCompare(left.value.givenOn));
  const add = (
    <LinkButton href="/reports/given/new" variant="primary" icon={<Plus aria-hidden="true" />}>
      Add a figure
    </LinkButton>
  );
  return (
    <Page
      title="Given out elsewhere"
      crumbs={crumbs}
      lede="Numbers that others already have, from an annual report or a tender. Every report is checked together with them."
      actions={newestFirst.length > 0 ? add : undefined}
    >
      <Sheet>
        {newestFirst.length === 0 ? (
          <EmptyState icon={<FileOutput />} title="No figure yet" action={add}>
            Two small reports can say together what neither says alone. Add what was told elsewhere, such as
            “3 people left between April and June”.
          </EmptyState>
        ) : (
          <RowList aria-label="Figures given out elsewhere">
            {newestFirst.map(({ id, value }) => (
              <Row
                key={id}
                icon={<FileOutput />}
                href={`/reports/given/${id}`}
                title={`${givenMeasureLabels[value.measure]}: ${value.value}`}
                detail={`${value.team === '' ? '' : `${value.team}, `}${periodWords(value)}. ${value.where}, ${formatDate(value.givenOn)}`}
              />
            ))}
          </RowList>
        )}
      </Sheet>
    </Page>
  );
}
