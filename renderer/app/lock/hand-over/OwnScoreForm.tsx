import { useEffect, useRef, useState } from 'react';
import type { Instrument } from '@shared/instruments/instrument';
import { score } from '@shared/instruments/score';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import { isSameScore } from '@shared/wellbeing/own-scores';
import type { OwnScore } from '@shared/wellbeing/plan-content';
import { Button, DateField, Form, FormActions, Select, type FormProblem } from '../../../ui';
import { AnswerBoxes } from './AnswerBoxes';
import { answersText, emptyTyped, readTyped, type TypedAnswers } from './own-answers';
import styles from './own-scores.module.css';

export interface OwnScoreFormProps {
  /** Those to choose from, and which of them stands there first. */
  readonly measures: readonly Instrument[];
  readonly firstId: string | null;
  readonly kept: readonly OwnScore[];
  readonly today: LocalDate;
  readonly onKeep: (given: OwnScore) => void;
  readonly onLeave: () => void;
}

type Read = { readonly given: OwnScore } | { readonly problems: readonly FormProblem[] };

export function OwnScoreForm(props: OwnScoreFormProps) {
  const { measures, kept, today, onKeep, onLeave } = props;
  const [measureId, setMeasureId] = useState(props.firstId ?? '');
  const measure = measures.find(({ id }) => id === measureId) ?? null;
  const [typed, setTyped] = useState<TypedAnswers>(measure === null ? [] : emptyTyped(measure));
  const [day, setDay] = useState(formatDate(today));
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('select')?.focus();
  }, []);
  const problemOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  function choose(id: string): void {
    const chosen = measures.find((each) => each.id === id);
    setMeasureId(id);
    setTyped(chosen === undefined ? [] : emptyTyped(chosen));
    setProblems([]);
  }

  function send(): void {
    const read = readForm({ measure, typed, day, today, kept });
    setProblems('problems' in read ? read.problems : []);
    if ('given' in read) onKeep(read.given);
  }

  return (
    <div ref={root} className={styles.form}>
      <Form aria-label="A score of my own" errors={problems} onSubmit={send}>
        <Select
          label="Which measure"
          hint="Have its own form in front of you. Steading has the item numbers, not the questions."
          name="measure"
          value={measureId}
          options={measures.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={choose}
          error={problemOf('measure')}
          width="full"
        />
        {measure !== null && (
          <>
            <p className={styles.muted}>
              {measure.about} {measure.licenceNote}
            </p>
            <DateField
              label="The day I answered it"
              name="takenOn"
              value={day}
              today={today}
              onChange={setDay}
              error={problemOf('takenOn')}
            />
            <AnswerBoxes
              key={measure.id}
              instrument={measure}
              typed={typed}
              onChange={setTyped}
              wrong={problems.flatMap(({ field }) =>
                field.startsWith('item-') ? [Number(field.slice('item-'.length))] : [],
              )}
            />
          </>
        )}
        <FormActions>
          <Button type="submit" variant="primary" size="small">
            Keep this score
          </Button>
          <Button size="small" onPress={onLeave}>
            Not now
          </Button>
        </FormActions>
      </Form>
    </div>
  );
}

function readForm(form: {
  readonly measure: Instrument | null;
  readonly typed: TypedAnswers;
  readonly day: string;
  readonly today: LocalDate;
  readonly kept: readonly OwnScore[];
}): Read {
  const { measure, today } = form;
  if (measure === null) return { problems: [{ field: 'measure', message: 'Choose a measure' }] };
  const takenOn = parseDateText(form.day, today);
  const problems: FormProblem[] = [];
  if (takenOn === null) problems.push({ field: 'takenOn', message: 'Enter the day, such as 11 may' });
  else if (takenOn > today) problems.push({ field: 'takenOn', message: 'That day is still to come' });
  const { answers, unfinished } = readTyped(measure, form.typed);
  for (const item of unfinished) {
    problems.push({
      field: `item-${String(item)}`,
      message: `Item ${String(item)} takes ${answersText(measure)}`,
    });
  }
  const scored = score(measure, answers);
  if (unfinished.length === 0 && scored.ok && Object.keys(scored.value.scales).length === 0) {
    const blank = answers.findIndex((answer) => answer === null) + 1;
    problems.push({
      field: `item-${String(blank)}`,
      message: 'Answer more items: with these blanks nothing can be scored',
    });
  }
  if (takenOn === null || problems.length > 0) return { problems };
  const given: OwnScore = {
    measureId: measure.id,
    measureVersion: measure.version,
    takenOn,
    answers: [...answers],
  };
  return form.kept.some((each) => isSameScore(each, given))
    ? {
        problems: [
          {
            field: 'takenOn',
            message: `You have a score of ${formatDate(takenOn)}. Remove that one, or choose another day`,
          },
        ],
      }
    : { given };
}
