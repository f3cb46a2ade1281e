/** The parts of the agreement's form: how it runs, and what stays between the two. */
import { confidentialityLimitLabels, confidentialityLimits } from '@shared/records/agreement/agreement';
import { meetingModeLabels, meetingModes } from '@shared/records/supervision-parts';
import { standingWords } from '@shared/supervision/standing-words';
import { Button, Chips, Note, Segmented, TextField } from '../../../ui';
import styles from '../supervision.module.css';
import { kindOf, lengthChoices, rhythmChoices, type AgreementFields } from './agreement-form';

export interface AgreementPartProps {
  readonly fields: AgreementFields;
  readonly set: (patch: Partial<AgreementFields>) => void;
  readonly errorAt: (field: string) => string | undefined;
}

const otherChoice = { value: 'other', label: 'Other' };

function Line(
  props: AgreementPartProps & {
    readonly name:
      'agendaRight' | 'cancellations' | 'whatIsWritten' | 'whoMayRead' | 'disagreementRoute' | 'thirdParty';
    readonly label: string;
  },
) {
  const { fields, set, errorAt, name, label } = props;
  return (
    <TextField
      name={name}
      label={label}
      isOptional
      multiline
      rows={2}
      value={fields[name]}
      error={errorAt(name)}
      onChange={(text) => set({ [name]: text })}
    />
  );
}

export function HowItRuns(props: AgreementPartProps) {
  const { fields, set, errorAt } = props;
  return (
    <div className={styles.part}>
      <h2>How it runs</h2>
      <Segmented
        name="rhythm"
        label="A meeting every"
        value={fields.rhythm}
        onChange={(rhythm) => set({ rhythm })}
        options={[
          ...rhythmChoices.map((value) => ({
            value,
            label: `${Number(value) / 7} weeks`,
          })),
          otherChoice,
        ]}
      />
      {fields.rhythm === 'other' && (
        <TextField
          name="otherDays"
          label="Days between two meetings"
          width="short"
          unit="days"
          inputMode="numeric"
          value={fields.otherDays}
          error={errorAt('otherDays')}
          onChange={(otherDays) => set({ otherDays })}
        />
      )}
      <Segmented
        name="minutes"
        label="Minutes each time"
        value={fields.minutes}
        onChange={(minutes) => set({ minutes })}
        options={[...lengthChoices.map((value) => ({ value, label: value })), otherChoice]}
      />
      {fields.minutes === 'other' && (
        <TextField
          name="otherMinutes"
          label="How many minutes"
          width="short"
          unit="minutes"
          inputMode="numeric"
          value={fields.otherMinutes}
          error={errorAt('otherMinutes')}
          onChange={(otherMinutes) => set({ otherMinutes })}
        />
      )}
      <Segmented
        name="mode"
        label="How you meet"
        isOptional
        value={fields.mode}
        onChange={(mode) => set({ mode })}
        options={meetingModes.map((value) => ({
          value,
          label: meetingModeLabels[value],
        }))}
      />
      <TextField
        name="place"
        label="Where"
        hint="A room where you are not overheard."
        isOptional
        value={fields.place}
        error={errorAt('place')}
        onChange={(place) => set({ place })}
      />
      <Line {...props} name="agendaRight" label="Who sets the agenda" />
      <Line {...props} name="cancellations" label="When one of you cannot come" />
    </div>
  );
}

export function WhatStays(props: AgreementPartProps) {
  const { fields, set, errorAt } = props;
  const words = standingWords(kindOf(fields));
  const isStanding = (Object.keys(words) as (keyof typeof words)[]).every(
    (key) => fields[key] === words[key],
  );
  return (
    <div className={styles.part}>
      <h2>What stays between you</h2>
      {isStanding && (
        <Note kind="plain">These are standing words to start from. Change what does not fit the two.</Note>
      )}
      <TextField
        name="confidentiality"
        label="What stays between the two"
        multiline
        rows={5}
        value={fields.confidentiality}
        error={errorAt('confidentiality')}
        onChange={(confidentiality) => set({ confidentiality })}
      />
      <Chips
        name="limits"
        label="Where that ends"
        hint="Said before the first session, so that nobody has to guess."
        value={fields.limits}
        error={errorAt('limits')}
        onChange={(limits) => set({ limits })}
        options={confidentialityLimits.map((value) => ({
          value,
          label: confidentialityLimitLabels[value],
        }))}
      />
      <Line {...props} name="whatIsWritten" label="What is written down" />
      <Line {...props} name="whoMayRead" label="Who may read it" />
      <Line {...props} name="disagreementRoute" label="When you disagree" />
      <Line {...props} name="thirdParty" label="Somebody else to turn to" />
      {!isStanding && (
        <Button variant="quiet" size="small" onPress={() => set(words)}>
          Put the standing words back
        </Button>
      )}
    </div>
  );
}
