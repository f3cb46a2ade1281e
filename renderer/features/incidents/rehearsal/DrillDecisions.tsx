import { notificationsFor } from '@shared/event-plans/notifications';
import type { MadeUpEvent } from '@shared/event-plans/rehearsal';
import type { EventPlan } from '@shared/records/event-plan/event-plan';
import { Segmented, Select } from '../../../ui';
import { rolesOf } from '../new-plan-values';
import type { DrillValues } from './drill-values';
import styles from './rehearsal.module.css';

interface PartProps {
  readonly plan: EventPlan;
  readonly values: DrillValues;
  readonly set: (change: Partial<DrillValues>) => void;
}

/** As in a real plan, folded away until somebody thinks of it. */
export function DrillOwners(props: PartProps & { readonly event: MadeUpEvent }) {
  const { plan, values, set, event } = props;
  return (
    <details className={styles.more}>
      <summary>Name who does what</summary>
      <div className={styles.owners}>
        {rolesOf(plan.steps).map((role) => (
          <Select
            key={role}
            name={`owner-${role}`}
            label={role}
            width="full"
            value={values.owners[role] ?? 'nobody'}
            onChange={(owner) => {
              set({ owners: { ...values.owners, [role]: owner } });
            }}
            options={[
              { value: 'nobody', label: 'Nobody yet' },
              ...event.people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        ))}
      </div>
    </details>
  );
}

export function DrillNotifications(props: PartProps) {
  const { plan, values, set } = props;
  const lines = notificationsFor({ ...plan, notifications: [] });
  return (
    <details className={styles.more}>
      <summary>Who may have to be told</summary>
      <ul className={styles.told}>
        {lines.map(({ item, limits }) => (
          <li key={item.id}>
            <Segmented
              name={`told-${item.id}`}
              label={item.title}
              hint={`${item.when} ${limits.map(({ sentence }) => sentence).join(' ')}`.trim()}
              value={values.notifications[item.id] ?? ''}
              onChange={(state) => {
                set({ notifications: { ...values.notifications, [item.id]: state } });
              }}
              options={[
                { value: 'notified', label: 'Would be told' },
                { value: 'does-not-apply', label: 'Does not apply' },
              ]}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
