/** Between the form of a conversation, as typed, and the record. Pure. */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { conversationSchema, type Conversation } from '@shared/records/conversation/conversation';
import { formReader, schemaProblems } from '../../../../records/form-read';
import type { Reading } from '../use-team-form';

export type ConversationFields = {
  readonly on: string;
  readonly team: string;
  readonly topic: string;
  readonly leaderSharedFirst: boolean;
  readonly presentCount: string;
  /** One line each. Only of a new one: later each line has its own answer. */
  readonly said: string;
  readonly decisions: string;
};

export function emptyConversation(today: LocalDate): ConversationFields {
  return {
    on: formatDate(today),
    team: '',
    topic: '',
    leaderSharedFirst: false,
    presentCount: '',
    said: '',
    decisions: '',
  };
}

export function fieldsOfConversation(conversation: Conversation): ConversationFields {
  return {
    on: formatDate(conversation.on),
    team: conversation.team,
    topic: conversation.topic,
    leaderSharedFirst: conversation.leaderSharedFirst,
    presentCount: conversation.presentCount === null ? '' : String(conversation.presentCount),
    said: '',
    decisions: '',
  };
}

const lineLimit = 200;
const tooLong = 'Keep each line to 200 characters. A line is one thing';

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** `before`: as it is stored, so that what was said and decided stays. */
export function readConversation(
  fields: ConversationFields,
  before: Conversation | null,
  today: LocalDate,
): Reading<Conversation> {
  const read = formReader(today);
  const on = read.day('on', fields.on, 'Say on which day');
  if (on !== null && on > today) read.wrong('on', 'This day is still to come');
  const topic = read.line('topic', fields.topic, 'Say what it was about');
  const presentCount = read.countOrNone('presentCount', fields.presentCount);
  if (presentCount === 0) read.wrong('presentCount', 'Count whoever led too, or leave it blank');
  const said = linesOf(fields.said);
  const decisions = linesOf(fields.decisions);
  if (said.some((line) => line.length > lineLimit)) read.wrong('said', tooLong);
  if (decisions.some((line) => line.length > lineLimit)) read.wrong('decisions', tooLong);
  if (read.problems.length > 0 || on === null) return { value: null, problems: read.problems };
  const parsed = conversationSchema.safeParse({
    on,
    team: fields.team,
    topic,
    leaderSharedFirst: fields.leaderSharedFirst,
    presentCount,
    said:
      before?.said ??
      said.map((line, index) => ({
        id: `said-${index + 1}`,
        said: line,
        state: 'waiting',
        answer: '',
        answeredOn: null,
      })),
    decisions: before?.decisions ?? decisions.map((text, index) => ({ id: `decision-${index + 1}`, text })),
  });
  return parsed.success
    ? { value: parsed.data, problems: [] }
    : { value: null, problems: schemaProblems(parsed.error) };
}
