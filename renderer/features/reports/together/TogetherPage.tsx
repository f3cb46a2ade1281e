import { Building2 } from 'lucide-react';
import { useState } from 'react';
import { monthSpan } from '@shared/charts/month-points';
import { lastMonthOf } from '@shared/bundle/received';
import { ReleaseWait } from '../../../disclosure';
import { Button, Columns, EmptyState, Note, Page, Section, Sheet } from '../../../ui';
import { useRecords } from '../../../vault';
import { SaveSums } from './SaveSums';
import { Senders } from './Senders';
import type { BundleRecord } from './senders';
import { SumsSection } from './SumsSection';
import { TakeBundles } from './TakeBundles';
import { servicesWords } from './together-words';
import { useTogether, type Together } from './use-together';

const crumbs = [{ label: 'Reports', href: '/reports' }];

/** A director's view: bundles of several services, and the sums over them. */
export function TogetherPage() {
  const records = useRecords('received-bundle');
  const newest = lastMonthOf(records.map(({ value }) => value));
  const lede =
    'Bring the bundles of several services together and read the sums. There is no person in them, and no team.';
  if (newest === null)
    return (
      <Page title="Services together" crumbs={crumbs} lede={lede}>
        <Sheet>
          <EmptyState icon={<Building2 />} title="No bundle is here yet">
            Each service makes a service-level bundle in its own Steading and sends you the file.
          </EmptyState>
        </Sheet>
        <Section title="Take bundles in">
          <TakeBundles />
        </Section>
      </Page>
    );
  return (
    <Page title="Services together" crumbs={crumbs} lede={lede}>
      <Sums records={records} />
      <Section title="Take bundles in">
        <TakeBundles />
      </Section>
      <Senders records={records} newest={newest} />
    </Page>
  );
}

function Sums(props: { readonly records: readonly BundleRecord[] }) {
  const state = useTogether(props.records);
  if (state.state === 'working') return <ReleaseWait progress={state.progress} onCancel={state.cancel} />;
  if (state.state === 'failed')
    return (
      <Note kind="caution" title="It could not be checked what may leave">
        <p>No sum is shown and nothing has left. The bundles are still here.</p>
        <Button onPress={state.again}>Check again</Button>
      </Note>
    );
  return <ReadySums together={state.together} />;
}

function ReadySums(props: { readonly together: Together }) {
  const { together } = props;
  const { series, services, months, hiddenSums } = together;
  const [measure, setMeasure] = useState('headcount');
  const chosen = series.find((each) => each.measure.id === measure) ?? series[0];
  if (chosen === undefined)
    return <Note kind="plain">The bundles here hold no figure that this version knows.</Note>;
  return (
    <Columns
      main={<SumsSection series={series} chosen={chosen} onChoose={setMeasure} />}
      side={
        <>
          <Section title="What is in it">
            <p>
              {servicesWords(services)}, {monthSpan(months)}.
            </p>
            <p>{hiddenWords(hiddenSums)}</p>
          </Section>
          <SaveSums together={together} charted={chosen.measure.id} />
        </>
      }
    />
  );
}

function hiddenWords(count: number): string {
  if (count === 0) return 'No sum is hidden.';
  return count === 1 ? 'One sum is hidden.' : `${count.toLocaleString('en-GB')} sums are hidden.`;
}
