/** Which help page fits the page that is open: F1 leads there. The first line that fits counts. */

const fits: readonly (readonly [RegExp, string])[] = [
  [/^\/today\/habits/, 'own-habits'],
  [/^\/today/, 'today'],
  [/^\/people\/team\/training/, 'training-plan'],
  [/^\/people\/team/, 'team-life'],
  [/^\/people\/(requests|recorded)/, 'requests'],
  [/^\/people\/merge/, 'same-person'],
  [/^\/people\/process|^\/people\/[^/]+\/process/, 'process'],
  [/^\/people/, 'people'],
  [/^\/supervision\/(access|assignments|facilitators)/, 'access'],
  [/^\/supervision\/agreements/, 'agreements'],
  [/^\/supervision\/(groups|sittings)/, 'groups'],
  [/^\/supervision\/import|^\/workforce\/(bring-in|brought-in)/, 'import'],
  [/^\/supervision/, 'supervision'],
  [/^\/incidents\/(ready|rehearsal|templates)/, 'ready'],
  [/^\/incidents/, 'incident'],
  [/^\/wellbeing\/measures/, 'measures'],
  [/^\/wellbeing\/plans/, 'wellbeing-plans'],
  [/^\/wellbeing\/rounds\/[^/]+\/(survey|letter|hand-over|paper|table)/, 'replies'],
  [/^\/wellbeing\/rounds/, 'results'],
  [/^\/wellbeing/, 'wellbeing'],
  [/^\/workforce\/posts/, 'vacancies'],
  [/^\/workforce\/outside/, 'outside'],
  [/^\/workforce\/policies/, 'policies'],
  [/^\/workforce\/(teams|notes|together|staying)/, 'teams'],
  [/^\/workforce\/(absences|by-hand)/, 'figures-in'],
  [/^\/workforce/, 'workforce'],
  [/^\/actions\/readiness/, 'readiness'],
  [/^\/actions/, 'actions'],
  [/^\/spaces\/resources/, 'resources'],
  [/^\/spaces\/settings/, 'room-pictures'],
  [/^\/spaces\/checks|^\/spaces\/[^/]+\/check/, 'site-check'],
  [/^\/spaces/, 'rooms'],
  [/^\/reports\/(rows|together)|^\/reports\/make\/service-bundle/, 'sharing'],
  [/^\/reports/, 'report'],
  [/^\/settings\/(passphrase|recovery-kit)/, 'passphrase'],
  [/^\/settings\/(backups|deleted|keeping|safety|log)/, 'keeping'],
  [/^\/settings\/reminders/, 'reminders'],
  [/^\/settings\/leaving/, 'report'],
  [/^\/settings/, 'settings'],
  [/^\/help\/keyboard/, 'keys'],
];

/** Null: nothing fits closer than the list of all pages. */
export function helpFor(route: string): string | null {
  return fits.find(([pattern]) => pattern.test(route))?.[1] ?? null;
}
