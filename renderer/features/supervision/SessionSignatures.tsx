/** Both names under a record, once somebody asks for them: signed on a day, or not agreed on a day. */
import { useState } from 'react';
import { parseDateText } from '@shared/kernel/date-text';
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { Signature, Signatures } from '@shared/records/supervision-parts';
import { dateNear } from '../../records/supervision-words';
import {
  Button,
  Dialog,
  Form,
  FormActions,
  Row,
  RowList,
  Section,
  Sheet,
  Status,
  type FormProblem,
} from '../../ui';
import { SignatureField } from './agreements/SignatureField';
import styles from './supervision.module.css';

type Who = keyof Signatures;
const whoLabels = { person: 'The person', supervisor: 'Who led it' } as const satisfies Record<Who, string>;

export interface SessionSignaturesProps {
  readonly signatures: Signatures | null;
  readonly today: LocalDate;
  readonly onChange: (signatures: Signatures | null) => void;
}

export function SessionSignatures(props: SessionSignaturesProps) {
  const { signatures, today, onChange } = props;
  const [asked, setAsked] = useState<Who | null>(null);
  if (signatures === null) {
    return (
      <Section title="Signatures">
        <p className={styles.small}>Not asked for. Some services want both to sign what was written.</p>
        <Button
          size="small"
          onPress={() => onChange({ person: { state: 'waiting' }, supervisor: { state: 'waiting' } })}
        >
          Ask both to sign
        </Button>
      </Section>
    );
  }
  const isUntouched = signatures.person.state === 'waiting' && signatures.supervisor.state === 'waiting';
  return (
    <Section
      title="Signatures"
      action={
        isUntouched ? (
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            Do not ask after all
          </Button>
        ) : undefined
      }
    >
      <Sheet>
        <RowList aria-label="Signatures">
          {(['person', 'supervisor'] as const).map((who) => (
            <Row
              key={who}
              title={whoLabels[who]}
              detail={wordsOf(signatures[who])}
              status={<SignatureStatus signature={signatures[who]} today={today} />}
              action={
                <Button
                  size="small"
                  aria-label={`${whoLabels[who]}: ${signatures[who].state === 'waiting' ? 'signed, or not agreed' : 'change'}`}
                  onPress={() => setAsked(who)}
                >
                  {signatures[who].state === 'waiting' ? 'Signed?' : 'Change'}
                </Button>
              }
            />
          ))}
        </RowList>
      </Sheet>
      {asked !== null && (
        <SignDialog
          who={whoLabels[asked]}
          signature={signatures[asked]}
          today={today}
          onClose={() => setAsked(null)}
          onSave={(signature) => {
            onChange({ ...signatures, [asked]: signature });
            setAsked(null);
          }}
        />
      )}
    </Section>
  );
}

function wordsOf(signature: Signature): string | undefined {
  return signature.state === 'not-agreed' && signature.words !== '' ? signature.words : undefined;
}

function SignatureStatus(props: { readonly signature: Signature; readonly today: LocalDate }) {
  const { signature, today } = props;
  switch (signature.state) {
    case 'waiting':
      return <Status kind="later">Not yet</Status>;
    case 'signed':
      return <Status kind="good">{`Signed ${dateNear(signature.on, today)}`}</Status>;
    case 'not-agreed':
      return <Status kind="caution">{`Not agreed ${dateNear(signature.on, today)}`}</Status>;
  }
}

function SignDialog(props: {
  readonly who: string;
  readonly signature: Signature;
  readonly today: LocalDate;
  readonly onClose: () => void;
  readonly onSave: (signature: Signature) => void;
}) {
  const { signature, today } = props;
  const [state, setState] = useState<string>(signature.state === 'waiting' ? 'signed' : signature.state);
  const [on, setOn] = useState(signature.state === 'waiting' ? 'today' : formatDate(signature.on));
  const [words, setWords] = useState(signature.state === 'not-agreed' ? signature.words : '');
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const errorOf = (name: string): string | undefined => errors.find(({ field }) => field === name)?.message;
  const save = (): void => {
    if (state === 'waiting') {
      props.onSave({ state });
      return;
    }
    const day = parseDateText(on, today);
    const problems: FormProblem[] = [];
    if (day === null) problems.push({ field: 'ownOn', message: 'Type a day like today, fri or 24/11/2026' });
    else if (day > today) problems.push({ field: 'ownOn', message: 'This day is still to come' });
    if (state === 'not-agreed' && words.trim().length > 200)
      problems.push({ field: 'ownWords', message: 'Use 200 characters or fewer' });
    setErrors(problems);
    if (day === null || problems.length > 0) return;
    props.onSave(
      state === 'signed' ? { state, on: day } : { state: 'not-agreed', on: day, words: words.trim() },
    );
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
      title={`${props.who}: signature`}
      actions={null}
    >
      <Form onSubmit={save} errors={errors} aria-label="Signature">
        <SignatureField
          party="own"
          label={props.who}
          state={state}
          on={on}
          words={words}
          today={today}
          errorAt={errorOf}
          onChange={(patch) => {
            if (patch.state !== undefined) setState(patch.state);
            if (patch.on !== undefined) setOn(patch.on);
            if (patch.words !== undefined) setWords(patch.words);
          }}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            Save signature
          </Button>
          <Button variant="quiet" onPress={props.onClose}>
            Not now
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
