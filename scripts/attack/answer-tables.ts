/** Tables of sensitive counts: sickness episodes by reason and team, bands of a questionnaire's rounds. */
import { atom, combine } from './forms';
import { monthsBetween, nameOf, type Team } from './groups';
import { bands, firstExport, isQuarterEnd, type Service } from './service';
import type { SheetBuilder } from './sheet';

export function addSickness(sheet: SheetBuilder, service: Service, month: number): void {
  const { byTeam, sickness } = service.habits;
  if (sickness === 'none' || !isQuarterEnd(month)) return;
  const last = Math.floor(month / 3);
  const quarters = sickness === 'quarter' ? [last] : monthsBetween(firstExport / 3, last);
  const teams: readonly Team[] = byTeam ? [null, ...service.teams] : [null];
  const reasons: readonly (string | null)[] = [null, ...service.reasons];
  const addOf = (span: readonly number[], isOut: boolean): Map<string, string> => {
    const keys = new Map<string, string>();
    const mostOfOne = service.mostEpisodes(span[0] ?? 0, span.at(-1) ?? 0);
    for (const team of teams) {
      for (const reason of reasons) {
        const form = combine(
          (team === null ? service.teams : [team]).flatMap((one) =>
            (reason === null ? service.reasons : [reason]).flatMap((why) =>
              span.map((quarter) => atom(`ill:${one}:${why}:${quarter}`)),
            ),
          ),
        );
        const key = `ill ${nameOf(team)} ${reason ?? 'any'} ${span[0]}-${span.at(-1)}`;
        keys.set(`${nameOf(team)} ${reason ?? 'any'}`, key);
        sheet.add(key, form, reason === null ? 'count' : 'sensitive-count', isOut, mostOfOne);
      }
    }
    const at = (team: Team, reason: string | null): string => keys.get(`${nameOf(team)} ${reason ?? 'any'}`)!;
    for (const team of teams)
      sheet.link(
        at(team, null),
        service.reasons.map((reason) => at(team, reason)),
      );
    if (byTeam)
      for (const reason of reasons)
        sheet.link(
          at(null, reason),
          service.teams.map((team) => at(team, reason)),
        );
    return keys;
  };
  const whole = addOf(quarters, true);
  if (quarters.length === 1) return;
  const parts = quarters.map((quarter) => addOf([quarter], false));
  for (const [place, key] of whole)
    sheet.link(
      key,
      parts.map((one) => one.get(place)!),
    );
}

export function addRounds(sheet: SheetBuilder, service: Service, month: number): void {
  const { rounds, means, shares } = service.habits;
  if (rounds === 'none' || !isQuarterEnd(month)) return;
  const parts: readonly string[] = rounds === 'by-team' ? service.teams : ['permanent', 'others'];
  const groups = [{ name: 'all', of: parts }, ...parts.map((part) => ({ name: part, of: [part] }))];
  const rows = groups.map(({ name, of }) => {
    const isOut = rounds === 'by-team' || name !== 'others';
    const cells = bands.map((band) => {
      const form = combine(of.map((part) => atom(`reply:${part}:${band}:${month}`)));
      return sheet.add(`reply ${name} ${band} ${month}`, form, 'sensitive-count', isOut);
    });
    const form = combine(of.flatMap((part) => bands.map((band) => atom(`reply:${part}:${band}:${month}`))));
    const whole = sheet.add(`reply ${name} any ${month}`, form, 'count', isOut);
    sheet.link(whole, cells);
    if (shares && name === 'all')
      for (const [index, cell] of cells.entries()) sheet.share(`share ${bands[index]} ${month}`, cell, whole);
    if (means && isOut) {
      const total = of.reduce((sum, part) => sum + (service.scores.get(`${month}:${part}`) ?? 0), 0);
      const key = `mean ${name} ${month}`;
      sheet.mean({ key, people: whole, measure: `score ${month}`, groups: of, total });
    }
    return { whole, cells };
  });
  const [all, ...each] = rows;
  sheet.link(
    all!.whole,
    each.map(({ whole }) => whole),
  );
  all!.cells.forEach((cell, index) => {
    sheet.link(
      cell,
      each.map(({ cells }) => cells[index]!),
    );
  });
}
