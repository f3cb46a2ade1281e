import { TextLink } from '../../../ui';
import styles from './ready.module.css';
import { useReadyPlan } from './use-ready-plan';

/** The service's own numbers, for the moment in which somebody is not safe. Shown first, before anything is asked. */
export function OwnContacts() {
  const plan = useReadyPlan()?.value;
  const rows = [
    ...(plan?.onCall ?? []).map(({ id, when, who, phone }) => ({
      id,
      what: `On call: ${when}`,
      who,
      phone,
      hours: '',
    })),
    ...(plan?.contacts ?? []).map(({ id, role, who, phone, hours }) => ({
      id,
      what: role,
      who,
      phone,
      hours,
    })),
  ].filter(({ phone, who }) => phone !== '' || who !== '');
  if (rows.length === 0) {
    return (
      <p>
        Your own numbers are not written down yet.{' '}
        <TextLink href="~/incidents/ready/edit">Make the ready plan</TextLink> on a quiet day.
      </p>
    );
  }
  return (
    <dl className={styles.numbers} aria-label="Your own contacts">
      {rows.map(({ id, what, who, phone, hours }) => (
        <div key={id}>
          <dt>{what}</dt>
          <dd>
            {phone !== '' && <strong className={styles.phone}>{phone}</strong>}
            <span className={styles.small}>{[who, hours].filter((part) => part !== '').join('. ')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
