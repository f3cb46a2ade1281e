import { Sheet, LinkButton, Page } from '../../ui';
import { useRecord } from '../../vault';
import { OpenRound } from './OpenRound';
import { RoundResults } from './results/RoundResults';
import { useRounds } from './rounds';

/** A round is either being entered or being read; never both. */
export function RoundPage(props: { readonly id: string }) {
  const record = useRecord('wellbeing-wave', props.id);
  const rounds = useRounds();
  const view = rounds.find((each) => each.id === props.id);
  if (record === undefined || view === undefined) {
    return (
      <Page title="This round is not here" crumbs={[{ label: 'Wellbeing', href: '/' }]}>
        <Sheet pad>
          <p>It may have been deleted. Nothing else changed.</p>
          <LinkButton href="/">See all rounds</LinkButton>
        </Sheet>
      </Page>
    );
  }
  return view.state.kind === 'open' ? (
    <OpenRound record={record} view={view} />
  ) : (
    <RoundResults view={view} rounds={rounds} />
  );
}
