/** The part of a person's form that is about the work: contact with trauma in the role, where and when it is done. */
import {
  exposureLabels,
  exposures,
  siteTraitLabels,
  siteTraits,
  workPatternLabels,
  workPatterns,
} from '@shared/records/person/person';
import type { LocalDate } from '@shared/kernel/local-date';
import { Button, Chips, DateField, FormRow, Section, Segmented, Select, TextField } from '../../ui';
import { lineField, without, withText } from './form-lines';
import type { PersonFields, TextFieldOf } from './person-form';
import styles from './people.module.css';

export interface PersonPartProps {
  readonly fields: PersonFields;
  readonly set: (patch: Partial<PersonFields>) => void;
  readonly errorOf: (field: string) => string | undefined;
}

export function options<V extends string>(
  values: readonly V[],
  labels: Readonly<Record<V, string>>,
): { value: V; label: string }[] {
  return values.map((value) => ({ value, label: labels[value] }));
}

/** What every text field of this form shares. */
export function textOf({ fields, set, errorOf }: PersonPartProps, name: TextFieldOf<PersonFields>) {
  return {
    name,
    value: fields[name],
    error: errorOf(name),
    onChange: (value: string) => {
      set({ [name]: value });
    },
  };
}

export function PersonWork(props: PersonPartProps & { readonly serviceInterval: number }) {
  const { fields, set, serviceInterval } = props;
  return (
    <Section title="The work">
      <div className={styles.stack}>
        <Segmented
          name="frontFacing"
          label="Works with people who use the service"
          value={fields.frontFacing}
          onChange={(frontFacing) => {
            set({ frontFacing });
          }}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <Segmented
          name="exposure"
          label="Contact with trauma in this role"
          hint="About the role, never about the person’s own history"
          value={fields.exposure}
          onChange={(exposure) => {
            set({ exposure });
          }}
          options={options(exposures, exposureLabels)}
        />
        <FormRow>
          <Select
            {...textOf(props, 'workPattern')}
            label="When they work"
            isOptional
            options={[{ value: '', label: 'Not said' }, ...options(workPatterns, workPatternLabels)]}
          />
          <Select
            {...textOf(props, 'partTime')}
            label="Part-time"
            isOptional
            options={[
              { value: '', label: 'Worked out from the hours' },
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
          />
        </FormRow>
        <Chips
          name="siteTraits"
          label="Place of work"
          isOptional
          value={siteTraits.filter((each) => fields.siteTraits.includes(each))}
          onChange={(chosen) => {
            set({ siteTraits: chosen });
          }}
          options={options(siteTraits, siteTraitLabels)}
        />
        <FormRow>
          <TextField
            {...textOf(props, 'travelMinutes')}
            label="Travel to supervision"
            hint="One way, when it is held elsewhere"
            isOptional
            width="short"
            inputMode="numeric"
            unit="minutes"
          />
          <TextField
            {...textOf(props, 'supervisionIntervalDays')}
            label="Days between supervision"
            hint={`Leave empty for the service’s own rhythm: ${serviceInterval} days`}
            isOptional
            width="short"
            inputMode="numeric"
            unit="days"
          />
        </FormRow>
      </div>
    </Section>
  );
}

/** Long leave, earlier times here, and leaving: lists that are empty for most people. */
export function PersonTimes(props: PersonPartProps & { readonly today: LocalDate }) {
  const { fields, set, errorOf, today } = props;
  return (
    <>
      <Section title="Long leave">
        <div className={styles.stack}>
          <p className={styles.muted}>
            Four weeks or more, planned or under way. Dates only: there is no field for why.
          </p>
          {fields.leaveFirst.map((first, index) => (
            <div key={index} className={styles.line} role="group" aria-label={`Long leave ${index + 1}`}>
              <DateField
                name={lineField('leaveFirst', index)}
                label="First day of leave"
                value={first}
                error={errorOf(lineField('leaveFirst', index))}
                today={today}
                onChange={(text) => {
                  set({ leaveFirst: withText(fields.leaveFirst, index, text) });
                }}
              />
              <DateField
                name={lineField('leaveLast', index)}
                label="Last day of leave"
                isOptional
                value={fields.leaveLast[index] ?? ''}
                error={errorOf(lineField('leaveLast', index))}
                today={today}
                onChange={(text) => {
                  set({ leaveLast: withText(fields.leaveLast, index, text) });
                }}
              />
              <Button
                variant="quiet"
                size="small"
                aria-label={`Take away leave ${index + 1}`}
                onPress={() => {
                  set({
                    leaveFirst: without(fields.leaveFirst, index),
                    leaveLast: without(fields.leaveLast, index),
                  });
                }}
              >
                Take away
              </Button>
            </div>
          ))}
          <div>
            <Button
              size="small"
              onPress={() => {
                set({ leaveFirst: [...fields.leaveFirst, ''], leaveLast: [...fields.leaveLast, ''] });
              }}
            >
              {fields.leaveFirst.length === 0 ? 'Add long leave' : 'Add another'}
            </Button>
          </div>
        </div>
      </Section>
      <Section title="Here before">
        <div className={styles.stack}>
          <p className={styles.muted}>
            An earlier time in this service, for somebody who left and came back.
          </p>
          {fields.spellStart.map((start, index) => (
            <div key={index} className={styles.line} role="group" aria-label={`Earlier time ${index + 1}`}>
              <DateField
                name={lineField('spellStart', index)}
                label="Started then"
                value={start}
                error={errorOf(lineField('spellStart', index))}
                today={today}
                onChange={(text) => {
                  set({ spellStart: withText(fields.spellStart, index, text) });
                }}
              />
              <DateField
                name={lineField('spellLast', index)}
                label="Last day then"
                value={fields.spellLast[index] ?? ''}
                error={errorOf(lineField('spellLast', index))}
                today={today}
                onChange={(text) => {
                  set({ spellLast: withText(fields.spellLast, index, text) });
                }}
              />
              <TextField
                name={lineField('spellReason', index)}
                label="Leaving reason then"
                isOptional
                value={fields.spellReason[index] ?? ''}
                error={errorOf(lineField('spellReason', index))}
                onChange={(text) => {
                  set({ spellReason: withText(fields.spellReason, index, text) });
                }}
              />
              <Button
                variant="quiet"
                size="small"
                aria-label={`Take away earlier time ${index + 1}`}
                onPress={() => {
                  set({
                    spellStart: without(fields.spellStart, index),
                    spellLast: without(fields.spellLast, index),
                    spellReason: without(fields.spellReason, index),
                  });
                }}
              >
                Take away
              </Button>
            </div>
          ))}
          <div>
            <Button
              size="small"
              onPress={() => {
                set({
                  spellStart: [...fields.spellStart, ''],
                  spellLast: [...fields.spellLast, ''],
                  spellReason: [...fields.spellReason, ''],
                });
              }}
            >
              {fields.spellStart.length === 0 ? 'Add an earlier time' : 'Add another'}
            </Button>
          </div>
        </div>
      </Section>
      <Section title="When they leave">
        <div className={styles.stack}>
          <DateField
            {...textOf(props, 'lastDay')}
            label="Last day in post"
            hint="Leave empty while they are here"
            isOptional
            today={today}
          />
          {fields.lastDay.trim() !== '' && (
            <TextField
              {...textOf(props, 'leavingReason')}
              label="Leaving reason"
              hint="A few words, like resignation or end of contract. No health details"
              isOptional
              width="medium"
            />
          )}
        </div>
      </Section>
    </>
  );
}
