import { CircleHelp, GraduationCap, UserRoundCog, Users, UserX } from 'lucide-react';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { noSupervisorReasonLabels } from '@shared/records/supervision-assignment/supervision-assignment';
import type { Access, PersonAccess } from '@shared/supervision/access';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { useNames } from '../../../records/use-names';
import { facilitatorName } from '../../../records/supervisors';
import { LinkButton, Note, Row, RowList, Section, Sheet, TextLink } from '../../../ui';
import { flagWords } from '../facilitators/facilitator-words';
import styles from './access.module.css';
import type { Gaps } from './gaps';

const shownNames = 8;

function Names(props: { readonly people: readonly PersonAccess[]; readonly href: (id: string) => string }) {
  const { people, href } = props;
  return (
    <span className={styles.names}>
      {people.slice(0, shownNames).map(({ id, person }) => (
        <TextLink key={id} href={href(id)}>
          {person.name}
        </TextLink>
      ))}
      {people.length > shownNames && (
        <TextLink href="~/supervision/assignments">and {people.length - shownNames} more</TextLink>
      )}
    </span>
  );
}

function NotSaid(props: {
  readonly title: string;
  readonly detail: string;
  readonly people: readonly PersonAccess[];
}) {
  if (props.people.length === 0) return null;
  return (
    <Row
      icon={<CircleHelp />}
      title={props.title}
      detail={
        <>
          {props.detail}
          <Names people={props.people} href={(id) => `~/supervision/assignments/new/${id}`} />
        </>
      }
    />
  );
}

const forWhom = (count: number): string => (count === 1 ? 'For one person' : `For ${count} people`);

/** Those whom it does not reach, by name: finding them is what the page is for. Nobody is ranked. */
export function WithoutSupervisor(props: { readonly gaps: Gaps }) {
  const { said, notSaid, notSaidClinical } = props.gaps;
  if (said.length === 0 && notSaid.length === 0 && notSaidClinical.length === 0)
    return (
      <Section title="No supervisor">
        <Note kind="good">Everyone entitled has somebody named.</Note>
      </Section>
    );
  return (
    <Section title="No supervisor">
      <Sheet>
        <RowList aria-label="No supervisor">
          {said.map(({ key, who, said: { kind, noSupervisorReason, reasonWords, from } }) => (
            <Row
              key={key}
              icon={<UserX />}
              title={<TextLink href={`~/people/${who.id}`}>{who.person.name}</TextLink>}
              detail={[
                `${supervisionKindLabels[kind]}: ${noSupervisorReason === null ? '' : noSupervisorReasonLabels[noSupervisorReason]}`,
                reasonWords,
                `Since ${formatDate(from)}`,
              ]
                .filter((part) => part !== '')
                .join('. ')}
              action={
                <LinkButton
                  size="small"
                  href={`~/supervision/assignments/new/${who.id}/${kind}`}
                  aria-label={`Name one for ${who.person.name}`}
                >
                  Name one
                </LinkButton>
              }
            />
          ))}
          <NotSaid
            title={`${forWhom(notSaid.length)} nothing is said`}
            detail="Nobody is named, and no reason is given. Choose a person to say which."
            people={notSaid}
          />
          <NotSaid
            title={`${forWhom(notSaidClinical.length)} nothing is said about clinical supervision`}
            detail="They have somebody of another kind. Choose a person to say who, or why nobody."
            people={notSaidClinical}
          />
        </RowList>
      </Sheet>
    </Section>
  );
}

/** Roles that reach neither route, and what the register of supervisors points at. */
export function WorthALook(props: { readonly access: Access; readonly asOf: LocalDate }) {
  const { access, asOf } = props;
  const nameOf = useNames();
  const flagged = access.facilitators.filter(({ flags }) => flags.length > 0);
  const same = access.people.filter(({ isSameLineAndClinical }) => isSameLineAndClinical);
  return (
    <Section title="Worth a look">
      {access.rolesWithNeither.length === 0 && flagged.length === 0 && same.length === 0 ? (
        <Note kind="good">Every role reaches a route, and nothing in the register stands out.</Note>
      ) : (
        <Sheet>
          <RowList aria-label="Worth a look">
            {access.rolesWithNeither.map((role) => (
              <Row
                key={role}
                icon={<Users />}
                title={`${role}: neither route`}
                detail="Nobody in this role had clinical supervision or a reflective group in the twelve months to the day."
              />
            ))}
            {same.length > 0 && (
              <Row
                icon={<UserRoundCog />}
                title={
                  same.length === 1
                    ? 'One person has their line manager as clinical supervisor'
                    : `${same.length} people have their line manager as clinical supervisor`
                }
                detail={
                  <>
                    It can be right in a small service. Talk about what it does to openness.
                    <Names people={same} href={(id) => `~/people/${id}`} />
                  </>
                }
              />
            )}
            {flagged.map(({ id, facilitator, flags }) => (
              <Row
                key={id}
                icon={<GraduationCap />}
                title={facilitatorName(facilitator, nameOf)}
                href={`~/supervision/facilitators/${id}`}
                detail={flags.map((flag) => flagWords(flag, facilitator, asOf)).join('. ')}
              />
            ))}
          </RowList>
        </Sheet>
      )}
    </Section>
  );
}
