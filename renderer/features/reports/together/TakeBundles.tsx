import { FilesDrop, Note } from '../../../ui';
import { OwnCode } from './OwnCode';
import { fateLines, problemWords, takenTitle } from './together-words';
import styles from './together.module.css';
import { useTakeBundles, type TakeOutcome } from './use-take-bundles';

/** Bundles come in as files, many at once. What became of each that was not taken in is said by its name. */
export function TakeBundles() {
  const { outcome, isTaking, take } = useTakeBundles();
  return (
    <>
      <FilesDrop
        label="Bundle files"
        hint="Drop them here, alone or in a folder. Each is checked by itself, and its signature too."
        accept=".json,application/json"
        isPending={isTaking}
        pendingText="Checking the bundles"
        onFiles={(files) => void take(files)}
      />
      <div role="status">
        <Outcome outcome={outcome} />
      </div>
      <OwnCode />
    </>
  );
}

/** Hundreds of lines would bury what matters. */
const mostNamed = 20;

function Outcome(props: { readonly outcome: TakeOutcome }) {
  const { outcome } = props;
  if (outcome.kind === 'none') return null;
  if (outcome.kind === 'problem') return <Note kind="caution">{outcome.text}</Note>;
  const { taken, fates, problems } = outcome;
  const lines = fateLines(fates);
  const more = problems.length - mostNamed;
  return (
    <Note
      kind={problems.length > 0 ? 'caution' : taken > 0 ? 'good' : 'info'}
      title={takenTitle(taken, problems.length)}
    >
      {(lines.length > 0 || problems.length > 0) && (
        <ul className={styles.outcome}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
          {problems.slice(0, mostNamed).map(({ name, problem }, place) => (
            <li key={`${place} ${name}`}>
              <strong>{name}</strong>: {problemWords[problem]}
            </li>
          ))}
          {more > 0 && <li>{more.toLocaleString('en-GB')} more could not be taken in.</li>}
        </ul>
      )}
    </Note>
  );
}
