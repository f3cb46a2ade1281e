/**
 * Every page of the app, and every state of a page that a person can bring about, for the specs that walk all of
 * them. Ids are read from the pages, because the app makes new ones each time.
 */
import { expect, type Page } from '@playwright/test';
import type { AppHost } from '../fixtures.js';

export interface Stop {
  /** In a failure: where it was. */
  readonly what: string;
  readonly path: string;
  /** What has to be done there to see it. */
  readonly act?: (page: Page) => Promise<void>;
}

export const places: readonly (Stop & { readonly title: string })[] = [
  { what: 'Today', path: '/today', title: 'Today' },
  { what: 'People', path: '/people', title: 'People' },
  { what: 'Supervision', path: '/supervision', title: 'Supervision' },
  { what: 'Incidents', path: '/incidents', title: 'Incidents' },
  { what: 'Wellbeing', path: '/wellbeing', title: 'Wellbeing' },
  { what: 'Workforce', path: '/workforce', title: 'Workforce' },
  { what: 'Actions', path: '/actions', title: 'Actions' },
  { what: 'Spaces', path: '/spaces', title: 'Spaces' },
  { what: 'Reports', path: '/reports', title: 'Reports' },
  { what: 'Help', path: '/help', title: 'Help' },
  { what: 'Settings', path: '/settings', title: 'Settings' },
];

const fixedPages: readonly Stop[] = [
  { what: 'Your own habits', path: '/today/habits' },
  { what: 'Add a person', path: '/people/new' },
  { what: 'Bring in people', path: '/people/import' },
  { what: 'Here twice', path: '/people/merge' },
  { what: 'Requests for a copy', path: '/people/requests' },
  { what: 'Note a request', path: '/people/requests/new' },
  { what: 'Record supervision', path: '/supervision/new' },
  { what: 'All sessions', path: '/supervision/sessions' },
  { what: 'Bring in sessions', path: '/supervision/import' },
  { what: 'Access to supervision', path: '/supervision/access' },
  { what: 'Who supervises whom', path: '/supervision/assignments' },
  { what: 'Name a supervisor', path: '/supervision/assignments/new' },
  { what: 'Agreements', path: '/supervision/agreements' },
  { what: 'New agreement', path: '/supervision/agreements/new' },
  { what: 'Supervisors', path: '/supervision/facilitators' },
  { what: 'Add a supervisor', path: '/supervision/facilitators/new' },
  { what: 'Reflective groups', path: '/supervision/groups' },
  { what: 'New reflective group', path: '/supervision/groups/new' },
  { what: 'New incident plan', path: '/incidents/new' },
  { what: 'Month of incident plans', path: '/incidents/month' },
  { what: 'A month with much in it', path: '/incidents/month/2026-03' },
  { what: 'Events per person', path: '/incidents/exposure' },
  { what: 'Ready plan', path: '/incidents/ready' },
  { what: 'Change the ready plan', path: '/incidents/ready/edit' },
  { what: 'Plan templates', path: '/incidents/templates' },
  { what: 'A plan template', path: '/incidents/templates/suicide' },
  { what: 'Rehearsal', path: '/incidents/rehearsal' },
  { what: 'A drill', path: '/incidents/rehearsal/drill/7' },
  { what: 'Figures by hand', path: '/workforce/by-hand' },
  { what: 'New round', path: '/wellbeing/new' },
  { what: 'New round of a measure', path: '/wellbeing/new/pulse' },
  { what: 'Measures', path: '/wellbeing/measures' },
  { what: 'A measure to check', path: '/wellbeing/measures/uwes9' },
  { what: 'A measure for clinicians', path: '/wellbeing/measures/mios' },
  { what: 'A measure in our own words', path: '/wellbeing/measures/pulse' },
  { what: 'Compose a measure', path: '/wellbeing/measures/new' },
  { what: 'Compose a measure from a copy', path: '/wellbeing/measures/new/pulse' },
  { what: 'Team conversations', path: '/people/team/conversations' },
  { what: 'Record a conversation', path: '/people/team/conversations/new' },
  { what: 'You said, we did', path: '/people/team/said' },
  { what: 'Training plan', path: '/people/team/training' },
  { what: 'Start a training plan', path: '/people/team/training/new' },
  { what: 'New action', path: '/actions/new' },
  { what: 'Readiness', path: '/actions/readiness' },
  { what: 'Begin a readiness check', path: '/actions/readiness/new' },
  { what: 'A figure', path: '/workforce/figures/sickness-days' },
  { what: 'A figure over 12 months', path: '/workforce/figures/turnover-average' },
  { what: 'A figure of shares', path: '/workforce/figures/breaks' },
  { what: 'Days between incidents', path: '/workforce/figures/incidents' },
  { what: 'Bring in figures', path: '/workforce/bring-in' },
  { what: 'Bring in absences', path: '/workforce/bring-in/absences' },
  { what: 'Bring in leavers', path: '/workforce/bring-in/leavers' },
  { what: 'Bring in time to practise', path: '/workforce/bring-in/practice-time' },
  { what: 'Brought in', path: '/workforce/brought-in' },
  { what: 'Teams', path: '/workforce/teams' },
  { what: 'Side by side', path: '/workforce/together' },
  { what: 'Staying', path: '/workforce/staying' },
  { what: 'Notes on the figures', path: '/workforce/notes' },
  { what: 'Away from work', path: '/workforce/absences' },
  { what: 'Log an absence', path: '/workforce/absences/new' },
  { what: 'Vacancies', path: '/workforce/posts' },
  { what: 'Add a vacancy', path: '/workforce/posts/new' },
  { what: 'Outside our control', path: '/workforce/outside' },
  { what: 'Raise an issue', path: '/workforce/outside/new' },
  { what: 'Policy reviews', path: '/workforce/policies' },
  { what: 'Add a policy review', path: '/workforce/policies/new' },
  { what: 'Add a site', path: '/spaces/new' },
  { what: 'Resources', path: '/spaces/resources' },
  { what: 'Add a resource', path: '/spaces/resources/new' },
  { what: 'Pictures of rooms', path: '/spaces/settings' },
  { what: 'Board summary', path: '/reports/make/board-summary' },
  { what: 'Team summary', path: '/reports/make/team-summary' },
  { what: 'Given out elsewhere', path: '/reports/given' },
  { what: 'A figure given out elsewhere', path: '/reports/given/new' },
  { what: 'A help page', path: '/help/supervision' },
  { what: 'Keyboard', path: '/help/keyboard' },
  { what: 'All help pages', path: '/help/all' },
  { what: 'Rows, one a person', path: '/reports/rows' },
  { what: 'Services together', path: '/reports/together' },
  { what: 'Service-level bundle', path: '/reports/make/service-bundle' },
  { what: 'Reminders and calendar', path: '/settings/reminders' },
  { what: 'What may leave', path: '/settings/leaving' },
  { what: 'Change the passphrase', path: '/settings/passphrase' },
  { what: 'New recovery kit', path: '/settings/recovery-kit' },
];

/** Pages that are there whatever the vault holds. */
export const standingPages: readonly Stop[] = [...places, ...fixedPages];

/** Goes to a route and waits until its page stands: it takes the focus, to its heading or into its first field. */
export async function goTo(page: Page, path: string): Promise<void> {
  await closeOverlays(page);
  const isThere = await page.evaluate((wanted) => {
    if (location.hash === wanted) return true;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    location.hash = wanted;
    return false;
  }, `#${path}`);
  if (!isThere) {
    await page.waitForFunction(() => document.activeElement?.closest('main') != null, undefined, {
      timeout: 30_000,
    });
  }
  await settled(page);
}

/** Every chart is drawn, and two frames have passed. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure[data-chart] [role="presentation"]')].every(
      (plot) => plot.querySelector('svg') !== null,
    ),
  );
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          requestAnimationFrame(() => {
            resolve();
          });
        });
      }),
  );
}

/** Escape until no dialog, menu or list lies over the page. */
export async function closeOverlays(page: Page): Promise<void> {
  const overlays = page.locator('[role="dialog"], [role="menu"], [role="listbox"]').filter({ visible: true });
  for (let tries = 0; tries < 3 && (await overlays.count()) > 0; tries += 1) {
    await page.keyboard.press('Escape');
    await settled(page);
  }
}

/** A form that was left half filled comes back as a draft; who wants a fresh one says so. */
export async function discardDraft(page: Page): Promise<void> {
  const discard = page.getByRole('button', { name: 'Discard draft' });
  if (await discard.isVisible()) await discard.click();
}

export async function visit(page: Page, stop: Stop): Promise<void> {
  // A pointer that rests on something points at it: it stays out of the way.
  await page.mouse.move(1, 1);
  await goTo(page, stop.path);
  await discardDraft(page);
  await stop.act?.(page);
  await settled(page);
}

/** "Look around with made-up data", from the welcome page. */
export async function openDemo(app: AppHost): Promise<Page> {
  const { page } = app;
  await page.getByRole('button', { name: 'Look around with made-up data' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible({ timeout: 60_000 });
  return page;
}

/** The first link of a page whose address fits, as a route. */
async function firstLink(page: Page, from: string, pattern: RegExp, text?: RegExp): Promise<string> {
  await goTo(page, from);
  const links = await page.locator('main a[href*="#/"]').evaluateAll((all) =>
    all.map((link) => ({
      path: (link.getAttribute('href') ?? '').replace(/^.*#/, ''),
      // A row's link covers the row: what the row says is what the link leads to.
      text: (link.closest('li') ?? link).textContent,
    })),
  );
  const found = links.find((link) => pattern.test(link.path) && (text === undefined || text.test(link.text)));
  if (found === undefined) throw new Error(`No link like ${String(pattern)} on ${from}`);
  return found.path;
}

export interface DemoPaths {
  readonly person: string;
  readonly request: string;
  readonly session: string;
  readonly group: string;
  readonly sitting: string;
  readonly agreement: string;
  readonly supervisor: string;
  readonly assignment: string;
  readonly plan: string;
  readonly closedPlan: string;
  readonly openRound: string;
  readonly who5Results: string;
  readonly hseResults: string;
  readonly hiddenRound: string;
  readonly absence: string;
  readonly post: string;
  readonly issue: string;
  readonly policy: string;
  readonly openReadiness: string;
  readonly finishedReadiness: string;
  readonly site: string;
  readonly siteCheck: string;
  readonly resource: string;
}

/** The made-up service has no round open: this opens one. */
async function openRound(page: Page): Promise<string> {
  await goTo(page, '/wellbeing/new');
  await discardDraft(page);
  await page.getByRole('textbox', { name: 'Name of the round' }).fill('Spring round');
  await page.getByRole('button', { name: 'Open the round' }).click();
  await expect(page.getByRole('list', { name: 'Ways to get replies' })).toBeVisible();
  await page.getByRole('button', { name: 'Close this message' }).click();
  return new URL(page.url()).hash.slice(1);
}

/** Addresses of records of the made-up vault. `knownRound`: one that was opened before and still is. */
export async function demoPaths(page: Page, knownRound?: string): Promise<DemoPaths> {
  const id = '[0-9a-f]{32}';
  const group = await firstLink(page, '/supervision/groups', new RegExp(`^/supervision/groups/${id}$`));
  const site = await firstLink(page, '/spaces', new RegExp(`^/spaces/${id}$`), /Harbour/);
  const round = new RegExp(`^/wellbeing/rounds/${id}$`);
  return {
    person: await firstLink(page, '/people', new RegExp(`^/people/${id}$`)),
    request: await firstLink(page, '/people/requests', new RegExp(`^/people/requests/${id}$`)),
    session: await firstLink(page, '/supervision/sessions', new RegExp(`^/supervision/${id}$`)),
    group,
    sitting: await firstLink(page, group, new RegExp(`^/supervision/sittings/${id}$`)),
    agreement: await firstLink(
      page,
      '/supervision/agreements',
      new RegExp(`^/supervision/agreements/${id}$`),
    ),
    supervisor: await firstLink(
      page,
      '/supervision/facilitators',
      new RegExp(`^/supervision/facilitators/${id}$`),
    ),
    assignment: await firstLink(
      page,
      '/supervision/assignments',
      new RegExp(`^/supervision/assignments/${id}/edit$`),
    ),
    plan: await firstLink(page, '/incidents', new RegExp(`^/incidents/${id}$`)),
    closedPlan: await firstLink(page, '/incidents', new RegExp(`^/incidents/${id}$`), /Closed/),
    openRound: knownRound ?? (await openRound(page)),
    who5Results: await firstLink(page, '/wellbeing', round, /WHO-5.*Closed, results/),
    hseResults: await firstLink(page, '/wellbeing', round, /HSE.*(Closed, results|Baseline)/),
    hiddenRound: await firstLink(page, '/wellbeing', round, /hidden|fewer/i),
    absence: await firstLink(page, '/workforce/absences', new RegExp(`^/workforce/absences/${id}$`)),
    post: await firstLink(page, '/workforce/posts', new RegExp(`^/workforce/posts/${id}$`)),
    issue: await firstLink(page, '/workforce/outside', new RegExp(`^/workforce/outside/${id}$`)),
    policy: await firstLink(page, '/workforce/policies', new RegExp(`^/workforce/policies/${id}$`)),
    openReadiness: await firstLink(
      page,
      '/actions/readiness',
      new RegExp(`^/actions/readiness/${id}$`),
      /Open the check/,
    ),
    finishedReadiness: await firstLink(
      page,
      '/actions/readiness',
      new RegExp(`^/actions/readiness/${id}$`),
      /Finished/,
    ),
    site,
    siteCheck: await firstLink(page, site, new RegExp(`^/spaces/checks/${id}$`)),
    resource: await firstLink(page, '/spaces/resources', new RegExp(`^/spaces/resources/${id}$`)),
  };
}

/** The pages of single records. */
export function recordPages(paths: DemoPaths): readonly Stop[] {
  return [
    { what: 'A person', path: paths.person },
    { what: 'Change a person', path: `${paths.person}/edit` },
    { what: 'Move a concern to a process', path: `${paths.person}/process` },
    { what: 'A request', path: paths.request },
    { what: 'Change a request', path: `${paths.request}/edit` },
    { what: 'A copy for one person', path: `${paths.request}/copy` },
    { what: 'Supervision with a person', path: paths.person.replace('/people/', '/supervision/new/') },
    { what: 'A session', path: paths.session },
    { what: 'Change a session', path: `${paths.session}/edit` },
    { what: 'A reflective group', path: paths.group },
    { what: 'Change a group', path: `${paths.group}/edit` },
    { what: 'Record a sitting', path: `${paths.group}/sitting` },
    { what: 'A sitting', path: paths.sitting },
    { what: 'Change a sitting', path: `${paths.sitting}/edit` },
    { what: 'Earlier versions of a sitting', path: `${paths.sitting}/history` },
    { what: 'An agreement', path: paths.agreement },
    { what: 'Change an agreement', path: `${paths.agreement}/edit` },
    { what: 'A supervisor', path: paths.supervisor },
    { what: 'Change a supervisor', path: `${paths.supervisor}/edit` },
    { what: 'Change who supervises', path: paths.assignment },
    { what: 'A plan', path: paths.plan },
    { what: 'A closed plan', path: paths.closedPlan },
    { what: 'People affected', path: `${paths.plan}/people` },
    { what: 'A plan just made', path: `${paths.plan}/opened` },
    { what: 'Who to tell', path: `${paths.plan}/notifications` },
    { what: 'Days to keep in mind', path: `${paths.plan}/dates` },
    { what: 'Learning and investigation', path: `${paths.plan}/investigation` },
    { what: 'Timeline of a plan', path: `${paths.plan}/timeline` },
    { what: 'An open round', path: paths.openRound },
    { what: 'Change a round', path: `${paths.openRound}/edit` },
    { what: 'Sealed survey of a round', path: `${paths.openRound}/survey` },
    { what: 'Letter to staff', path: `${paths.openRound}/letter` },
    { what: 'Before the laptop is handed over', path: `${paths.openRound}/hand-over` },
    { what: 'Replies on paper', path: `${paths.openRound}/paper` },
    { what: 'Answer sheet', path: `${paths.openRound}/paper/sheet` },
    { what: 'Replies from a file', path: `${paths.openRound}/table` },
    { what: 'WHO-5 results', path: paths.who5Results },
    { what: 'HSE 35 results', path: paths.hseResults },
    { what: 'A hidden round', path: paths.hiddenRound },
    { what: 'What we heard', path: `${paths.hseResults}/heard` },
    {
      what: 'An action for a finding',
      path: `${paths.hseResults.replace('/wellbeing/rounds/', '/actions/new/round/')}/demands`,
    },
    { what: 'Change an absence', path: paths.absence },
    { what: 'A vacancy', path: paths.post },
    { what: 'Change a vacancy', path: `${paths.post}/edit` },
    { what: 'Add a round', path: `${paths.post}/rounds/new` },
    { what: 'An issue outside our control', path: paths.issue },
    { what: 'Change an issue', path: `${paths.issue}/edit` },
    { what: 'Add a reply', path: `${paths.issue}/replies/new` },
    { what: 'Risk paper', path: `${paths.issue}/paper` },
    { what: 'A policy review', path: paths.policy },
    { what: 'Change a policy review', path: `${paths.policy}/edit` },
    { what: 'An open readiness check', path: paths.openReadiness },
    { what: 'Change a readiness check', path: `${paths.openReadiness}/edit` },
    { what: 'A readiness area', path: `${paths.openReadiness}/areas/wellbeing` },
    { what: 'Add what stands in the way', path: `${paths.openReadiness}/blockers/new` },
    { what: 'Finish a readiness check', path: `${paths.openReadiness}/finish` },
    { what: 'A finished readiness check', path: paths.finishedReadiness },
    { what: 'An area of a finished check', path: `${paths.finishedReadiness}/areas/wellbeing` },
    { what: 'A site', path: paths.site },
    { what: 'Change a site', path: `${paths.site}/edit` },
    { what: 'A room', path: `${paths.site}/rooms/room-1` },
    { what: 'A quiet room', path: `${paths.site}/rooms/room-2` },
    { what: 'Add a room', path: `${paths.site}/rooms/new` },
    { what: 'Pictures of a site', path: `${paths.site}/photos` },
    { what: 'Check with staff', path: `${paths.site}/checks/new/staff` },
    { what: 'Check with people who use it', path: `${paths.site}/checks/new/people-who-use` },
    { what: 'A check', path: paths.siteCheck },
    { what: 'Change a check', path: `${paths.siteCheck}/edit` },
    { what: 'Print a check', path: `${paths.siteCheck}/print` },
    { what: 'A resource', path: paths.resource },
    { what: 'Change a resource', path: `${paths.resource}/edit` },
  ];
}
