import type { RecordId } from '@shared/kernel/ids';
import type { Instrument } from '@shared/instruments/instrument';
import { cx, LinkButton, Note } from '../../../ui';
import wellbeing from '../wellbeing.module.css';
import styles from './replies.module.css';

/** Two ways on where we hold no questions. */
export function NoWording(props: { readonly waveId: RecordId; readonly instrument: Instrument }) {
  const { waveId, instrument } = props;
  return (
    <Note kind="info" title="Steading has no wording for this measure">
      <p>
        A form needs its questions, and those of {instrument.title} belong to the licence holder. Do you hold
        a licence? Then load your wording as a pack. Paper works without it.
      </p>
      <p className={cx(wellbeing.bar, styles.inNote)}>
        <LinkButton href={`/measures/${instrument.id}`}>Load a wording pack</LinkButton>
        <LinkButton href={`/rounds/${waveId}/paper`} variant="quiet">
          Use paper instead
        </LinkButton>
      </p>
    </Note>
  );
}
