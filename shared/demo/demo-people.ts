/** The people of Harbour Steps. Nobody here exists. */
import { type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';

const roles = {
  sm: { role: 'Service manager', frontFacing: false, exposure: 'indirect' },
  tl: { role: 'Team lead', frontFacing: true, exposure: 'indirect' },
  kw: { role: 'Key worker', frontFacing: true, exposure: 'frequent' },
  sw: { role: 'Support worker', frontFacing: true, exposure: 'frequent' },
  rp: { role: 'Recovery practitioner', frontFacing: true, exposure: 'direct' },
  np: { role: 'Nurse prescriber', frontFacing: true, exposure: 'direct' },
  rc: { role: 'Receptionist', frontFacing: true, exposure: 'indirect' },
  pv: { role: 'Peer volunteer', frontFacing: true, exposure: 'direct' },
} as const;
const teams = { hub: 'Recovery hub', out: 'Outreach' } as const;
const sites = { h: 'Harbour', n: 'North isles' } as const;
const terms = {
  perm: { engagement: 'staff', contract: 'permanent' },
  fixed: { engagement: 'staff', contract: 'fixed-term' },
  sess: { engagement: 'sessional', contract: 'other' },
  vol: { engagement: 'volunteer', contract: 'none' },
} as const;

type Row = readonly [
  name: string,
  role: keyof typeof roles,
  team: keyof typeof teams,
  site: keyof typeof sites,
  terms: keyof typeof terms,
  weeklyHours: number,
  startDate: string,
  lastDay?: string,
  leavingReason?: string,
];

/** Fourteen in post on the last day: eleven paid and three volunteers, in two teams. */
const rows: readonly Row[] = [
  ['Isla Drummond', 'sm', 'hub', 'h', 'perm', 37.5, '2017-08-14'],
  ['Torquil Baird', 'kw', 'hub', 'h', 'perm', 37.5, '2019-02-04'],
  ['Mhairi Laidlaw', 'kw', 'hub', 'h', 'perm', 30, '2020-10-12'],
  ['Ewan Petrie', 'sw', 'hub', 'h', 'perm', 37.5, '2021-06-07'],
  ['Ashna Rao', 'np', 'hub', 'h', 'perm', 30, '2019-11-25'],
  ['Lena Wojcik', 'rp', 'hub', 'h', 'sess', 18.75, '2025-06-16'],
  ['Freya Heddle', 'rc', 'hub', 'h', 'perm', 22.5, '2022-11-14'],
  ['Marta Nowak', 'pv', 'hub', 'h', 'vol', 6, '2024-04-15'],
  ['Rowan Sutherland', 'tl', 'out', 'h', 'perm', 37.5, '2020-01-13'],
  ['Malcolm Tait', 'kw', 'out', 'n', 'perm', 37.5, '2018-09-24'],
  ['Fraser Linklater', 'sw', 'out', 'n', 'fixed', 30, '2025-03-10'],
  ['Callan Dow', 'kw', 'out', 'h', 'perm', 37.5, '2025-11-03'],
  ['Hugh Scollay', 'pv', 'out', 'n', 'vol', 4, '2023-09-11'],
  ['Jean Pirie', 'pv', 'out', 'h', 'vol', 3, '2025-08-04'],
  // Left the service: six of the paid people within the hard year from June 2024 to May 2025.
  ['Alison Moncur', 'kw', 'hub', 'h', 'perm', 37.5, '2019-05-13', '2023-09-15', 'resignation'],
  ['Graeme Ness', 'kw', 'out', 'n', 'perm', 37.5, '2017-02-27', '2024-06-28', 'retirement'],
  ['Priya Menon', 'rp', 'hub', 'h', 'perm', 37.5, '2022-04-25', '2024-08-30', 'resignation'],
  ['Eilidh Purves', 'kw', 'hub', 'h', 'perm', 37.5, '2020-08-31', '2024-11-22', 'resignation'],
  ['Colin Bews', 'sw', 'out', 'h', 'perm', 37.5, '2021-11-08', '2025-01-24', 'resignation'],
  ['Tara Quigley', 'kw', 'hub', 'h', 'perm', 30, '2023-11-06', '2025-02-14', 'internal move out of service'],
  ['Ross Whyte', 'rp', 'out', 'h', 'perm', 37.5, '2022-08-15', '2025-05-30', 'resignation'],
  ['Shona Tennant', 'rp', 'out', 'h', 'sess', 22.5, '2024-10-07', '2025-09-30', 'end of contract'],
  ['Moira Leask', 'pv', 'hub', 'h', 'vol', 4, '2021-09-06', '2024-10-18', 'moved away'],
  ['Archie Loudon', 'pv', 'hub', 'h', 'vol', 4, '2022-05-09', '2025-06-27', 'moved away'],
];

/** What only some of them have. */
const details: Readonly<Record<string, Partial<Person>>> = {
  // Every five weeks, as her own page says.
  'Isla Drummond': { supervisionIntervalDays: 35 },
  'Ewan Petrie': {
    workPattern: 'rotating',
    earlierTeams: [{ team: teams.out, lastDay: toLocalDate('2024-03-31') }],
  },
  'Mhairi Laidlaw': {
    leaves: [{ firstDay: toLocalDate('2023-05-01'), lastDay: toLocalDate('2023-10-27') }],
  },
  'Lena Wojcik': {
    workPattern: 'evenings-weekends',
    partTime: true,
    earlierSpells: [
      {
        startDate: toLocalDate('2020-02-03'),
        lastDay: toLocalDate('2022-11-30'),
        leavingReason: 'end of contract',
      },
    ],
  },
  'Malcolm Tait': { siteTraits: ['rural', 'island', 'lone-working'], travelMinutes: 110 },
  'Hugh Scollay': { workPattern: 'evenings-weekends' },
};

/** In a fixed order: those in post first. Payroll numbers are made up as well. */
export function demoPeople(): readonly Person[] {
  return rows.map(
    ([name, role, team, site, term, weeklyHours, startDate, lastDay, leavingReason], index): Person => ({
      ...personDefaults,
      name,
      payrollNumber: String(30_411 + index * 7),
      ...roles[role],
      team: teams[team],
      site: sites[site],
      ...terms[term],
      ...(site === 'n' ? { siteTraits: ['rural', 'island'], travelMinutes: 95 } : {}),
      weeklyHours,
      startDate: toLocalDate(startDate),
      lastDay: lastDay === undefined ? null : toLocalDate(lastDay),
      leavingReason: leavingReason ?? '',
      // Volunteers and reception meet every twelve weeks here; everyone else as the service says.
      supervisionIntervalDays: role === 'pv' || role === 'rc' ? 84 : null,
      ...details[name],
    }),
  );
}

export function isInPost(person: Person, day: LocalDate): boolean {
  return person.startDate <= day && (person.lastDay === null || person.lastDay >= day);
}
