/** The command line. What was typed is never said again: it may have been a secret. */
import { err, ok, type Result } from '@shared/kernel/result';

export const commands = ['verify', 'list', 'export'] as const;
export type Command = (typeof commands)[number];

export interface Asked {
  readonly command: Command;
  readonly file: string;
  readonly secretFile: string | null;
  readonly keys: string | null;
  readonly ring: string | null;
  readonly anchor: string | null;
  readonly out: string | null;
}

export const usage = `Reads a Steading vault, a piece of one or a backup, also when parts of it are damaged.
Nothing that is read is changed.

  verify FILE    reads everything and says what is whole and what is not
  list FILE      the records by kind, with ids, revisions and dates; no content
  export FILE    every record that can be read, as one JSON document (not encrypted)

FILE is the folder "vault", its folder "journal", a file seg-NNNNNN.stj or cp-NNNNNN.stc,
or a backup (.stb, with its .stbk beside it).

  --secret-file FILE   passphrase or recovery code; without it you are asked for one
  --keys FILE          key file from elsewhere: a keys.stk, or a backup
  --ring FILE          keyring from elsewhere: ring-1.str, or a backup's .stbk
  --anchor FILE        note of the newest state that was seen (.sta), to tell an older copy
  --out DIR            export: writes DIR/steading-export.json; without it, to standard output

Ends with 0: all is well. 1: damaged; what could be read was read. 2: wrong passphrase or code.
3: not a file of Steading, of a newer version, or nothing there. 64: not done as asked.
`;

export type ArgumentError = { readonly words: string };

const noSecretHere =
  'A passphrase or a code is never taken from the command line: other programs can see it there, and the shell ' +
  'keeps it. Put it in a file and name that with --secret-file, or leave it out and type it when you are asked. ' +
  'If what you typed was the real one, take it out of your shell\u2019s history.';

const secretOptions =
  /^--?(p|pass|passphrase|password|pw|code|recovery|recovery-code|recovery-key|secret|key)(=|$)/i;
const valueOptions = {
  '--secret-file': 'secretFile',
  '--keys': 'keys',
  '--ring': 'ring',
  '--anchor': 'anchor',
  '--out': 'out',
} as const;
type OptionField = (typeof valueOptions)[keyof typeof valueOptions];

export function parseArguments(argv: readonly string[]): Result<Asked | 'help', ArgumentError> {
  const given: Partial<Record<OptionField, string>> = {};
  const rest: string[] = [];
  let isPlain = false;
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (isPlain || argument === '-' || !argument.startsWith('-')) {
      rest.push(argument);
      continue;
    }
    if (argument === '--') {
      isPlain = true;
      continue;
    }
    if (argument === '--help' || argument === '-h') return ok('help');
    if (secretOptions.test(argument)) return err({ words: noSecretHere });
    const [name = '', ...value] = argument.split('=');
    const field = Object.hasOwn(valueOptions, name) ? valueOptions[name as keyof typeof valueOptions] : null;
    if (field === null) return err({ words: 'There is an option that this tool does not know.' });
    if (given[field] !== undefined) return err({ words: `${name} was given twice.` });
    const text = argument.includes('=') ? value.join('=') : argv[(index += 1)];
    if (text === undefined || text === '') return err({ words: `${name} needs a name behind it.` });
    given[field] = text;
  }
  const [command, file, ...more] = rest;
  if (command === undefined || command === 'help') return ok('help');
  if (!isCommand(command)) return err({ words: 'The first word has to be verify, list or export.' });
  if (file === undefined) return err({ words: 'Say which folder or file to read.' });
  if (more.length > 0) {
    return err({
      words: 'There is one word too many. Put names with spaces in quotation marks. ' + noSecretHere,
    });
  }
  if (given.out !== undefined && command !== 'export') return err({ words: '--out goes with export.' });
  return ok({
    command,
    file,
    secretFile: given.secretFile ?? null,
    keys: given.keys ?? null,
    ring: given.ring ?? null,
    anchor: given.anchor ?? null,
    out: given.out ?? null,
  });
}

function isCommand(text: string): text is Command {
  return (commands as readonly string[]).includes(text);
}
