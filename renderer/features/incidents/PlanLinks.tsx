import { useMemo } from 'react';
import { linksFor, roundsNear } from '@shared/event-plans/links';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { PlanOutline } from '@shared/records/event-plan/event-plan';
import { Note, Section, TextLink } from '../../ui';
import { useRecords } from '../../vault';
import styles from './incidents.module.css';
import type { People } from './people';

export interface PlanLinksProps {
  readonly plan: PlanOutline;
  readonly people: People;
  readonly today: LocalDate;
}

/** What is there for each person already: their next supervision and group. And a wellbeing round too near to it. */
export function PlanLinks(props: PlanLinksProps) {
  const { plan, people, today } = props;
  const sessions = useRecords('supervision-session');
  const groups = useRecords('reflective-group');
  const groupSessions = useRecords('group-session');
  const waves = useRecords('wellbeing-wave');
  const links = useMemo(
    () => linksFor(plan, { sessions, groups, groupSessions }, today),
    [plan, sessions, groups, groupSessions, today],
  );
  const near = roundsNear(plan, waves).filter(({ value }) => value.closesOn >= today);
  return (
    <>
      {near.map(({ id, value }) => (
        <Note key={id} kind="caution" title="A wellbeing round is close to this event">
          <TextLink href={`~/wellbeing/rounds/${id}`}>The round of {formatDate(value.opensOn)}</TextLink> is
          within two weeks of it. Its answers will carry the event. Think about moving it.
        </Note>
      ))}
      {links.length > 0 && (
        <Section title="Already planned for them">
          <ul className={styles.links} aria-label="Supervision and groups of the people affected">
            {links.map(({ personId, supervision, groups: own }) => (
              <li key={personId}>
                <b>{people.nameOf(personId)}</b>
                <span className={styles.small}>
                  {supervision === null ? (
                    <>
                      No next supervision is set.{' '}
                      <TextLink href={`~/people/${personId}`}>Look at their record</TextLink>
                    </>
                  ) : (
                    <TextLink href={`~/supervision/${supervision.sessionId}`}>
                      {supervision.isPast ? 'Supervision was set for' : 'Supervision on'}{' '}
                      {formatDate(supervision.on)}
                    </TextLink>
                  )}
                </span>
                {own.map(({ groupId, name, on }) => (
                  <span key={groupId} className={styles.small}>
                    <TextLink href={`~/supervision/groups/${groupId}`}>
                      {name} meets on {formatDate(on)}
                    </TextLink>
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
