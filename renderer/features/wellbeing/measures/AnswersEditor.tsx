import { X } from 'lucide-react';
import { useRef } from 'react';
import { Button, Section, Select, Sheet, TextField } from '../../../ui';
import { answerPresetIds, answerPresets, answerPresetWords } from './answer-presets';
import type { TypedMeasure } from './composer-draft';
import styles from './measures.module.css';

type Answers = TypedMeasure['answers'];
const mostAnswers = 11;

function presetOf(answers: Answers): string {
  return (
    answerPresetIds.find(
      (id) =>
        JSON.stringify(answerPresets[id].map(({ text }) => text)) ===
        JSON.stringify(answers.map(({ text }) => text)),
    ) ?? 'own'
  );
}

/** The answers to choose from, the same for every item, with what each counts. */
export function AnswersEditor(props: {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
  readonly errorAt: (field: string) => string | undefined;
}) {
  const { answers, onChange, errorAt } = props;
  const change = (index: number, patch: Partial<Answers[number]>) => {
    onChange(answers.map((answer, at) => (at === index ? { ...answer, ...patch } : answer)));
  };
  const adding = useRef<HTMLDivElement>(null);
  const last = Number(answers.at(-1)?.value ?? 0);
  return (
    <Section title="Answers">
      <p className={styles.small}>The same for every item. The value is what an answer counts.</p>
      <Select
        label="Answers to begin with"
        name="preset"
        width="full"
        value={presetOf(answers)}
        error={errorAt('preset')}
        onChange={(picked) => {
          const preset = answerPresetIds.find((id) => id === picked);
          if (preset !== undefined)
            onChange(answerPresets[preset].map(({ value, text }) => ({ value: String(value), text })));
        }}
        options={[
          ...answerPresetIds.map((id) => ({ value: id, label: answerPresetWords[id] })),
          { value: 'own', label: 'My own, as below' },
        ]}
      />
      <div className={styles.gap} />
      <Sheet>
        <ol>
          {answers.map((answer, index) => (
            <li key={index} className={styles.answerRow}>
              <TextField
                label={`Answer ${index + 1}`}
                name={`answer-text-${index}`}
                value={answer.text}
                error={errorAt(`answer-text-${index}`)}
                onChange={(text) => {
                  change(index, { text });
                }}
              />
              <TextField
                label={`Value ${index + 1}`}
                name={`answer-value-${index}`}
                inputMode="numeric"
                value={answer.value}
                error={errorAt(`answer-value-${index}`)}
                onChange={(value) => {
                  change(index, { value });
                }}
              />
              <Button
                variant="quiet"
                size="small"
                aria-label={`Take answer ${index + 1} out`}
                onPress={() => {
                  onChange(answers.filter((_, at) => at !== index));
                  adding.current?.querySelector('button')?.focus();
                }}
              >
                <X aria-hidden="true" />
              </Button>
            </li>
          ))}
        </ol>
        <div className={styles.foot} ref={adding}>
          <Button
            size="small"
            onPress={() => {
              if (answers.length < mostAnswers)
                onChange([...answers, { value: Number.isFinite(last) ? String(last + 1) : '', text: '' }]);
            }}
          >
            Add an answer
          </Button>
        </div>
      </Sheet>
    </Section>
  );
}
