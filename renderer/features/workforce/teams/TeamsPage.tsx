import { Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import { hiddenTeamsWords, teamPanels } from '@shared/charts/team-panels';
import { measureOf, type MeasureId } from '@shared/workforce/measures';
import { SmallMultiples } from '../../../charts';
import { useToday } from '../../../platform';
import { EmptyState, LinkButton, Page, Section, Segmented, Select, Sheet, TextLink } from '../../../ui';
import { useRecords } from '../../../vault';
import { useLeaversFrom } from '../figure/use-figure';
import { WorkforceNav } from '../workforce-nav';
import styles from '../workforce.module.css';
import { FunnelSection } from './FunnelSection';
import { useChartSettings, useFullGroups } from './use-teams';

const choices = [
  'sickness-days',
  'turnover-average',
  'caseload',
  'supervision-coverage',
  'vacancy-rate',
  'breaks',
  'protected-time',
] as const satisfies readonly MeasureId[];
type Choice = (typeof choices)[number];

const ranges = ['12', '24', '36'] as const;
type Range = (typeof ranges)[number];

function Panels(props: { readonly choice: Choice; readonly range: Range }) {
  const { choice, range } = props;
  const today = useToday();
  const groups = useFullGroups(today);
  const settings = useChartSettings();
  const caseloadLimit = useRecords('service')[0]?.value.caseloadLimit ?? null;
  const measure = measureOf(choice);
  const leaversFrom = useLeaversFrom();
  const panels = useMemo(
    () =>
      groups === null
        ? null
        : teamPanels({
            measure,
            groups,
            shown: Number(range),
            settings,
            threshold:
              choice === 'caseload' && caseloadLimit !== null
                ? { label: 'Local limit', value: caseloadLimit }
                : null,
            leaversFrom,
          }),
    [groups, measure, range, settings, choice, caseloadLimit, leaversFrom],
  );
  if (panels === null) return <p role="status">Working out the figures.</p>;
  const hidden = hiddenTeamsWords(panels);
  return (
    <>
      <Sheet pad>
        <SmallMultiples charts={panels} label={`${measure.label}, by team`} headingLevel={3} />
      </Sheet>
      <p className={styles.muted}>
        One scale for all, in order of name: this is no ranking.{hidden !== null && ` ${hidden}`}{' '}
        <TextLink href={`~/workforce/figures/${choice}`}>How this figure is worked out</TextLink>
      </p>
    </>
  );
}

/** One measure, team beside team, and whether teams differ by more than chance gives. */
export function TeamsPage() {
  const people = useRecords('person');
  const [choice, setChoice] = useState<Choice>('sickness-days');
  const [range, setRange] = useState<Range>('24');
  const hasTeams = people.some(({ value }) => value.team !== '');
  return (
    <Page
      title="Teams"
      docTitle="Teams"
      crumbs={[{ label: 'Workforce', href: '~/workforce' }]}
      lede="The same figure for each team. Figures follow the team that people were in at the time."
    >
      <WorkforceNav />
      {hasTeams ? (
        <>
          <Section title="Team beside team">
            <div className={styles.choiceLine} data-print="no">
              <Select
                name="measure"
                label="Figure"
                width="medium"
                value={choice}
                onChange={(value) => {
                  const chosen = choices.find((each) => each === value);
                  if (chosen !== undefined) setChoice(chosen);
                }}
                options={choices.map((value) => ({ value, label: measureOf(value).label }))}
              />
              <Segmented
                label="Months shown"
                name="range"
                value={range}
                onChange={setRange}
                options={ranges.map((value) => ({ value, label: `${value} months` }))}
              />
            </div>
            <Panels choice={choice} range={range} />
          </Section>
          <FunnelSection />
        </>
      ) : (
        <EmptyState
          icon={<Users />}
          title="No teams yet"
          action={<LinkButton href="~/people">See people</LinkButton>}
        >
          <p>Give people a team, in their details or in the staff list that you bring in.</p>
        </EmptyState>
      )}
    </Page>
  );
}
