import { useMemo, useState } from 'react';
import { addMonthsToMonth, formatMonth, monthsBetween, type LocalMonth } from '@shared/kernel/local-date';
import type { HandSheet } from '@shared/workforce/hand-sheets';
import { lastFullMonth } from '@shared/workforce/workforce-inputs';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useToday } from '../../../platform';
import { Button, Page, Segmented } from '../../../ui';
import { WorkforceNav } from '../workforce-nav';
import type { HandCell } from './hand-keeper';
import { HandDesk } from './HandDesk';
import { SupervisionTime } from './SupervisionTime';
import { TeamChoice } from './TeamChoice';
import { UnsavedCells } from './UnsavedCells';
import { useHandKeeper } from './use-hand-keeper';
import { useTeamsToType } from './use-teams-to-type';
import { useUnsavedCells } from './use-unsaved-cells';
import styles from './by-hand.module.css';

const monthsShown = 12;
const sheets = [
  { value: 'month-figures', label: 'Staffing and sickness' },
  { value: 'practice-time', label: 'Time to practise' },
] as const;

/** Figures typed by the month, for services that get no lists from HR. */
export function ByHandPage() {
  const today = useToday();
  const newest = lastFullMonth(today);
  const handle = useHandKeeper();
  const [kind, setKind] = useState<HandSheet['kind']>('month-figures');
  const [team, setTeam] = useState('');
  const [last, setLast] = useState(newest);
  const [wanted, setWanted] = useState<HandCell | null>(null);
  const teams = useTeamsToType(today, team);
  const unsaved = useUnsavedCells(handle.state, { kind, team });
  const first = addMonthsToMonth(last, 1 - monthsShown);
  const months = useMemo(() => monthsBetween(first, last), [first, last]);
  const page = (by: number): void => {
    setLast((now): LocalMonth => {
      const to = addMonthsToMonth(now, by);
      return to > newest ? newest : to;
    });
  };
  const goTo = (cell: HandCell): void => {
    setKind(cell.kind);
    setTeam(cell.team);
    if (cell.month < first || cell.month > last) setLast(cell.month > newest ? newest : cell.month);
    setWanted({ ...cell });
  };

  return (
    <Page
      title="Figures by hand"
      docTitle="Figures by hand"
      lede="For months that no list covers. Your staff list and absences come first where they have a figure."
    >
      <WorkforceNav />
      <div className={styles.choices}>
        <Segmented
          name="hand-sheet"
          label="Sheet"
          value={kind}
          options={sheets}
          onChange={(value) => {
            setKind(value);
          }}
        />
        <TeamChoice team={team} teams={teams} onChange={setTeam} />
      </div>
      <div>
        <div className={styles.months}>
          <h2>{`${formatMonth(first)} to ${formatMonth(last)}`}</h2>
          <div className={styles.pager}>
            <Button
              size="small"
              icon={<ChevronLeft aria-hidden="true" />}
              onPress={() => {
                page(-monthsShown);
              }}
            >
              12 months earlier
            </Button>
            {last < newest && (
              <Button
                size="small"
                icon={<ChevronRight aria-hidden="true" />}
                onPress={() => {
                  page(monthsShown);
                }}
              >
                12 months later
              </Button>
            )}
          </div>
        </div>
        <HandDesk
          key={`${kind} ${team}`}
          place={{ kind, team }}
          sheetName={sheets.find(({ value }) => value === kind)?.label ?? ''}
          months={months}
          handle={handle}
          unsaved={unsaved.length}
          wanted={wanted}
        />
      </div>
      <UnsavedCells cells={unsaved} onGo={goTo} />
      {kind === 'practice-time' && <SupervisionTime team={team} from={first} to={last} />}
    </Page>
  );
}
