/** The tables of a monthly export: people in post, leavers, contracts, and those of answer-tables.ts. */
import { addRounds, addSickness } from './answer-tables';
import { atom, combine, less, type Form } from './forms';
import { monthsBetween, nameOf, type Team } from './groups';
import type { Random } from './random';
import { firstExport, isRoundedIn, type Habits, type Service } from './service';
import { createSheet, type Sheet, type SheetBuilder } from './sheet';

export function leftForm(service: Service, team: Team, held: string | null, month: number): Form {
  const teams = team === null ? service.teams : [team];
  const kinds = held === null ? ['permanent', 'others'] : [held];
  return combine(teams.flatMap((one) => kinds.map((kind) => atom(`left:${one}:${kind}:${month}`))));
}

export function joinedForm(service: Service, team: Team, month: number): Form {
  return combine((team === null ? service.teams : [team]).map((one) => atom(`joined:${one}:${month}`)));
}

/** Asked for again and again, and long. */
const headcounts = new WeakMap<Service, Map<string, Form>>();

export function headcountForm(service: Service, team: Team, month: number): Form {
  const forms = headcounts.get(service) ?? new Map<string, Form>();
  headcounts.set(service, forms);
  const name = `${nameOf(team)} ${month}`;
  const form = forms.get(name) ?? countedIn(service, team, month);
  forms.set(name, form);
  return form;
}

function countedIn(service: Service, team: Team, month: number): Form {
  const starters = (team === null ? service.teams : [team]).map((one) => atom(`start:${one}`));
  const months = monthsBetween(0, month);
  const joined = months.map((one) => joinedForm(service, team, one));
  return less(
    combine([...starters, ...joined]),
    combine(months.map((one) => leftForm(service, team, null, one))),
  );
}

/** People in post at the end of a month, in all and by team. */
function addHeadcount(
  sheet: SheetBuilder,
  service: Service,
  team: Team,
  month: number,
  isOut: boolean,
): string {
  const form = headcountForm(service, team, month);
  return sheet.add(`headcount ${nameOf(team)} ${month}`, form, 'count', isOut);
}

function addMonthLeft(sheet: SheetBuilder, service: Service, team: Team, month: number): string {
  const form = leftForm(service, team, null, month);
  return sheet.add(`left ${nameOf(team)} ${month}-${month}`, form, 'count', false);
}

function windowOf(habit: Habits['leavers'], month: number): number[] {
  if (habit === 'month') return [month];
  return monthsBetween(habit === 'year-so-far' ? firstExport : month - 11, month);
}

/** Opening + joiners - leavers = closing: both ends less those who were there all the month. */
function linkMovement(sheet: SheetBuilder, service: Service, team: Team, month: number): void {
  const closing = addHeadcount(sheet, service, team, month, false);
  const opening = addHeadcount(sheet, service, team, month - 1, false);
  const joinedIn = joinedForm(service, team, month);
  const joined = sheet.add(`joined ${nameOf(team)} ${month}`, joinedIn, 'count', false);
  const stayed = sheet.add(
    `stayed ${nameOf(team)} ${month}`,
    less(headcountForm(service, team, month), joinedIn),
    'count',
    false,
  );
  sheet.link(closing, [stayed, joined]);
  sheet.link(opening, [stayed, addMonthLeft(sheet, service, team, month)]);
}

function addLeavers(sheet: SheetBuilder, service: Service, month: number): void {
  const { byTeam, permanentLeavers, headcount, shares, ...habits } = service.habits;
  const habit = month < firstExport + 6 ? habits.leavers : habits.leaversLater;
  const months = windowOf(habit, month);
  const name = `${months[0]}-${month}`;
  const teams: readonly string[] = byTeam ? service.teams : [];
  const addWindow = (team: Team): string => {
    const forms = months.map((one) => leftForm(service, team, null, one));
    const key = sheet.add(`left ${nameOf(team)} ${name}`, combine(forms));
    const parts = months.map((one) => addMonthLeft(sheet, service, team, one));
    if (months.length > 1) sheet.link(key, parts);
    return key;
  };
  const all = addWindow(null);
  if (byTeam) sheet.link(all, teams.map(addWindow));
  for (const one of months) {
    const whole = addMonthLeft(sheet, service, null, one);
    if (byTeam)
      sheet.link(
        whole,
        teams.map((team) => addMonthLeft(sheet, service, team, one)),
      );
    if (!permanentLeavers) continue;
    const parts = ['permanent', 'others'].map((held) =>
      sheet.add(`left ${held} ${one}-${one}`, leftForm(service, null, held, one), 'count', false),
    );
    sheet.link(whole, parts);
  }
  if (permanentLeavers) {
    const parts = ['permanent', 'others'].map((held) => {
      const form = combine(months.map((one) => leftForm(service, null, held, one)));
      const key = sheet.add(`left ${held} ${name}`, form, 'count', held === 'permanent');
      if (months.length > 1)
        sheet.link(
          key,
          months.map((one) => `left ${held} ${one}-${one}`),
        );
      return key;
    });
    sheet.link(all, parts);
  }
  if (shares && headcount)
    sheet.share(`turnover ${name}`, all, addHeadcount(sheet, service, null, month, true));
}

/** How the months hang together is told in every export, whatever is in it: a later one may hold the rest. */
function linkMonths(sheet: SheetBuilder, service: Service, month: number): void {
  const { byTeam, headcount, joiners, contracts } = service.habits;
  if (!headcount && !joiners && contracts === 'none') return;
  // Contracts by team tell how many people each team has, month by month, and so who came and went.
  const hasTeams = byTeam || (contracts === 'by-team' && service.teams.length > 1);
  const teams: readonly Team[] = hasTeams ? [null, ...service.teams] : [null];
  const linkTeams = (keyOf: (team: Team) => string): void =>
    sheet.link(keyOf(null), service.teams.map(keyOf));
  for (const one of monthsBetween(firstExport, month)) {
    for (const team of teams) addHeadcount(sheet, service, team, one, false);
    if (hasTeams) linkTeams((team) => `headcount ${nameOf(team)} ${one}`);
    if (one === firstExport) continue;
    for (const team of teams) linkMovement(sheet, service, team, one);
    if (!hasTeams) continue;
    linkTeams((team) => `joined ${nameOf(team)} ${one}`);
    linkTeams((team) => `stayed ${nameOf(team)} ${one}`);
    linkTeams((team) => `left ${nameOf(team)} ${one}-${one}`);
  }
}

function addPeopleInPost(sheet: SheetBuilder, service: Service, month: number): void {
  const { byTeam, headcount, joiners } = service.habits;
  for (const team of byTeam ? [null, ...service.teams] : [null]) {
    if (headcount) addHeadcount(sheet, service, team, month, true);
    if (joiners) sheet.add(`joined ${nameOf(team)} ${month}`, joinedForm(service, team, month));
  }
}

export function postForm(service: Service, team: Team, contract: string, month: number): Form {
  const teams = team === null ? service.teams : [team];
  return combine(teams.map((one) => atom(`post:${one}:${contract}:${month}`)));
}

export function addContracts(sheet: SheetBuilder, service: Service, month: number): void {
  const { contracts: habit } = service.habits;
  if (habit === 'none') return;
  const teams: readonly Team[] = habit === 'by-team' ? [null, ...service.teams] : [null];
  const rows = teams.map((team) => {
    const whole = addHeadcount(sheet, service, team, month, true);
    const parts = service.contracts.map((contract) => {
      const isOut = habit !== 'permanent' || contract === 'permanent';
      const form = postForm(service, team, contract, month);
      return sheet.add(`post ${nameOf(team)} ${contract} ${month}`, form, 'count', isOut);
    });
    if (habit === 'permanent' && parts.length > 2) {
      const others = service.contracts.slice(1).map((contract) => postForm(service, team, contract, month));
      const rest = sheet.add(`post ${nameOf(team)} others ${month}`, combine(others), 'count', false);
      sheet.link(whole, [parts[0]!, rest]);
      sheet.link(rest, parts.slice(1));
    } else sheet.link(whole, parts);
    return { whole, parts };
  });
  const [all, ...each] = rows;
  if (all === undefined || each.length === 0) return;
  sheet.link(
    all.whole,
    each.map(({ whole }) => whole),
  );
  all.parts.forEach((part, index) => {
    sheet.link(
      part,
      each.map(({ parts }) => parts[index]!),
    );
  });
}

/** The export of a month. Some tables are left out now and then, as in life. */
export function sheetOf(service: Service, month: number, random: Random): Sheet {
  const sheet = createSheet(service, isRoundedIn(service, month));
  linkMonths(sheet, service, month);
  const tables = [addPeopleInPost, addLeavers, addContracts, addSickness, addRounds];
  for (const add of tables) if (!random.chance(service.habits.gaps)) add(sheet, service, month);
  return sheet.done();
}
