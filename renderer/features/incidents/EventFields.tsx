import { useState } from 'react';
import type { LocalDate } from '@shared/kernel/local-date';
import { eventTypeLabels, eventTypes } from '@shared/records/event-plan/event-plan';
import { Button, Select, TextField } from '../../ui';
import styles from './incidents.module.css';
import startStyles from './quick-start.module.css';
import type { NewPlanValues } from './new-plan-values';
import type { TemplateChoice } from './use-templates';
import { WhenFields } from './WhenFields';

export interface EventFieldsProps {
  readonly values: NewPlanValues;
  readonly set: (change: Partial<NewPlanValues>) => void;
  readonly errorOf: (field: string) => string | undefined;
  readonly today: LocalDate;
  readonly choice: TemplateChoice;
}

/** What happened, when, and one line of facts. */
export function EventFields(props: EventFieldsProps) {
  const { values, set, errorOf, today, choice } = props;
  const [hasDetail, setHasDetail] = useState(values.detail !== '');
  const isStrain = values.eventType === 'cumulative-strain';
  return (
    <>
      <Select
        name="eventType"
        label="What happened?"
        value={values.eventType}
        onChange={(picked) => {
          set({
            eventType: eventTypes.find((each) => each === picked) ?? '',
            templateId: '',
            stepChanges: {},
          });
        }}
        options={eventTypes.map((value) => ({ value, label: eventTypeLabels[value] }))}
        error={errorOf('eventType')}
        width="full"
      />
      {choice.offered.length > 1 && (
        <Select
          name="templateId"
          label="Template"
          value={choice.template.id}
          onChange={(templateId) => {
            set({ templateId, stepChanges: {} });
          }}
          options={choice.offered.map(({ id, title, version }) => ({
            value: id,
            label: `${title}, version ${version}`,
          }))}
          width="full"
        />
      )}
      <WhenFields
        values={values}
        set={set}
        errorOf={errorOf}
        today={today}
        dayHint={isStrain ? 'The day on which it was named' : undefined}
      />
      <TextField
        name="facts"
        label="The facts, in one line"
        hint="No names of people who use the service. Only what you know."
        isOptional
        value={values.facts}
        onChange={(facts) => {
          set({ facts });
        }}
      />
      {hasDetail ? (
        <TextField
          name="detail"
          label="More detail"
          hint="Facts only. How people feel is not written down here."
          isOptional
          multiline
          rows={4}
          autoFocus={values.detail === ''}
          value={values.detail}
          onChange={(detail) => {
            set({ detail });
          }}
          error={errorOf('detail')}
        />
      ) : (
        <div className={startStyles.tight}>
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              setHasDetail(true);
            }}
          >
            Add more detail
          </Button>
          <span className={styles.small}> You can add this later.</span>
        </div>
      )}
    </>
  );
}
