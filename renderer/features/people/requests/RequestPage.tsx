import { Pencil, Trash2 } from 'lucide-react';
import { formatDateWithWeekday } from '@shared/kernel/local-date';
import { requestChannelLabels, requestStatusLabels } from '@shared/records/access-request/access-request';
import { requestState } from '@shared/requests/due-date';
import { errorText } from '../../../app/error-text';
import { useToday } from '../../../platform';
import { Pairs } from '../../../records/Facts';
import { KeptLine } from '../../../records/KeptLine';
import { unknownPerson } from '../../../records/record-words';
import { useNames } from '../../../records/use-names';
import { useNation } from '../../../records/use-nation';
import { useRemoveWithUndo } from '../../../records/use-remove-with-undo';
import {
  Button,
  LinkButton,
  Note,
  Page,
  Section,
  Sheet,
  Status,
  TextLink,
  useGo,
  useToast,
} from '../../../ui';
import { useRecord, useVault, useViewNote } from '../../../vault';
import styles from '../people.module.css';
import { NoRequest, requestCrumbs } from './request-page-parts';
import { clarificationWords, dueReasons, extensionWords, requestStatus } from './request-words';

/** One request: by when to answer and why that day, the copy itself, and how it ended. */
export function RequestPage(props: { readonly id: string }) {
  const record = useRecord('access-request', props.id);
  useViewNote('access-request', record?.id);
  const today = useToday();
  const nation = useNation();
  const nameOf = useNames();
  const vault = useVault();
  const toast = useToast();
  const go = useGo();
  const remove = useRemoveWithUndo();
  if (record === undefined) return <NoRequest />;
  const { id, value } = record;
  const state = requestState(value, today, nation);
  const name = nameOf(value.personId);

  const answerToday = async (): Promise<void> => {
    const saved = await vault.put(
      'access-request',
      { ...value, status: 'answered', closedOn: today },
      record,
    );
    if (!saved.ok) {
      toast({ text: errorText(saved.error) });
      return;
    }
    const undo = async (): Promise<void> => {
      const undone = await vault.put('access-request', value, { id, revision: saved.value.revision });
      toast({ text: undone.ok ? 'Open again.' : errorText(undone.error) });
    };
    toast({ text: 'Answered today.', actions: [{ label: 'Undo', onPress: () => void undo() }] });
  };

  return (
    <Page
      title={value.status === 'open' ? `Answer by ${formatDateWithWeekday(state.due)}` : 'Request for a copy'}
      docTitle="Request for a copy"
      crumbs={requestCrumbs}
      lede={`${name ?? unknownPerson} asked for what is held about them.`}
      actions={
        <>
          <LinkButton href={`~/people/requests/${id}/edit`} icon={<Pencil aria-hidden="true" />}>
            Change
          </LinkButton>
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" />}
            onPress={() =>
              void remove([record], 'Request deleted.').then((isRemoved) => {
                if (isRemoved) go('~/people/requests');
              })
            }
          >
            Delete
          </Button>
        </>
      }
    >
      <Section title="Why this day">
        <ol className={styles.reasons} aria-label="Why this day, step by step">
          {dueReasons(value, today, nation).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p className={styles.muted}>
          It is the latest day. Sooner is better, and nothing has to be paid for it.
        </p>
      </Section>
      <Section title="The copy">
        <Sheet pad>
          <div className={styles.stack}>
            <p>
              Everything held about them, from every part of this app. Where it names somebody else you
              decide, one by one, before anything leaves.
            </p>
            <div className={styles.buttons}>
              <LinkButton href={`~/people/requests/${id}/copy`} variant="primary">
                Put the copy together
              </LinkButton>
              {value.status === 'open' && (
                <Button onPress={() => void answerToday()}>It was answered today</Button>
              )}
            </div>
          </div>
        </Sheet>
      </Section>
      <Section title="Details" action={<TextLink href={`~/people/requests/${id}/edit`}>Change</TextLink>}>
        <Sheet pad>
          <Pairs
            pairs={[
              [
                'Who asked',
                name === null ? (
                  unknownPerson
                ) : (
                  <TextLink key="who" href={`~/people/${value.personId}`}>
                    {name}
                  </TextLink>
                ),
              ],
              ['Status', <Status key="status" {...requestStatus(state)} />],
              ['It came on', formatDateWithWeekday(value.receivedOn)],
              ['How it came', requestChannelLabels[value.channel]],
              ['Asked what they mean', clarificationWords(value)],
              ['More time', extensionWords(value)],
              [
                requestStatusLabels[value.status],
                value.closedOn === null ? '' : formatDateWithWeekday(value.closedOn),
              ],
            ]}
          />
        </Sheet>
      </Section>
      <Note kind="plain">
        <KeptLine of="access-request" />
      </Note>
    </Page>
  );
}
