import { useMemo, useState } from 'react';
import { monthSpan } from '@shared/charts/month-points';
import {
  addMonthsToMonth,
  formatMonth,
  monthOf,
  toLocalDate,
  type LocalDate,
} from '@shared/kernel/local-date';
import { quarterEnds } from '@shared/reports/build-report';
import { reportKindWords } from '@shared/reports/report-kinds';
import { ReleaseWait } from '../../../disclosure';
import { useToday } from '../../../platform';
import { Button, Columns, Note, Page, Section, Select } from '../../../ui';
import { BundlePreview } from './BundlePreview';
import { SaveBundle } from './SaveBundle';
import { bundleMonths, useOwnBundle, type OwnBundleState } from './use-own-bundle';

const endsOffered = 8;
const words = reportKindWords['service-bundle'];

/** Two years of published monthly figures as one signed file, seen as it will leave. */
export function ServiceBundlePage() {
  const today = useToday();
  const ends = useMemo(() => quarterEnds(today, endsOffered), [today]);
  const [end, setEnd] = useState<LocalDate>(ends[0] ?? today);
  const state = useOwnBundle(end);
  const to = monthOf(end);
  return (
    <Page
      title="Check before it leaves"
      docTitle={words.title}
      crumbs={[{ label: 'Reports', href: '/reports' }]}
      crumb={words.title}
      lede={`${monthSpan([addMonthsToMonth(to, 1 - bundleMonths), to])}. ${hiddenText(state)}`}
    >
      <Columns
        main={<Main state={state} />}
        side={
          <>
            <Section title="Period">
              <Select
                label="Two years to the end of"
                name="periodEnd"
                value={end}
                onChange={(value) => {
                  setEnd(toLocalDate(value));
                }}
                options={ends.map((each) => ({ value: each, label: formatMonth(monthOf(each)) }))}
              />
            </Section>
            {state.state === 'ready' && <SaveBundle bundle={state.bundle} />}
          </>
        }
      />
    </Page>
  );
}

function Main({ state }: { readonly state: OwnBundleState }) {
  if (state.state === 'working') return <ReleaseWait progress={state.progress} onCancel={state.cancel} />;
  if (state.state === 'failed')
    return (
      <Note kind="caution" title="It could not be checked what may leave">
        <p>Nothing is shown and nothing has left.</p>
        <Button onPress={state.again}>Check again</Button>
      </Note>
    );
  return <BundlePreview bundle={state.bundle} />;
}

function hiddenText(state: OwnBundleState): string {
  if (state.state !== 'ready') return '';
  const { hidden } = state.bundle;
  if (hidden === 0) return 'No number had to be hidden.';
  return hidden === 1
    ? 'One number is hidden to protect people.'
    : `${hidden.toLocaleString('en-GB')} numbers are hidden to protect people.`;
}
