import { useState } from 'react';
import { formatDate } from '@shared/kernel/local-date';
import { isHeld } from '@shared/retention/settings';
import { useToday } from '../../../platform';
import { useCareSettings } from '../../../records/use-care-settings';
import { Button, ComboBox, Form, Section, useGo, type FormProblem } from '../../../ui';
import { useRecords } from '../../../vault';
import styles from './care.module.css';

/** The way to erasing somebody before their time: it only leads to the page that shows what that means. */
export function EraseSomeone() {
  const people = useRecords('person');
  const today = useToday();
  const go = useGo();
  const { settings } = useCareSettings();
  const [person, setPerson] = useState<string | null>(null);
  const [errors, setErrors] = useState<readonly FormProblem[]>([]);
  const options = people
    .flatMap(({ id, value }) =>
      value.lastDay !== null && value.lastDay < today && !isHeld(settings, id)
        ? [{ value: id, label: value.name, detail: `Left ${formatDate(value.lastDay)}` }]
        : [],
    )
    .sort((left, right) => left.label.localeCompare(right.label, 'en-GB'));
  return (
    <Section title="Erase someone before their time">
      {options.length === 0 ? (
        <p className={styles.small}>
          Nobody who left is on the list, or all of them are on hold. Set the last day of somebody who left
          first.
        </p>
      ) : (
        <Form
          aria-label="Erase someone before their time"
          errors={errors}
          onSubmit={() => {
            setErrors(person === null ? [{ field: 'leaver', message: 'Choose who it is' }] : []);
            if (person !== null) go(`/settings/keeping/erase/${person}`);
          }}
        >
          <p className={styles.small}>
            When somebody who left has asked for it and that was agreed, or when they were recorded in error.
            The next page shows what would go. Nothing is done yet.
          </p>
          <div className={styles.filters}>
            <div className={styles.filterBox}>
              <ComboBox
                label="Who left"
                name="leaver"
                value={person}
                onChange={setPerson}
                options={options}
                error={errors.find(({ field }) => field === 'leaver')?.message}
              />
            </div>
            <Button type="submit">Look at what would go</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
