/**
 * `npm run rescue -- verify|list|export FILE`, and as one file without anything beside it in the packaged app
 * (`steading-rescue.mjs`): reads a vault, a piece of one or a backup, damaged or not. docs/rescue.md is its manual.
 */
import { stderr, stdin, stdout } from 'node:process';
import { runRescue } from './rescue/run';
import { promptSecret } from './rescue/secret';

// Whoever reads the other end (`| head`) may go away: that is no failure of ours.
stdout.on('error', () => undefined);

const show = (text: string): void => {
  stderr.write(text);
};
// npm changes the folder to the project's; names count from where the person stood.
const isThroughNpm = process.env['npm_lifecycle_event'] === 'rescue';

process.exitCode = await runRescue(process.argv.slice(2), {
  out: (text) =>
    new Promise((resolve) => {
      stdout.write(text, () => resolve());
    }),
  say: (line) => show(`${line}\n`),
  ask: stdin.isTTY ? (question) => promptSecret(stdin, show, question) : undefined,
  folder: (isThroughNpm ? process.env['INIT_CWD'] : undefined) ?? process.cwd(),
});
