/** The crossed tables of a service, each published by itself and attacked through the choice of what is hidden. */
import type { LinearSolver } from '../../shared/disclosure/linear-program';
import { addRounds, addSickness } from './answer-tables';
import { combine, type Form } from './forms';
import { attackPlanner, type Oracle } from './planner';
import { createEngine } from './publish';
import { firstExport, type Service } from './service';
import { createSheet, type Sheet, type SheetBuilder } from './sheet';
import { addContracts, postForm } from './tables';

type AddTable = (sheet: SheetBuilder, service: Service, month: number) => void;

const tables: readonly AddTable[] = [addContracts, addSickness, addRounds];
/** A quarter's end, when all of them are there. */
const month = firstExport + 2;

/** People in post by what they hold, so that all of the table is of the same atoms. */
function inPosts(service: Service, key: string, form: Form): Form {
  const team = /^headcount (\w+) /.exec(key)?.[1];
  if (team === undefined) return form;
  const teams = team === 'all' ? service.teams : [team];
  return combine(
    teams.flatMap((one) => service.contracts.map((contract) => postForm(service, one, contract, month))),
  );
}

function tableOf(service: Service, add: AddTable, isRounded: boolean): Sheet {
  const builder = createSheet(service, isRounded);
  add(builder, service, month);
  const sheet = builder.done();
  const figures = [...sheet.figures.values()].map((figure) => ({
    ...figure,
    form: inPosts(service, figure.key, figure.form),
  }));
  // Shares and means follow their counts and are no part of the choice.
  return { ...sheet, figures: new Map(figures.map((figure) => [figure.key, figure])), shares: [], means: [] };
}

interface ChoicesAttacked {
  readonly findings: readonly string[];
  readonly tables: number;
  /** Those of which it is known whether they fall. */
  readonly decided: number;
}

export function attackChoices(service: Service, solver: LinearSolver): ChoicesAttacked {
  const oracle: Oracle = (sheet) => createEngine(solver, []).publish(sheet);
  const sheets = tables
    .flatMap((add) => [false, true].map((isRounded) => tableOf(service, add, isRounded)))
    .filter(({ figures }) => figures.size > 0);
  const attacked = sheets.map((sheet) => attackPlanner(sheet, service.truth, oracle(sheet), oracle));
  return {
    findings: attacked.flatMap(({ findings }) => findings),
    tables: attacked.length,
    decided: attacked.filter(({ state }) => state !== 'too-many').length,
  };
}
