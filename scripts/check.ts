/**
 * `npm run check`: types, lint, boundaries, unused code and unit tests, in two lanes for two cores. Each step's
 * output is printed whole when it ends; the first failure does not stop the rest, so that one run tells all.
 */
import { spawn } from 'node:child_process';

const lanes = [['unit'], ['typecheck', 'lint', 'boundaries', 'unused']] as const;

function run(script: string): Promise<boolean> {
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8');
      });
    }
    child.once('close', (code) => {
      const seconds = Math.round((Date.now() - started) / 1000);
      process.stdout.write(`${output}${script}: ${code === 0 ? 'passed' : 'failed'} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

async function runLane(scripts: readonly string[]): Promise<boolean> {
  let isGood = true;
  for (const script of scripts) isGood = (await run(script)) && isGood;
  return isGood;
}

const results = await Promise.all(lanes.map(runLane));
process.exitCode = results.every(Boolean) ? 0 : 1;
