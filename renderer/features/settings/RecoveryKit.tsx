import { FileDown, FileText, Printer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { clock, desktop, randomBelow } from '../../platform';
import { Button, Form, FormRow, Note, Status, TextField, type FormProblem } from '../../ui';
import { errorText } from '../../app/error-text';
import styles from './secrets.module.css';

export interface RecoveryKitProps {
  readonly code: string;
  readonly onDone: () => void;
  readonly doneLabel: string;
}

const kitLines = [
  'Steading recovery kit',
  'This code opens your records when the passphrase is forgotten. Keep it where you keep keys, away from the laptop.',
  'How to use it: on the lock page choose "Use the recovery kit" and type the code. Then choose a new passphrase.',
  'A newer kit ends this one. Anyone who holds this page and the laptop can read everything.',
] as const;

function groupsOf(code: string): readonly string[] {
  return code.split('-');
}

/** Two different groups, in order. */
function twoGroups(count: number): readonly [number, number] {
  const first = randomBelow(count);
  const second = (first + 1 + randomBelow(count - 1)) % count;
  return first < second ? [first, second] : [second, first];
}

/** Letters that are easily misread count as the ones they are read as. */
function readAs(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** The code, ways to keep it, and a check that it was kept: two of its groups typed back. */
export function RecoveryKit(props: RecoveryKitProps) {
  const { code } = props;
  const [part, setPart] = useState<'keep' | 'check'>('keep');
  return part === 'keep' ? (
    <KeepKit
      code={code}
      onKept={() => {
        setPart('check');
      }}
    />
  ) : (
    <CheckKit
      {...props}
      onBack={() => {
        setPart('keep');
      }}
    />
  );
}

function KeepKit(props: { readonly code: string; readonly onKept: () => void }) {
  const { code } = props;
  const [said, setSaid] = useState<{ readonly isGood: boolean; readonly text: string } | null>(null);
  const first = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLDivElement>(null);
  const madeOn = formatDate(clock.today());

  useEffect(() => {
    first.current?.querySelector('button')?.focus();
  }, []);

  async function save(as: 'pdf' | 'text'): Promise<void> {
    const text = [kitLines[0], '', code, '', ...kitLines.slice(1), '', `Made on ${madeOn}.`, ''].join('\r\n');
    const answer =
      as === 'pdf'
        ? await desktop['file.savePdf']({
            suggestedName: 'steading-recovery-kit.pdf',
            footer: `Made on ${madeOn}`,
          })
        : await desktop['file.save']({
            suggestedName: 'steading-recovery-kit.txt',
            bytes: new TextEncoder().encode(text),
          });
    if (answer.ok) {
      setSaid({ isGood: true, text: 'Saved. Move it off this laptop when you can.' });
      next.current?.querySelector('button')?.focus();
    } else {
      setSaid({ isGood: false, text: errorText(answer.error) });
    }
  }

  return (
    <>
      <div className={styles.card}>
        <ol className={styles.code} aria-label="Recovery code, in groups">
          {groupsOf(code).map((group, index) => (
            <li key={index}>
              <span>{index + 1}</span>
              {group}
            </li>
          ))}
        </ol>
        <div className={styles.kitActions} ref={first}>
          <Button icon={<FileDown aria-hidden="true" />} onPress={() => void save('pdf')}>
            Save as PDF
          </Button>
          <Button icon={<FileText aria-hidden="true" />} onPress={() => void save('text')}>
            Save as text
          </Button>
          <Button
            icon={<Printer aria-hidden="true" />}
            onPress={() => {
              window.print();
            }}
          >
            Print
          </Button>
        </div>
        <div className={styles.saidSaved} role="status">
          {said !== null && <Status kind={said.isGood ? 'good' : 'caution'}>{said.text}</Status>}
        </div>
      </div>
      <div className={styles.actions} ref={next}>
        <Button variant="primary" onPress={props.onKept}>
          I have kept it
        </Button>
      </div>
      <div className={styles.kitSheet} data-print="sheet" data-screen="no">
        <h1>{kitLines[0]}</h1>
        <p>{kitLines[1]}</p>
        <div className={styles.kitCode}>{code}</div>
        <p>{kitLines[2]}</p>
        <p>{kitLines[3]}</p>
        <p>Made on {madeOn}.</p>
      </div>
    </>
  );
}

function CheckKit(props: RecoveryKitProps & { readonly onBack: () => void }) {
  const groups = groupsOf(props.code);
  // The last group is only two characters long: the check asks for whole ones.
  const [asked] = useState(() => twoGroups(groups.filter((group) => group.length === 4).length));
  const [typed, setTyped] = useState(['', '']);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const nameOf = (slot: number): string => `group-${String((asked[slot] ?? 0) + 1)}`;
  return (
    <Form
      errors={errors}
      onSubmit={() => {
        const wrong = [0, 1].filter((slot) => readAs(typed[slot] ?? '') !== groups[asked[slot] ?? 0]);
        setErrors(
          wrong.map((slot) => ({
            field: nameOf(slot),
            message: `Group ${String((asked[slot] ?? 0) + 1)} does not match your kit`,
          })),
        );
        if (wrong.length === 0) props.onDone();
      }}
    >
      <Note kind="info">
        <p>Look at the kit you kept and type two of its groups. This makes sure that it can be read.</p>
      </Note>
      <FormRow>
        {[0, 1].map((slot) => (
          <TextField
            key={slot}
            label={`Group ${String((asked[slot] ?? 0) + 1)}`}
            name={nameOf(slot)}
            width="short"
            autoFocus={slot === 0}
            value={typed[slot] ?? ''}
            onChange={(next) => {
              setTyped((before) => before.map((each, index) => (index === slot ? next : each)));
            }}
            error={errors.find((each) => each.field === nameOf(slot))?.message}
          />
        ))}
      </FormRow>
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {props.doneLabel}
        </Button>
        <Button onPress={props.onBack}>Show the code again</Button>
      </div>
    </Form>
  );
}
