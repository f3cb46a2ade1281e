import { useId } from 'react';
import type { Construct, LicenceUse } from '@shared/instruments/instrument';
import { Checkbox, Chips, FormRow, Select, Sheet, TextField } from '../../../ui';
import { constructWords, licenceWords, minutesText } from './measure-words';
import styles from './measures.module.css';

export interface Wish {
  readonly constructs: readonly Construct[];
  /** Minutes, or empty for any. */
  readonly atMost: string;
  /** None chosen: all terms are fine. */
  readonly licences: readonly LicenceUse[];
  readonly withNorms: boolean;
  readonly people: string;
}

const minuteChoices = [1, 2, 3, 5, 10] as const;
const constructs = Object.keys(constructWords) as Construct[];
const licences = Object.keys(licenceWords) as LicenceUse[];

/** What the service is after. Nothing is sent: the list below follows each change. */
export function Chooser(props: {
  readonly wish: Wish;
  readonly onChange: (patch: Partial<Wish>) => void;
  readonly peopleNow: number;
}) {
  const { wish, onChange, peopleNow } = props;
  const heading = useId();
  return (
    <Sheet pad>
      <section aria-labelledby={heading} className={styles.chooser}>
        <h2 id={heading}>What you are after</h2>
        <FormRow>
          <TextField
            label="People you would ask"
            name="people"
            inputMode="numeric"
            width="short"
            hint={`${peopleNow} are in post on your list.`}
            value={wish.people}
            onChange={(people) => {
              onChange({ people });
            }}
          />
          <Select
            label="Takes at most"
            name="atMost"
            hint="For each person, each time."
            value={wish.atMost}
            onChange={(atMost) => {
              onChange({ atMost });
            }}
            options={[
              { value: '', label: 'Any length' },
              ...minuteChoices.map((minutes) => ({ value: String(minutes), label: minutesText(minutes) })),
            ]}
          />
        </FormRow>
        <Chips
          label="About"
          name="constructs"
          hint="None chosen: whatever it is about."
          value={wish.constructs}
          onChange={(chosen) => {
            onChange({ constructs: chosen });
          }}
          options={constructs.map((value) => ({ value, label: constructWords[value] }))}
        />
        <details className={styles.more}>
          <summary>Licence and norms</summary>
          <div className={styles.moreBody}>
            <Chips
              label="Licence terms that are fine"
              name="licences"
              hint="None chosen: all are."
              value={wish.licences}
              onChange={(chosen) => {
                onChange({ licences: chosen });
              }}
              options={licences.map((value) => ({ value, label: licenceWords[value] }))}
            />
            <Checkbox
              name="withNorms"
              isSelected={wish.withNorms}
              onChange={(withNorms) => {
                onChange({ withNorms });
              }}
            >
              Only with published values to set a group beside
            </Checkbox>
          </div>
        </details>
      </section>
    </Sheet>
  );
}
