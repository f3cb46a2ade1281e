import loadHighs from 'highs';
import { createLinearSolver } from '../../renderer/platform/linear-solver';
import { attackService } from './run-service';
const highs = await loadHighs();
const tools = { solver: createLinearSolver(highs), mayContinue: () => true };
const from = Number(process.argv[2] ?? 1), to = Number(process.argv[3] ?? 10), sec = process.argv[4] !== 'off';
for (let s = from; s <= to; s++) {
  const c = process.cpuUsage(); 
  let r; try { r = attackService(highs, tools, s, sec);} catch (e) { console.log(s, 'THROW', (e as Error).message.slice(0,200)); continue; }
  console.log(s, `${Math.round(process.cpuUsage(c).user/1000)} ms`, `shown ${r.shown}/${r.safe}/${r.published}`, r.findings.length, r.findings.slice(0,3).join(' | '));
}
