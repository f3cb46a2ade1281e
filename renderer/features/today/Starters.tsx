import { FileUp, UserPlus, UsersRound } from 'lucide-react';
import { LinkButton } from '../../ui';
import styles from './today.module.css';

const cards = [
  {
    icon: UserPlus,
    title: 'Add people',
    text: 'Staff, volunteers, sessional and agency alike. A name, a role and a start date are enough.',
    href: '/people/new',
    label: 'Add a person',
  },
  {
    icon: FileUp,
    title: 'Bring in a spreadsheet',
    text: 'A CSV or Excel file from payroll or your own list. You see every row before anything is saved.',
    href: '/people/import',
    label: 'Choose a file',
  },
  {
    icon: UsersRound,
    title: 'Record a supervision',
    text: 'Who, when, what came up, what you agreed. It takes about two minutes.',
    href: '/supervision/new',
    label: 'Record one',
  },
] as const;

/** The first day: three ways to begin. */
export function Starters() {
  return (
    <div className={styles.starters}>
      {cards.map((card, index) => (
        <section key={card.href} className={styles.starter} aria-labelledby={`starter-${String(index)}`}>
          <card.icon aria-hidden="true" />
          <h2 id={`starter-${String(index)}`}>{card.title}</h2>
          <p>{card.text}</p>
          <LinkButton href={card.href} variant={index === 0 ? 'primary' : 'secondary'}>
            {card.label}
          </LinkButton>
        </section>
      ))}
    </div>
  );
}
