import { History, Pencil, Trash2 } from 'lucide-react';
import { formatDate } from '@shared/kernel/local-date';
import { traumaKnowledgeLabels } from '@shared/records/facilitator/facilitator';
import { supervisionKindLabels } from '@shared/records/supervision-session/supervision-session';
import { isCurrentAssignment } from '@shared/supervision/agreements';
import { facilitatorStates } from '@shared/supervision/facilitators';
import { useToday } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { unknownPerson } from '../../../records/record-words';
import { facilitatorName } from '../../../records/supervisors';
import { useNames } from '../../../records/use-names';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import { Button, LinkButton, Note, Page, Row, RowList, Section, Sheet, TextLink, useGo } from '../../../ui';
import { useRecord, useRecords, useViewNote } from '../../../vault';
import { flagWords, loadWords } from './facilitator-words';
import { NoFacilitator } from './NoFacilitator';
import { registerCrumbs } from './register-crumbs';

const yesNo = (answer: boolean | null): string => (answer === null ? '' : answer ? 'Yes' : 'No');

export function FacilitatorPage(props: { readonly id: string }) {
  const record = useRecord('facilitator', props.id);
  useViewNote('facilitator', record?.id);
  const today = useToday();
  const go = useGo();
  const nameOf = useNames();
  const remove = useRemoveWithUndo();
  const register = useRecords('facilitator');
  const assignments = useRecords('supervision-assignment');
  const groups = useRecords('reflective-group');
  const agreements = useRecords('agreement');
  if (record === undefined) return <NoFacilitator />;
  const { id, value } = record;
  const state = facilitatorStates({ facilitators: register, assignments, groups, asOf: today }).find(
    (each) => each.id === id,
  );
  const carried = assignments
    .filter((each) => each.value.facilitatorId === id && isCurrentAssignment(each.value, today))
    .sort((left, right) =>
      (nameOf(left.value.personId) ?? '').localeCompare(nameOf(right.value.personId) ?? '', 'en-GB'),
    );
  const led = groups.filter((each) => each.value.facilitatorId === id && each.value.endedOn === null);
  const linked =
    assignments.filter((each) => each.value.facilitatorId === id).length +
    agreements.filter((each) => each.value.facilitatorId === id).length +
    groups.filter((each) => each.value.facilitatorId === id).length;
  const onDelete = async (): Promise<void> => {
    const said =
      linked === 0
        ? 'Entry deleted.'
        : 'Entry deleted. Where they were named it says so without a name. To keep the name, enter the day they stopped instead.';
    if (await remove([record], said)) go('~/supervision/facilitators');
  };
  const name = facilitatorName(value, nameOf);
  const lede = [value.baseProfession, value.personId === null ? 'From outside' : 'Of this service']
    .filter((part) => part !== '')
    .join('. ');
  return (
    <Page
      title={name}
      docTitle="Supervisor"
      lede={`${lede}.`}
      crumbs={registerCrumbs}
      actions={
        <>
          <LinkButton href={`~/supervision/facilitators/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <LinkButton
            href={`~/supervision/facilitators/${id}/history`}
            variant="quiet"
            icon={<History aria-hidden="true" />}
          >
            Earlier versions
          </LinkButton>
          <Button variant="quiet" icon={<Trash2 aria-hidden="true" />} onPress={() => void onDelete()}>
            Delete
          </Button>
        </>
      }
    >
      {state !== undefined && state.flags.length > 0 && (
        <Note kind="caution" title="Worth a look">
          <ul>
            {state.flags.map((flag) => (
              <li key={flag}>{flagWords(flag, value, today)}.</li>
            ))}
          </ul>
        </Note>
      )}
      <Sheet pad>
        <Pairs
          pairs={[
            [
              'Person',
              value.personId === null ? (
                ''
              ) : (
                <TextLink key="person" href={`~/people/${value.personId}`}>
                  {name}
                </TextLink>
              ),
            ],
            ['May lead', value.mayLead.map((kind) => supervisionKindLabels[kind]).join(', ')],
            ['Load', state === undefined ? '' : loadWords(state)],
            ['Years in the profession', value.years === null ? '' : String(value.years)],
            ['Training as a supervisor', value.training],
            ['Done on', value.trainedOn === null ? '' : formatDate(value.trainedOn)],
            ['Runs out on', value.trainingExpires === null ? '' : formatDate(value.trainingExpires)],
            ['Knowledge of trauma', traumaKnowledgeLabels[value.traumaKnowledge]],
            ['Can lead groups', yesNo(value.hasGroupSkill)],
            ['Outside the line', yesNo(value.isOutsideLine)],
            ['Has supervision too', yesNo(value.hasOwnSupervision)],
            ['Stopped on', value.endedOn === null ? '' : formatDate(value.endedOn)],
          ]}
        />
      </Sheet>
      {(carried.length > 0 || led.length > 0) && (
        <Section title="Who they are there for">
          <RowList aria-label="Who they are there for">
            {carried.map((each) => (
              <Row
                key={each.id}
                href={`~/people/${each.value.personId}`}
                title={nameOf(each.value.personId) ?? unknownPerson}
                detail={`${supervisionKindLabels[each.value.kind]}, since ${formatDate(each.value.from)}`}
              />
            ))}
            {led.map((each) => (
              <Row
                key={each.id}
                href={`~/supervision/groups/${each.id}`}
                title={each.value.name}
                detail="Reflective group"
              />
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
}
