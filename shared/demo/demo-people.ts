/** The people of Harbour Steps. Nobody here exists. */
import { type LocalDate, toLocalDate } from '@shared/kernel/local-date';
import { personDefaults, type Person } from '@shared/records/person/person';

const roles = {
  kw: { role: 'Key worker', frontFacing: true, exposure: 'frequent' },
  sw: { role: 'Support worker', frontFacing: true, exposure: 'frequent' },
  rp: { role: 'Recovery practitioner', frontFacing: true, exposure: 'direct' },
  np: { role: 'Nurse prescriber', frontFacing: true, exposure: 'direct' },
  tl: { role: 'Team lead', frontFacing: true, exposure: 'indirect' },
  ad: { role: 'Administrator', frontFacing: false, exposure: 'indirect' },
  rc: { role: 'Receptionist', frontFacing: true, exposure: 'indirect' },
  pv: { role: 'Peer volunteer', frontFacing: true, exposure: 'direct' },
} as const;
const teams = { hub: 'Recovery hub', out: 'Outreach' } as const;
const sites = { h: 'Harbour', m: 'Main Street', n: 'North isles' } as const;
const terms = {
  perm: { engagement: 'staff', contract: 'permanent' },
  fixed: { engagement: 'staff', contract: 'fixed-term' },
  sess: { engagement: 'sessional', contract: 'other' },
  agency: { engagement: 'agency', contract: 'other' },
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

const rows: readonly Row[] = [
  ['Isla Drummond', 'tl', 'hub', 'h', 'perm', 37.5, '2017-08-14'],
  ['Torquil Baird', 'kw', 'hub', 'h', 'perm', 37.5, '2019-02-04'],
  ['Mhairi Laidlaw', 'kw', 'hub', 'h', 'perm', 30, '2020-10-12'],
  ['Ewan Petrie', 'sw', 'hub', 'h', 'perm', 37.5, '2021-06-07'],
  ['Sorcha Gillies', 'sw', 'hub', 'm', 'perm', 22.5, '2018-03-19'],
  ['Niall Cruickshank', 'rp', 'hub', 'm', 'perm', 37.5, '2022-01-10'],
  ['Ashna Rao', 'np', 'hub', 'h', 'perm', 30, '2019-11-25'],
  ['Bethan Kerr', 'kw', 'hub', 'm', 'fixed', 37.5, '2024-05-06'],
  ['Gavin Sinclair', 'sw', 'hub', 'h', 'perm', 37.5, '2024-09-02'],
  ['Lena Wojcik', 'rp', 'hub', 'h', 'perm', 18.75, '2023-08-21'],
  ['Duncan Meikle', 'ad', 'hub', 'h', 'perm', 30, '2016-04-11'],
  ['Freya Heddle', 'rc', 'hub', 'h', 'perm', 22.5, '2022-11-14'],
  ['Kirsty Abernethy', 'sw', 'hub', 'm', 'perm', 30, '2025-06-16'],
  ['Callan Dow', 'kw', 'hub', 'h', 'perm', 37.5, '2025-11-03'],
  ['Rowan Sutherland', 'tl', 'out', 'm', 'perm', 37.5, '2020-01-13'],
  ['Malcolm Tait', 'kw', 'out', 'n', 'perm', 37.5, '2018-09-24'],
  ['Ruth Inglis', 'kw', 'out', 'm', 'perm', 30, '2021-03-29'],
  ['Samira Haddad', 'np', 'out', 'm', 'perm', 37.5, '2023-02-06'],
  ['Fraser Linklater', 'sw', 'out', 'n', 'perm', 37.5, '2022-06-20'],
  ['Shona Tennant', 'rp', 'out', 'm', 'perm', 22.5, '2024-02-19'],
  ['Jamie Rintoul', 'sw', 'out', 'm', 'fixed', 37.5, '2025-03-10'],
  ['Orla Mainland', 'kw', 'out', 'n', 'sess', 15, '2023-10-02'],
  ['Peter Achebe', 'sw', 'out', 'm', 'sess', 18.75, '2024-11-18'],
  ['Wendy Strachan', 'np', 'out', 'n', 'agency', 37.5, '2026-01-12'],
  ['Archie Loudon', 'pv', 'hub', 'h', 'vol', 4, '2022-05-09'],
  ['Marta Nowak', 'pv', 'hub', 'm', 'vol', 6, '2024-04-15'],
  ['Hugh Scollay', 'pv', 'out', 'n', 'vol', 4, '2023-09-11'],
  ['Jean Pirie', 'pv', 'out', 'm', 'vol', 3, '2025-08-04'],
  // Left the service.
  ['Alison Moncur', 'kw', 'hub', 'h', 'perm', 37.5, '2019-05-13', '2023-09-15', 'resignation'],
  ['Craig Halcrow', 'sw', 'hub', 'm', 'fixed', 37.5, '2022-10-03', '2023-12-31', 'end of contract'],
  ['Jess Tulloch', 'sw', 'out', 'm', 'perm', 30, '2021-01-18', '2024-03-08', 'resignation'],
  ['Graeme Ness', 'kw', 'out', 'n', 'perm', 37.5, '2017-02-27', '2024-06-28', 'retirement'],
  ['Priya Menon', 'rp', 'hub', 'h', 'perm', 37.5, '2022-04-25', '2024-08-30', 'resignation'],
  ['Donald Kinnear', 'sw', 'hub', 'h', 'agency', 37.5, '2024-01-08', '2024-09-06', 'end of contract'],
  ['Eilidh Purves', 'kw', 'hub', 'm', 'perm', 37.5, '2020-08-31', '2024-11-22', 'resignation'],
  ['Colin Bews', 'sw', 'out', 'm', 'perm', 37.5, '2021-11-08', '2025-01-24', 'resignation'],
  ['Tara Quigley', 'kw', 'hub', 'h', 'perm', 30, '2023-05-22', '2025-02-14', 'internal move out of service'],
  ['Ross Whyte', 'rp', 'out', 'm', 'perm', 37.5, '2022-08-15', '2025-05-30', 'resignation'],
  ['Nuala Garrioch', 'sw', 'hub', 'h', 'fixed', 22.5, '2024-07-01', '2025-09-30', 'end of contract'],
  ['Stuart Flett', 'kw', 'out', 'm', 'perm', 37.5, '2023-04-17', '2026-01-30', 'resignation'],
  ['Moira Leask', 'pv', 'hub', 'h', 'vol', 4, '2021-09-06', '2024-10-18', 'moved away'],
];

/** What only some of them have. */
const details: Readonly<Record<string, Partial<Person>>> = {
  'Ewan Petrie': { workPattern: 'rotating' },
  'Gavin Sinclair': {
    workPattern: 'evenings-weekends',
    earlierTeams: [{ team: teams.out, lastDay: toLocalDate('2025-03-31') }],
  },
  'Lena Wojcik': { workPattern: 'evenings-weekends', partTime: true },
  'Malcolm Tait': { siteTraits: ['rural', 'island', 'lone-working'], travelMinutes: 110 },
  'Hugh Scollay': { workPattern: 'evenings-weekends' },
  'Peter Achebe': { contract: 'bank', workPattern: 'nights' },
  'Orla Mainland': { contract: 'zero-hours' },
  'Ruth Inglis': {
    leaves: [{ firstDay: toLocalDate('2024-09-02'), lastDay: toLocalDate('2025-03-28') }],
  },
  'Kirsty Abernethy': {
    earlierSpells: [
      {
        startDate: toLocalDate('2020-02-03'),
        lastDay: toLocalDate('2022-11-30'),
        leavingReason: 'end of contract',
      },
    ],
  },
};

/** In a fixed order: those in post first. Numbers are made up as well. */
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
      // Volunteers and the front office meet every twelve weeks here; everyone else as the service says.
      supervisionIntervalDays: role === 'pv' || role === 'ad' || role === 'rc' ? 84 : null,
      ...details[name],
    }),
  );
}

export function isInPost(person: Person, day: LocalDate): boolean {
  return person.startDate <= day && (person.lastDay === null || person.lastDay >= day);
}
