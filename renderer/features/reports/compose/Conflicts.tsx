import type { DecidedReport, HiddenFigure } from '@shared/reports/decide';
import { Button, Note } from '../../../ui';
import styles from '../reports.module.css';
import type { ReportFields } from './report-form';

/**
 * What was given out before, together with this report, would tell of few people: each such number, why, and the three
 * ways on. Nothing is saved before each has been dealt with.
 */
export function Conflicts(props: {
  readonly decided: DecidedReport;
  readonly fields: ReportFields;
  readonly onChange: (patch: Partial<ReportFields>) => void;
}) {
  const { decided, fields, onChange } = props;
  const blocked = openConflicts(decided);
  if (blocked.length === 0) return null;
  const longer = fields.months === '12' ? '24' : '36';
  const isByTeam = blocked.some(({ tableId }) => tableId === 'teams');
  return (
    <Note
      kind="caution"
      title={
        blocked.length === 1
          ? 'One number cannot leave beside earlier ones'
          : `${blocked.length} numbers cannot leave beside earlier ones`
      }
    >
      <p>
        Whoever has what was given out before could take one from the other, and what is left would be about a
        few people.
      </p>
      <ul className={styles.conflicts}>
        {blocked.map(({ key, tableTitle, rowLabel }) => (
          <li key={key}>
            <strong>{rowLabel}</strong> in “{tableTitle}”
          </li>
        ))}
      </ul>
      <p>There are three ways on.</p>
      <ol className={styles.ways}>
        <li>
          {isByTeam && !fields.mergesTeams ? (
            <Button onPress={() => onChange({ mergesTeams: true })}>Put small teams together</Button>
          ) : (
            'Put groups together. Here nothing more can be: it is of everybody already.'
          )}
        </li>
        <li>
          {fields.months === '36' ? (
            'Cover a longer time. It covers three years already.'
          ) : (
            <Button onPress={() => onChange({ months: longer })}>
              {fields.months === '12' ? 'Cover two years' : 'Cover three years'}
            </Button>
          )}
        </li>
        <li>
          <Button
            onPress={() => {
              const keys = blocked.flatMap(({ key }) => key ?? []);
              onChange({ leftOut: [...new Set([...fields.leftOut, ...keys])] });
            }}
          >
            Leave {blocked.length === 1 ? 'it' : 'them'} out
          </Button>
        </li>
      </ol>
    </Note>
  );
}

export function openConflicts(decided: DecidedReport): HiddenFigure[] {
  return decided.hidden.filter(({ isBlocked, isLeftOut }) => isBlocked && !isLeftOut);
}
