/**
 * `npm run bench`: how long the vault takes, beside plain Dexie and beside the stores that others use, and how long
 * People and coverage of a large service take, beside a raw pass over the same records; in one run on one machine. Read
 * the ratios; the milliseconds are this machine's.
 */
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundlePage } from '../tests/bench/harness/bundle.js';
import { chromiumVersion } from '../tests/bench/harness/browser.js';
import { measureFigures } from '../tests/bench/harness/measure-figures.js';
import { measureBundles } from '../tests/bench/harness/measure-bundles.js';
import { measureDisclosure } from '../tests/bench/harness/measure-disclosure.js';
import { measureCharts } from '../tests/bench/harness/measure-charts.js';
import { measureIncidents, noIncidentRun } from '../tests/bench/harness/measure-incidents.js';
import { measureScreens } from '../tests/bench/harness/measure-screens.js';
import { measure, removeFolder } from '../tests/bench/harness/measure.js';
import { ensurePeers, ensureSqlite } from '../tests/bench/harness/peers.js';
import { makeFolder, startServer } from '../tests/bench/harness/server.js';
import { chooseLanes, lanes as allLanes, smallRecords, type Lane } from '../tests/bench/lanes.js';
import { describeFigures, judgeFigures } from '../tests/bench/report/workforce.js';
import { describeBundles, judgeBundles } from '../tests/bench/report/bundles.js';
import { describeDisclosure, judgeDisclosure } from '../tests/bench/report/disclosure.js';
import { describeCharts, judgeCharts } from '../tests/bench/report/charts.js';
import { describeIncidents, judgeIncidents } from '../tests/bench/report/incidents.js';
import { machineFacts } from '../tests/bench/report/machine.js';
import { describeLane, describeTargets } from '../tests/bench/report/print.js';
import { describeScreens, judgeScreens } from '../tests/bench/report/screens.js';
import { judge } from '../tests/bench/report/targets.js';
import { ensureChromium, HOW_TO_INSTALL } from './lib/chromium-binary.js';

/** Beside the stores: People and coverage of a large service. */
const screens = 'screens';
/** Today and Incidents with 400 open plans. */
const incidents = 'incidents';
/** Ten years of weekly points in one chart. */
const charts = 'charts';
/** All figures of Workforce for a large service. */
const figures = 'figures';
/** What may leave of a large table. */
const disclosure = 'disclosure';
/** 500 bundles of other services. */
const together = 'bundles';
const notLanes: readonly string[] = [screens, incidents, charts, figures, disclosure, together];

const usage = `npm run bench -- [options]
  --rounds N     openings of each store (5); the slow ones are opened three times at most
  --seed N       of the made-up records (1)
  --records N    records of about 2 KB (50000); the peers get 10,000 at most
  --only A,B     ${[...notLanes, ...new Set(allLanes.map(({ contender }) => contender))].join(', ')}
  --json FILE    all figures, for another program
  --folder DIR   where the profiles are kept meanwhile (the system's temporary folder)
  --strict       exit code 1 when a target is missed`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Options {
  readonly rounds: number;
  readonly seed: number;
  readonly records: number;
  readonly only: readonly string[];
  readonly json: string | undefined;
  readonly folder: string;
  readonly isStrict: boolean;
}

function readOptions(): Options | null {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      records: { type: 'string', default: '50000' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      folder: { type: 'string', default: tmpdir() },
      strict: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const wholeNumber = (name: 'rounds' | 'seed' | 'records', least: number): number => {
    const number = Number(values[name]);
    if (!Number.isSafeInteger(number) || number < least) {
      throw new Error(`--${name} is a whole number, ${least} or more`);
    }
    return number;
  };
  const only = values.only.split(',').filter((name) => name !== '');
  const unknown = only.filter((name) => !notLanes.includes(name) && chooseLanes([name]).length === 0);
  if (unknown.length > 0) throw new Error(`--only does not know ${unknown.join(', ')}`);
  return {
    rounds: wholeNumber('rounds', 1),
    seed: wholeNumber('seed', 0),
    records: wholeNumber('records', 1),
    only,
    json: values.json,
    folder: resolve(values.folder),
    isStrict: values.strict,
  };
}

/** The lanes that can run here; why one cannot has been said. */
function possibleLanes(only: readonly string[]): readonly Lane[] {
  const stores = only.filter((name) => !notLanes.includes(name));
  const chosen = only.length > 0 && stores.length === 0 ? [] : chooseLanes(stores);
  const needsPeers = (lane: Lane): boolean => lane.runsIn !== 'pages';
  if (!chosen.some(needsPeers)) return chosen;
  if (!ensurePeers(say)) return chosen.filter((lane) => !needsPeers(lane));
  if (!chosen.some(({ runsIn }) => runsIn === 'node') || ensureSqlite(say)) return chosen;
  return chosen.filter(({ runsIn }) => runsIn !== 'node');
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === null) {
    say(usage);
    return;
  }
  const chromium = ensureChromium(say);
  if (chromium === undefined) throw new Error(HOW_TO_INSTALL);
  const lanes = possibleLanes(options.only);
  const hasScreens = options.only.length === 0 || options.only.includes(screens);
  const hasIncidents = options.only.length === 0 || options.only.includes(incidents);
  const hasFigures = options.only.length === 0 || options.only.includes(figures);
  const hasCharts = options.only.length === 0 || options.only.includes(charts);
  const hasDisclosure = options.only.length === 0 || options.only.includes(disclosure);
  const hasBundles = options.only.length === 0 || options.only.includes(together);
  const { rounds, seed, records } = options;
  const folder = await makeFolder(options.folder);
  const leave = (): never => {
    removeFolder(folder);
    process.exit(130);
  };
  process.once('SIGINT', leave);
  process.once('SIGTERM', leave);
  try {
    const bundles = join(folder, 'pages');
    for (const kind of ['pages', 'peers'] as const) {
      if (lanes.some(({ runsIn }) => runsIn === kind)) await bundlePage(kind, bundles);
    }
    if (hasScreens) await bundlePage('screens', bundles);
    if (hasIncidents) await bundlePage('incidents', bundles);
    if (hasCharts) await bundlePage('charts', bundles);
    if (hasFigures) await bundlePage('figures', bundles);
    if (hasDisclosure) await bundlePage('disclosure', bundles);
    if (hasBundles) await bundlePage('bundles', bundles);
    const machine = machineFacts(folder, await chromiumVersion(chromium, join(folder, 'version')));
    say(
      `Chromium ${machine.chromium}, Node ${machine.node}, ${machine.processors} processors, ${machine.memoryGiB} GiB, ${machine.fileSystem}, load ${machine.loadAtStart}. Seed ${seed}.`,
    );
    const server = await startServer(bundles);
    const recordsOfLane = ({ size }: Lane): number =>
      size === 'small' ? Math.min(records, smallRecords) : records;
    const [measured, onScreen, ofPlans, ofCharts, ofWorkforce, ofTables, ofBundles] = await (async () => {
      const part = { rounds, seed, chromium, server, folder, say };
      const opened = await measure({ ...part, lanes, recordsOfLane });
      const drawn = hasScreens ? await measureScreens(part) : [];
      const plans = hasIncidents ? await measureIncidents(part) : noIncidentRun;
      const drawnCharts = hasCharts ? await measureCharts(part) : [];
      const workforce = hasFigures ? await measureFigures(part) : [];
      const tables = hasDisclosure ? await measureDisclosure(part) : [];
      const services = hasBundles ? await measureBundles(part) : [];
      return [opened, drawn, plans, drawnCharts, workforce, tables, services] as const;
    })().finally(() => server.close());

    for (const figures of measured) for (const line of ['', ...describeLane(figures)]) say(line);
    for (const line of ['', ...describeScreens(onScreen)]) say(line);
    for (const line of ['', ...describeIncidents(ofPlans)]) say(line);
    for (const line of ['', ...describeCharts(ofCharts)]) say(line);
    for (const line of ['', ...describeFigures(ofWorkforce)]) say(line);
    for (const line of ['', ...describeDisclosure(ofTables)]) say(line);
    for (const line of ['', ...describeBundles(ofBundles)]) say(line);
    const results = [
      ...judge(measured),
      ...judgeScreens(onScreen),
      ...judgeIncidents(ofPlans),
      ...judgeCharts(ofCharts),
      ...judgeFigures(ofWorkforce),
      ...judgeDisclosure(ofTables),
      ...judgeBundles(ofBundles),
    ];
    say('\nTargets, by medians of this run:');
    if (records !== 50_000 && lanes.length > 0)
      say(`  They are meant for 50,000 records; this run had ${records}.`);
    for (const line of describeTargets(results)) say(line);
    if (options.json !== undefined) {
      const raw = measured.map(({ lane, ...figures }) => ({
        name: lane.name,
        title: lane.title,
        ...figures,
      }));
      const json = {
        machine,
        seed,
        records,
        rounds,
        lanes: raw,
        screens: onScreen,
        incidents: ofPlans,
        charts: ofCharts,
        figures: ofWorkforce,
        disclosure: ofTables,
        bundles: ofBundles,
        targets: results,
      };
      writeFileSync(options.json, `${JSON.stringify(json, null, 2)}\n`);
    }
    const count = (verdict: string): number => results.filter((result) => result.verdict === verdict).length;
    const unmeasured = count('not measured');
    if (unmeasured > 0) say(`\n${unmeasured} not measured in this run.`);
    say(`\n${count('held')} passed, ${count('missed')} failed`);
    if (options.isStrict && count('missed') > 0) process.exitCode = 1;
  } finally {
    removeFolder(folder);
  }
}

try {
  await main();
} catch (cause) {
  say(cause instanceof Error ? cause.message : String(cause));
  process.exitCode = 2;
}
