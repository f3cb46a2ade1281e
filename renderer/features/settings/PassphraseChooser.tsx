import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { passphraseEdges } from '@shared/vault/passphrase-edges';
import { pickWords } from '../../platform';
import { Button, Form, Note, Status, type FormProblem } from '../../ui';
import { loadOfferedWords } from './offered-words';
import { edgeWords } from './passphrase-words';
import { PassphraseField } from './PassphraseField';
import styles from './secrets.module.css';
import type { Strength } from './strength-words';

const wordCount = 6;
const longestPassphrase = 10_000;

export interface PassphraseChooserProps {
  /** The button for the six words; the other one says "Use my passphrase". */
  readonly onChosen: (passphrase: string) => void;
  readonly isBusy: boolean;
  /** Why the last try did not work, in words. */
  readonly problem: string | null;
  readonly back?: { readonly label: string; readonly onPress: () => void } | undefined;
  /** Where choosing is the whole page: Enter takes the six words. Elsewhere the page's heading has the focus. */
  readonly takesFocus?: boolean;
}

const statusByStrength = { refused: 'caution', weak: 'caution', fair: 'later', strong: 'good' } as const;

/** Six words drawn at random, or words of one's own: typed twice, with their strength in words. */
export function PassphraseChooser(props: PassphraseChooserProps) {
  const [list, setList] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void loadOfferedWords().then((loaded) => {
      if (isHere) setList(loaded);
    });
    return () => {
      isHere = false;
    };
  }, []);
  // With the words or not at all: nothing moves under a pointer, and no press comes before there are words.
  return list === null ? null : <Chooser {...props} list={list} />;
}

function Chooser(props: PassphraseChooserProps & { readonly list: readonly string[] }) {
  const { list, onChosen, isBusy, takesFocus = false } = props;
  const [way, setWay] = useState<'six' | 'own'>('six');
  const [words, setWords] = useState(() => pickWords(list, wordCount));
  const [own, setOwn] = useState('');
  const [again, setAgain] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  /** Said before it is taken: the same press again takes it. */
  const [warned, setWarned] = useState<{ readonly isWeak: boolean; readonly edges: string } | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const submit = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (takesFocus) submit.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (own === '') return;
    let isHere = true;
    const timer = setTimeout(() => {
      void import('./strength').then(({ strengthOf }) => {
        if (isHere) setStrength(strengthOf(own));
      });
    }, 150);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [own]);

  const errorOf = (field: string): string | undefined => errors.find((each) => each.field === field)?.message;

  async function takeOwn(): Promise<void> {
    const { strengthOf } = await import('./strength');
    const judged = strengthOf(own);
    setStrength(judged);
    const found: FormProblem[] = [];
    if (own === '') found.push({ field: 'passphrase', message: 'Type a passphrase' });
    else if (Array.from(own).length > longestPassphrase) {
      found.push({ field: 'passphrase', message: 'Use 10,000 characters or fewer' });
    } else if (judged.kind === 'refused') {
      found.push({ field: 'passphrase', message: `${judged.words}. ${judged.advice}` });
    }
    if (own !== '' && own.normalize('NFKC') !== again.normalize('NFKC')) {
      found.push({ field: 'passphrase-again', message: 'The two do not match. Type it again' });
    }
    setErrors(found);
    if (found.length > 0) return;
    const warning = { isWeak: judged.kind === 'weak', edges: edgeWords(passphraseEdges(own)) };
    if (warned === null && (warning.isWeak || warning.edges !== '')) setWarned(warning);
    else onChosen(own);
  }

  return (
    <Form
      errors={errors}
      onSubmit={() => {
        if (isBusy) return;
        if (way === 'own') void takeOwn();
        else onChosen(words.join(' '));
      }}
    >
      {props.problem !== null && (
        <Note kind="caution" title="That did not work">
          <p role="alert">{props.problem}</p>
        </Note>
      )}
      <div className={styles.card} role="radiogroup" aria-label="How do you want to choose?">
        <label className={styles.option}>
          <input
            type="radio"
            name="way"
            checked={way === 'six'}
            onChange={() => {
              setWay('six');
              setErrors([]);
            }}
          />
          <b>Use six words we picked at random</b>
          <span className={styles.optionHint}>
            Easier to remember than symbols, and much harder to guess. Write them down now.
          </span>
        </label>
        {way === 'six' && (
          <>
            <ol className={styles.words} aria-label="Your six words">
              {words.map((word, index) => (
                // A word may come twice, so its place is its key.
                <li key={index}>
                  <span>{index + 1}</span>
                  {word}
                </li>
              ))}
            </ol>
            <div className={styles.wordActions}>
              <Status kind="good">Very strong</Status>
              <Button
                variant="quiet"
                size="small"
                icon={<RefreshCw aria-hidden="true" />}
                onPress={() => {
                  setWords(pickWords(list, wordCount));
                }}
              >
                Six other words
              </Button>
            </div>
          </>
        )}
        <div className={styles.divider} />
        <label className={styles.option}>
          <input
            type="radio"
            name="way"
            checked={way === 'own'}
            onChange={() => {
              setWay('own');
            }}
          />
          <b>Type my own</b>
          <span className={styles.optionHint}>Pasting works. Password managers work.</span>
        </label>
        {way === 'own' && (
          <div className={styles.own}>
            <div>
              <PassphraseField
                label="Passphrase"
                hint="Four or more words in a row. Spaces and accents count."
                name="passphrase"
                autoComplete="new-password"
                value={own}
                onChange={(next) => {
                  setOwn(next);
                  setWarned(null);
                  if (next === '') setStrength(null);
                }}
                error={errorOf('passphrase')}
              />
              <div className={styles.strength} role="status">
                {strength !== null && own !== '' && (
                  <>
                    <Status kind={statusByStrength[strength.kind]}>{strength.words}</Status>
                    {strength.advice !== '' && <p>{strength.advice}</p>}
                  </>
                )}
              </div>
            </div>
            <PassphraseField
              label="The same again"
              name="passphrase-again"
              autoComplete="new-password"
              value={again}
              onChange={setAgain}
              error={errorOf('passphrase-again')}
            />
            {warned !== null && (
              <Note kind="caution" title={warned.isWeak ? 'This one is weak' : 'Look at its ends'}>
                <p role="alert">
                  {warned.isWeak && 'Someone who has this laptop could guess it in time. Make it longer. '}
                  {warned.edges !== '' && `${warned.edges} `}
                  To keep it as it is, press “Use it anyway”.
                </p>
              </Note>
            )}
          </div>
        )}
      </div>
      <div className={styles.actions} ref={submit}>
        <Button type="submit" variant="primary" isPending={isBusy} pendingText="Making the lock">
          {way === 'six' ? 'Use these words' : warned !== null ? 'Use it anyway' : 'Use my passphrase'}
        </Button>
        {props.back !== undefined && <Button onPress={props.back.onPress}>{props.back.label}</Button>}
      </div>
    </Form>
  );
}
