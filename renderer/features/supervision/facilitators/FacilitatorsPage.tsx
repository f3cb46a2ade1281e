import { GraduationCap } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { facilitatorStates, type FacilitatorState } from '@shared/supervision/facilitators';
import { useToday } from '../../../platform';
import { facilitatorName } from '../../../records/supervisors';
import { useNames } from '../../../records/use-names';
import { EmptyState, LinkButton, Note, Page, Row, RowList, Section, Sheet, Status } from '../../../ui';
import { useRecords } from '../../../vault';
import { SupervisionNav } from '../SupervisionNav';
import { flagWords, loadWords, trainingWords } from './facilitator-words';

export function FacilitatorsPage() {
  const today = useToday();
  const nameOf = useNames();
  const facilitators = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const groups = useRecords('reflective-group');
  const states = useMemo(
    () => facilitatorStates({ facilitators, assignments, groups, asOf: today }),
    [facilitators, assignments, groups, today],
  );
  const name = ({ facilitator }: FacilitatorState): string => facilitatorName(facilitator, nameOf);
  const sorted = [...states].sort((left, right) => name(left).localeCompare(name(right), 'en-GB'));
  const stopped = facilitators.filter(({ value }) => value.endedOn !== null && value.endedOn < today);
  const flagged = states.filter(({ flags }) => flags.length > 0).length;
  const counted = states.length === 1 ? '1 person leads.' : `${states.length} people lead.`;
  return (
    <Page
      title="Supervisors and facilitators"
      docTitle="Supervisors and facilitators"
      crumbs={[{ label: 'Supervision', href: '~/supervision' }]}
      lede={
        facilitators.length === 0
          ? 'Everyone who supervises or leads a group.'
          : `${counted} ${flagged === 0 ? 'Nothing to look at.' : flagged === 1 ? 'One entry to look at.' : `${flagged} entries to look at.`}`
      }
      actions={
        <LinkButton href="~/supervision/facilitators/new" variant="primary">
          Add a supervisor
        </LinkButton>
      }
    >
      <SupervisionNav />
      {facilitators.length === 0 ? (
        <EmptyState
          icon={<GraduationCap />}
          title="Nobody in the register yet"
          action={
            <LinkButton href="~/supervision/facilitators/new" variant="primary">
              Add the first one
            </LinkButton>
          }
        >
          Keep here who supervises, what they are trained for and when that runs out.
        </EmptyState>
      ) : (
        <>
          {sorted.length === 0 ? (
            <Note kind="plain" title="Nobody leads at present">
              Everyone in the register has stopped.
            </Note>
          ) : (
            <Sheet>
              <RowList aria-label="Supervisors and facilitators">
                {sorted.map((state) => {
                  const { kind, words } = trainingWords(state.training);
                  const { baseProfession } = state.facilitator;
                  return (
                    <Row
                      key={state.id}
                      href={`~/supervision/facilitators/${state.id}`}
                      title={name(state)}
                      detail={[
                        baseProfession,
                        state.facilitator.personId === null ? 'From outside' : '',
                        loadWords(state),
                        ...state.flags.map((flag) => flagWords(flag, state.facilitator, today)),
                      ]
                        .filter((part) => part !== '')
                        .join('. ')}
                      status={<Status kind={kind}>{words}</Status>}
                    />
                  );
                })}
              </RowList>
            </Sheet>
          )}
          {stopped.length > 0 && (
            <Section title="No longer lead">
              <RowList aria-label="No longer lead">
                {stopped.map(({ id, value }) => (
                  <Row
                    key={id}
                    href={`~/supervision/facilitators/${id}`}
                    title={facilitatorName(value, nameOf)}
                    detail={value.endedOn === null ? '' : `Stopped on ${formatDate(value.endedOn)}`}
                  />
                ))}
              </RowList>
            </Section>
          )}
        </>
      )}
    </Page>
  );
}
