import { plainWords } from '../cells';
import { matchOf, type ImportTarget } from '../target';

/** The sum of all teams, written as if it were one more. */
export const everyTeam =
  /^(all|whole|entire|overall|total|sum)( (the )?(teams|staff|service|services|departments|units|sites|posts|organisation))?$/;

const keyOf = (team: string, month: string): string => `${plainWords(team)}|${month}`;

export const establishmentTarget: ImportTarget<'establishment'> = {
  id: 'establishment',
  kind: 'establishment',
  label: { one: 'establishment figure', many: 'establishment figures' },
  doubled: 'give the same team and month',
  columns: [
    {
      key: 'month',
      label: 'Month',
      isRequired: true,
      isDate: true,
      synonyms: ['period', 'month end', 'month ending', 'date', 'as at'],
    },
    {
      key: 'team',
      label: 'Team',
      isRequired: true,
      synonyms: ['department', 'service', 'unit', 'cost centre', 'organisation'],
    },
    {
      key: 'fundedWte',
      label: 'Funded posts (WTE)',
      isRequired: true,
      isNumber: true,
      synonyms: [
        'funded posts',
        'funded wte',
        'funded fte',
        'establishment',
        'funded establishment',
        'establishment wte',
        'establishment fte',
        'budgeted wte',
        'budgeted fte',
        'wte',
        'fte',
        'posts',
        'funded',
        'budget wte',
        'budget fte',
        'wte budget',
        'fte budget',
      ],
    },
  ],
  columnOfField: {},
  begin(context) {
    const byKey = new Map(
      context.existing.map((record) => [keyOf(record.value.team, record.value.month), record]),
    );
    return {
      read(reader) {
        if (reader.text('month') === '') reader.fail('month', 'The month is missing');
        const month = reader.month('month');
        const team = reader.requiredText('team');
        if (team !== null && everyTeam.test(plainWords(team)))
          reader.fail('team', 'This looks like the sum of all teams, so it was left out');
        if (reader.text('fundedWte') === '')
          reader.fail('fundedWte', 'The number of funded posts is missing');
        const fundedWte = reader.number('fundedWte');
        if (fundedWte !== null && (fundedWte < 0 || fundedWte > 5000))
          reader.fail('fundedWte', 'Use a number from 0 to 5,000');
        if (month === null || team === null || fundedWte === null) return null;
        return { patch: { month, team, fundedWte }, key: keyOf(team, month), weakKey: null };
      },
      match: ({ key }) => matchOf(byKey.get(key)),
      complete: (patch) => patch,
    };
  },
};
