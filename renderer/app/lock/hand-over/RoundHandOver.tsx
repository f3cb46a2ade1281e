import { useEffect, useRef, useState } from 'react';
import type { RecordId } from '@shared/kernel/ids';
import { aboutForm, finishWords } from '@shared/survey/form-words';
import type { RoundError } from '@shared/vault/rounds';
import { mountForm, type FilledForm, type FormContent } from '../../../survey';
import { Button, Note } from '../../../ui';
import type { VaultClient } from '../../../vault';
import { errorText } from '../../error-text';
import { Mark } from '../../Quiet';
import styles from '../../quiet.module.css';
import own from './hand-over.module.css';
import { HandedBox, type HandedBoxProps } from './HandedBox';

export interface RoundHandOverProps {
  readonly client: VaultClient;
  readonly waveId: RecordId;
  readonly form: FormContent;
  readonly onDone: () => void;
}

type Stage =
  | { readonly at: 'shutting' }
  | { readonly at: 'failed'; readonly text: string }
  /** `turn` makes a form of its own for each person. */
  | { readonly at: 'form'; readonly turn: number }
  | { readonly at: 'saving' }
  | { readonly at: 'thanks' }
  | { readonly at: 'not-saved'; readonly text: string; readonly next: AfterProblem };

/** `stop`: the survey takes nobody's reply any more. */
type AfterProblem = 'try-again' | 'next-person' | 'stop';

function problemOf(error: RoundError): { readonly text: string; readonly next: AfterProblem } {
  switch (error.tag) {
    case 'MoreRepliesThanInvited':
      return {
        text: 'As many replies are in as people were asked, so yours was not kept. Tell whoever gave you the laptop.',
        next: 'stop',
      };
    case 'WaveLocked':
    case 'RoundAbsent':
    case 'InstrumentMismatch':
    case 'RoundsOverlap':
      return { text: 'This survey takes no more replies, so yours was not kept.', next: 'stop' };
    case 'ReplyEmpty':
      return { text: 'Nothing was answered, so there is nothing to keep.', next: 'next-person' };
    case 'ReplyRefused':
    case 'SplitUnknown':
      return {
        text: 'The form and the survey do not fit each other, so your reply was not kept.',
        next: 'stop',
      };
    default:
      return { text: errorText(error), next: 'try-again' };
  }
}

/** The array is the form's last copy: what it said is gone once it is filled with nothing. */
function wipe({ answers }: FilledForm): void {
  answers.fill(null);
}

/**
 * People answer one after the other on this laptop. A reply goes straight into the round: no draft is made, no
 * address or title changes, and the form of the one before is gone when the next one begins.
 */
export function RoundHandOver({ client, waveId, form, onDone }: RoundHandOverProps) {
  const [stage, setStage] = useState<Stage>({ at: 'shutting' });
  const turns = useRef(1);
  /** Only while it could not be stored: until then it is in the form, afterwards nowhere. */
  const waiting = useRef<FilledForm | null>(null);

  useEffect(() => {
    let isHere = true;
    void client.rounds.handOver(waveId).then((begun) => {
      if (!isHere) return;
      setStage(begun.ok ? { at: 'form', turn: 1 } : { at: 'failed', text: problemOf(begun.error).text });
    });
    return () => {
      isHere = false;
      if (waiting.current !== null) wipe(waiting.current);
      waiting.current = null;
    };
  }, [client, waveId]);

  async function store(filled: FilledForm): Promise<void> {
    setStage({ at: 'saving' });
    const saved = await client.rounds.answer({ answers: filled.answers, split: filled.split });
    const problem = saved.ok ? null : problemOf(saved.error);
    if (problem?.next === 'try-again') waiting.current = filled;
    else {
      wipe(filled);
      waiting.current = null;
    }
    setStage(problem === null ? { at: 'thanks' } : { at: 'not-saved', ...problem });
  }

  function next(): void {
    if (waiting.current !== null) wipe(waiting.current);
    waiting.current = null;
    turns.current += 1;
    setStage({ at: 'form', turn: turns.current });
  }

  function actionOf(after: AfterProblem): Partial<Pick<HandedBoxProps, 'action'>> {
    if (after === 'stop') return {};
    if (after === 'next-person') return { action: { label: 'Next person', onPress: next } };
    const again = (): void => {
      if (waiting.current !== null) void store(waiting.current);
    };
    return { action: { label: 'Try again', onPress: again } };
  }

  switch (stage.at) {
    case 'shutting':
    case 'saving':
      return <main className={styles.page} />;
    case 'failed':
      return (
        <HandedBox title="This could not be handed over" doneLabel="Lock Steading" onDone={onDone}>
          <Note kind="caution">
            <p role="alert">{stage.text}</p>
          </Note>
        </HandedBox>
      );
    case 'form':
      return (
        <FormOfOne key={stage.turn} form={form} onFilled={(filled) => void store(filled)} onDone={onDone} />
      );
    case 'thanks':
      return (
        <HandedBox
          title="Thank you"
          lede="Your answers have left this screen. Nobody can call them up here again."
          action={{ label: 'Next person', onPress: next }}
          doneLabel="Nobody else: lock Steading"
          onDone={onDone}
        />
      );
    case 'not-saved':
      return (
        <HandedBox
          title="Your reply was not kept"
          {...actionOf(stage.next)}
          doneLabel="Lock Steading"
          onDone={onDone}
        >
          <Note kind="caution">
            <p role="alert">{stage.text}</p>
          </Note>
          {stage.next === 'try-again' && (
            <p className={styles.small}>
              Your answers are held here until then.{' '}
              <Button variant="quiet" size="small" onPress={next}>
                Leave them out
              </Button>
            </p>
          )}
        </HandedBox>
      );
  }
}

function FormOfOne(props: {
  readonly form: FormContent;
  readonly onFilled: (filled: FilledForm) => void;
  readonly onDone: () => void;
}) {
  const { form, onFilled, onDone } = props;
  const root = useRef<HTMLDivElement>(null);
  const filled = useRef(onFilled);
  useEffect(() => {
    filled.current = onFilled;
  });
  useEffect(() => {
    if (root.current === null) return undefined;
    const mounted = mountForm(root.current, form, {
      about: aboutForm('kiosk', form.split !== null),
      finish: finishWords.kiosk,
      takesFocus: true,
      onDone: (answers) => {
        filled.current(answers);
      },
    });
    return () => {
      mounted.unmount();
    };
  }, [form]);
  return (
    <div className={own.page}>
      <header className={own.bar} data-print="no">
        <div className={own.brand}>
          <Mark className={own.mark} />
          <div>
            <b>Wellbeing survey</b>
            <span>Everything else is shut</span>
          </div>
        </div>
        <div className={own.out}>
          <Button variant="quiet" onPress={onDone}>
            Lock Steading
          </Button>
        </div>
      </header>
      <main className={own.main}>
        <div ref={root} />
      </main>
    </div>
  );
}
