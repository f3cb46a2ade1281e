import {
  CalendarOff,
  Coffee,
  FolderOpen,
  Gauge,
  History,
  LogOut,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { absencesTarget } from '@shared/import/targets/absences';
import { caseloadTarget } from '@shared/import/targets/caseload';
import { establishmentTarget } from '@shared/import/targets/establishment';
import { leaversTarget } from '@shared/import/targets/leavers';
import { peopleTarget } from '@shared/import/targets/people';
import { practiceTimeTarget } from '@shared/import/targets/practice-time';
import { ImportFlow } from '../../records/import/ImportFlow';
import { LinkButton, Page, Row, RowList, Sheet } from '../../ui';
import { WorkforceNav } from './workforce-nav';

interface Choice {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly icon: LucideIcon;
}

const choices: readonly Choice[] = [
  {
    id: 'people',
    title: 'Staff list',
    detail:
      'People with start date and last day. Headcount and turnover come from it, so keep those who left.',
    icon: Users,
  },
  {
    id: 'leavers',
    title: 'Leavers',
    detail: 'Only those who left: payroll number or name, last day, and the reason if there is one.',
    icon: LogOut,
  },
  {
    id: 'absences',
    title: 'Absences',
    detail: 'One row an episode of sickness, by payroll number. An empty last day means still away.',
    icon: CalendarOff,
  },
  {
    id: 'caseload',
    title: 'Caseload',
    detail: 'Open cases of each worker on the last day of each month.',
    icon: FolderOpen,
  },
  {
    id: 'establishment',
    title: 'Funded posts',
    detail: 'Funded posts of each team and month, in WTE. Vacancies come from it.',
    icon: Gauge,
  },
  {
    id: 'practice-time',
    title: 'Time to practise',
    detail: 'One row a month and team: breaks due and taken, protected hours, training, sessions, shifts.',
    icon: Coffee,
  },
];

/** What to bring in: one choice, then the file. */
export function BringInPage() {
  return (
    <Page
      title="Bring in figures"
      docTitle="Bring in figures"
      crumbs={[{ label: 'Workforce', href: '/' }]}
      lede="From a CSV or Excel file that your HR system saves. You see what would change before anything is saved."
      actions={
        <LinkButton href="/brought-in" icon={<History aria-hidden="true" />}>
          See what was brought in
        </LinkButton>
      }
    >
      <WorkforceNav />
      <Sheet>
        <RowList>
          {choices.map(({ id, title, detail, icon: Icon }) => (
            <Row key={id} icon={<Icon />} href={`/bring-in/${id}`} title={title} detail={detail} />
          ))}
        </RowList>
      </Sheet>
    </Page>
  );
}

export function BringInTargetPage(props: { readonly id: string }) {
  const choice = choices.find((each) => each.id === props.id);
  if (choice === undefined) return <BringInPage />;
  const done = { doneHref: '/', doneLabel: 'See the figures', hint: choice.detail };
  return (
    <Page
      title={choice.title}
      docTitle="Bring in figures"
      crumbs={[
        { label: 'Workforce', href: '/' },
        { label: 'Bring in figures', href: '/bring-in' },
      ]}
    >
      {choice.id === 'people' && <ImportFlow target={peopleTarget} {...done} />}
      {choice.id === 'leavers' && <ImportFlow target={leaversTarget} {...done} />}
      {choice.id === 'absences' && <ImportFlow target={absencesTarget} {...done} />}
      {choice.id === 'caseload' && <ImportFlow target={caseloadTarget} {...done} />}
      {choice.id === 'establishment' && <ImportFlow target={establishmentTarget} {...done} />}
      {choice.id === 'practice-time' && <ImportFlow target={practiceTimeTarget} {...done} />}
    </Page>
  );
}
