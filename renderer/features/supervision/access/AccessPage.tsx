import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { useToday } from '../../../platform';
import { useServiceInterval } from '../../../records/use-coverage';
import { Columns, EmptyState, Figure, FigureRow, LinkButton, Page } from '../../../ui';
import { useRecords } from '../../../vault';
import { AsOfButton, AsOfField, useAsOf } from '../AsOf';
import { SupervisionNav } from '../SupervisionNav';
import { accessGaps } from './gaps';
import { indicatorGroups, shareWords } from './indicators';
import { Indicators } from './Indicators';
import { SplitTable } from './SplitTable';
import { useAccess } from './use-access';
import { WithoutSupervisor, WorthALook } from './WorthALook';

const crumbs = [{ label: 'Supervision', href: '~/supervision' }];

/** Who can reach supervision, who has it, and whom it does not reach, on any day. */
export function AccessPage() {
  const today = useToday();
  const day = useAsOf(today);
  const { asOf } = day;
  const access = useAccess(asOf);
  const intervalDays = useServiceInterval();
  const assignments = useRecords('supervision-assignment');
  const gaps = useMemo(() => accessGaps(access, assignments, asOf), [access, assignments, asOf]);
  const hasPeople = useRecords('person').length > 0;
  if (!hasPeople)
    return (
      <Page title="Access to supervision" docTitle="Access to supervision" crumbs={crumbs}>
        <EmptyState
          icon={<UsersRound />}
          title="People first"
          action={
            <LinkButton href="~/people/new" variant="primary">
              Add a person
            </LinkButton>
          }
        >
          Here you see who can reach supervision and who cannot, on any day.
        </EmptyState>
      </Page>
    );
  const neither = access.people.filter((each) => each.isEntitled && !each.hasClinical && !each.hasGroup);
  const assigned = shareWords(access.assigned);
  const agreed = shareWords(access.agreed);
  const onTime = shareWords(access.onTime);
  return (
    <Page
      title="Access to supervision"
      docTitle="Access to supervision"
      crumbs={crumbs}
      lede={`As of ${formatDate(asOf)}. ${access.entitled === 1 ? '1 person' : `${access.entitled} people`} entitled.`}
      actions={
        <>
          <AsOfButton state={day} today={today} />
          <LinkButton href="~/supervision/assignments/new" variant="primary">
            Name a supervisor
          </LinkButton>
        </>
      }
    >
      <SupervisionNav />
      <AsOfField state={day} today={today} />
      <FigureRow>
        <Figure label="Named supervisor" value={assigned.value} detail={assigned.count} />
        <Figure label="Agreement signed" value={agreed.value} detail={agreed.count} />
        <Figure label="Held on time, on this day" value={onTime.value} detail={onTime.count} />
        <Figure label="Neither route" value={neither.length} detail={`of ${access.entitled}`} />
      </FigureRow>
      <Columns main={<WithoutSupervisor gaps={gaps} />} side={<WorthALook access={access} asOf={asOf} />} />
      <Indicators groups={indicatorGroups(access, gaps.clinicalNamed, intervalDays)} />
      <SplitTable splits={access.splits} />
    </Page>
  );
}
