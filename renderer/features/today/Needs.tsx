import {
  Award,
  CalendarClock,
  Copy,
  Gauge,
  LifeBuoy,
  MessagesSquare,
  PackageOpen,
  SquareCheckBig,
  Users,
} from 'lucide-react';
import { useState } from 'react';
import { Button, Row, RowList, Section, Sheet, Status } from '../../ui';
import type { Need, NeedKind } from './needs';
import styles from './today.module.css';

const needIcons = {
  step: LifeBuoy,
  'check-in': LifeBuoy,
  supervision: MessagesSquare,
  action: SquareCheckBig,
  reply: Copy,
  date: CalendarClock,
  restock: PackageOpen,
  skill: Award,
  readiness: Gauge,
  team: Users,
} as const satisfies Record<NeedKind, unknown>;

function Lateness(props: { readonly need: Need }) {
  const { daysLate } = props.need;
  if (daysLate === 0) return <Status kind="due">Due today</Status>;
  if (daysLate < 0)
    return <Status kind="later">{daysLate === -1 ? 'Tomorrow' : `In ${String(-daysLate)} days`}</Status>;
  return (
    <Status kind="caution">{daysLate === 1 ? 'Overdue 1 day' : `Overdue ${String(daysLate)} days`}</Status>
  );
}

/** At most `limit` lines; the rest on asking. */
export function Needs(props: { readonly needs: readonly Need[]; readonly limit: number }) {
  const { needs, limit } = props;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? needs : needs.slice(0, limit);
  return (
    <Section
      title="Needs you today"
      action={
        needs.length > limit ? (
          <Button
            variant="quiet"
            size="small"
            aria-expanded={isWhole}
            onPress={() => {
              setWhole(!isWhole);
            }}
          >
            {isWhole ? 'Show fewer' : `See all ${String(needs.length)}`}
          </Button>
        ) : undefined
      }
    >
      <Sheet>
        {needs.length === 0 ? (
          <p className={styles.calm}>
            <b>Nothing needs you today.</b> Steps, supervision and actions show here on the day they are due.
          </p>
        ) : (
          <RowList aria-label="Needs you today">
            {shown.map((need) => {
              const Icon = needIcons[need.kind];
              return (
                <Row
                  key={need.key}
                  icon={<Icon />}
                  title={need.title}
                  detail={need.detail}
                  status={<Lateness need={need} />}
                  href={need.href}
                />
              );
            })}
          </RowList>
        )}
      </Sheet>
    </Section>
  );
}
