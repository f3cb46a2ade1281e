import { formatDate } from '@shared/kernel/local-date';
import type { ReadyPlan } from '@shared/records/ready-plan/ready-plan';
import { readyParts, type ReadyRow } from './ready-fields';
import styles from './ready.module.css';

/** The page for the wall: A4, black on white. */
export function ReadySheet(props: { readonly plan: ReadyPlan; readonly serviceName: string }) {
  const { plan, serviceName } = props;
  return (
    <article className={styles.paper}>
      <h1>When something hard happens</h1>
      <p>
        {serviceName === '' ? '' : `${serviceName}. `}Checked on {formatDate(plan.checkedOn)}.
        {plan.reviewOn !== null && ` Look again on ${formatDate(plan.reviewOn)}.`}
      </p>
      <p className={styles.paperFirst}>
        <b>Someone in danger: call 999.</b> Move people away. Nobody stays alone, and nobody goes home alone.
      </p>
      {readyParts.map((part) => {
        const rows: readonly ReadyRow[] = plan[part.list];
        if (rows.length === 0) return null;
        return (
          <section key={part.list}>
            <h2>{part.title}</h2>
            <table>
              <thead>
                <tr>
                  {part.columns.map(({ field, label }) => (
                    <th key={field} scope="col">
                      {label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row['id']}>
                    {part.columns.map(({ field }, index) =>
                      index === 0 ? (
                        <th key={field} scope="row">
                          {row[field]}
                        </th>
                      ) : (
                        <td key={field} data-field={field}>
                          {row[field]}
                        </td>
                      ),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        );
      })}
      {plan.note.trim() !== '' && (
        <section>
          <h2>Also good to know</h2>
          <p className={styles.paperNote}>{plan.note}</p>
        </section>
      )}
    </article>
  );
}
