import { isKeyConfirmed } from '@shared/instruments/evidence';
import type { Instrument } from '@shared/instruments/instrument';
import { useMeasures } from '../../../records/use-measures';
import { TextLink } from '../../../ui';
import { cautionWords, itemsText, minutesText } from './measure-words';
import { useFormWording } from '../use-form-wording';
import styles from '../wellbeing.module.css';

/** What somebody should know of a measure before a round is opened with it. */
export function MeasureFacts(props: { readonly instrument: Instrument }) {
  const { instrument } = props;
  const { confirmed } = useMeasures();
  const wording = useFormWording(instrument);
  return (
    <div className={styles.facts}>
      <strong>{instrument.title}</strong>
      <span>{instrument.about}</span>
      <span>
        {itemsText(instrument.itemCount)}, about {minutesText(instrument.minutes)} a person.
      </span>
      {!instrument.isValidated && <span>{cautionWords['not-validated']}.</span>}
      {!isKeyConfirmed(instrument, confirmed) && <span>{cautionWords['check-key']}.</span>}
      <span>Licence: {instrument.licenceNote}</span>
      <span>
        {wording === undefined
          ? 'Wording:'
          : wording === null
            ? 'Wording: none is held. People answer on your own licensed copy of the form.'
            : 'Wording: held here, so people can answer on a form that Steading makes.'}
      </span>
      <span>
        <TextLink href={`/measures/${instrument.id}`}>All about this measure</TextLink>
        {' · '}
        <TextLink href="/measures">Choose by what it is about</TextLink>
      </span>
    </div>
  );
}
