import { useMemo } from 'react';
import { noteWarning } from '@shared/supervision/note-check';
import { useToday } from '../../../../platform';
import { DraftNote } from '../../../../records/DraftNote';
import { RecordFoot } from '../../../../records/RecordFoot';
import {
  Checkbox,
  Columns,
  ComboBox,
  DateField,
  Form,
  Page,
  Section,
  Select,
  Sheet,
  TextField,
} from '../../../../ui';
import { useRecord, useRecords, type StoredRecord } from '../../../../vault';
import { conversationCrumbs } from '../crumbs';
import { NotHere } from '../NotHere';
import styles from '../team.module.css';
import { useTeamForm } from '../use-team-form';
import {
  emptyConversation,
  fieldsOfConversation,
  readConversation,
  type ConversationFields,
} from './conversation-form';
import { prompts, wordingGuide } from './prompts';

const list = '~/people/team/conversations';

function ConversationForm(props: { readonly record: StoredRecord<'conversation'> | null }) {
  const { record } = props;
  const isNew = record === null;
  const today = useToday();
  const people = useRecords('person');
  const teams = useMemo(
    () =>
      [...new Set(people.map(({ value }) => value.team))]
        .filter((team) => team !== '')
        .sort((left, right) => left.localeCompare(right, 'en-GB')),
    [people],
  );
  const { form, text, problems, isSaving, onSave } = useTeamForm<'conversation', ConversationFields>({
    kind: 'conversation',
    record,
    first: isNew ? emptyConversation(today) : fieldsOfConversation(record.value),
    titleOf: ({ topic }) => (topic.trim() === '' ? 'A team conversation' : `Conversation: ${topic.trim()}`),
    read: (fields, before) => readConversation(fields, before, today),
    href: (id) => `${list}/${id}`,
  });
  const { fields, set } = form;
  return (
    <Columns
      main={
        <Sheet pad>
          <Form onSubmit={onSave} errors={problems} aria-label="Team conversation">
            {form.isRestored && <DraftNote onDiscard={form.discard} />}
            {isNew && (
              <ComboBox
                name="prompt"
                label="A question to open with"
                hint="Choose one of ours, or write your own below"
                isOptional
                value={null}
                options={prompts.map((prompt) => ({ value: prompt, label: prompt }))}
                onChange={(topic) => {
                  if (topic !== null) set({ topic });
                }}
              />
            )}
            <TextField
              {...text('topic')}
              label="What it was about"
              hint="The question, or the topic, in a line"
              warning={noteWarning(fields.topic) ?? undefined}
            />
            <DateField {...text('on')} label="When" today={today} />
            <Select
              {...text('team')}
              label="Team"
              options={[
                { value: '', label: 'Whole service' },
                ...[...new Set([...teams, fields.team])]
                  .filter((team) => team !== '')
                  .map((team) => ({ value: team, label: team })),
              ]}
            />
            <TextField
              {...text('presentCount')}
              label="How many were there"
              hint="A count alone. Nobody is listed"
              isOptional
              inputMode="numeric"
              width="short"
              unit="people"
            />
            <Checkbox
              name="leaderSharedFirst"
              isSelected={fields.leaderSharedFirst}
              onChange={(leaderSharedFirst) => {
                set({ leaderSharedFirst });
              }}
            >
              Whoever led spoke of themselves first
            </Checkbox>
            {isNew && (
              <>
                <TextField
                  {...text('said')}
                  label="What was said"
                  hint="One idea or worry on each line. Each gets an answer later"
                  isOptional
                  multiline
                  rows={5}
                  warning={noteWarning(fields.said) ?? undefined}
                />
                <TextField
                  {...text('decisions')}
                  label="What was decided"
                  hint="One on each line"
                  isOptional
                  multiline
                  rows={3}
                />
              </>
            )}
            <RecordFoot
              save="Save conversation"
              isSaving={isSaving}
              back={isNew ? list : `${list}/${record.id}`}
            />
          </Form>
        </Sheet>
      }
      side={<WordingGuide />}
    />
  );
}

/** Beside the fields, before anything is written. */
function WordingGuide() {
  return (
    <Section title="Words that leave nobody out">
      <dl className={styles.guide}>
        {wordingGuide.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>
        It helps when whoever leads goes first: one true thing, as large as they would ask of others.
      </p>
    </Section>
  );
}

export function NewConversationPage() {
  return (
    <Page
      title="Record a conversation"
      docTitle="Record a team conversation"
      crumbs={conversationCrumbs}
      lede="What was said, and what was decided. Who said it stays in the room."
    >
      <ConversationForm record={null} />
    </Page>
  );
}

export function EditConversationPage(props: { readonly id: string }) {
  const record = useRecord('conversation', props.id);
  if (record === undefined) return <NoConversation />;
  return (
    <Page
      title="Change the conversation"
      docTitle="Change a team conversation"
      crumbs={[...conversationCrumbs, { label: record.value.topic, href: `${list}/${record.id}` }]}
      lede={record.value.topic}
    >
      <ConversationForm key={record.id} record={record} />
    </Page>
  );
}

export function NoConversation() {
  return (
    <NotHere
      title="This conversation is not here"
      crumbs={conversationCrumbs}
      back="See all conversations"
      href={list}
    />
  );
}
