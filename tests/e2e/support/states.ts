/** States of pages that a person brings about: errors shown, something open over the page, something unfolded. */
import { expect, type Page } from '@playwright/test';
import { demoPassphrase } from '../page-models/locking.js';
import type { DemoPaths, Stop } from './places.js';

const press =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page
      .getByRole('main')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click();
  };

/** Sends the form as it stands and waits for what is said about it. */
const send =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await press(name)(page);
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  };

const clear =
  (label: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('main').getByRole('textbox', { name: label, exact: true }).fill('');
  };

function inTurn(...acts: readonly ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const act of acts) await act(page);
  };
}

export async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page
    .locator('main input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

/** Two good rows, one bad. */
const peopleFile = [
  'Name,Role,Team,Start date',
  'Una Test,Key worker,Day,01/02/2024',
  'Otto Test,Nurse,Day,02/03/2023',
  'Nobody Test,Nurse,Day,31/02/2024',
].join('\r\n');

const matchColumns = async (page: Page): Promise<void> => {
  await chooseFile(page, 'people.csv', peopleFile);
  await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
};
const checkRows = async (page: Page): Promise<void> => {
  await press('Check these rows')(page);
  await expect(page.getByRole('button', { name: /^Bring in 2 people/ })).toBeVisible();
};

const importStates: readonly Stop[] = [
  {
    what: 'A file that is no table',
    path: '/people/import',
    act: async (page) => {
      await chooseFile(page, 'people.csv', '%PDF-1.7 not a table');
      await expect(page.getByRole('alert').getByText('This is a PDF')).toBeVisible();
    },
  },
  { what: 'Match the columns', path: '/people/new', act: toImport(matchColumns) },
  {
    what: 'A column left out',
    path: '/people/new',
    act: toImport(
      inTurn(
        matchColumns,
        async (page) => {
          await page.getByLabel('Role', { exact: true }).selectOption('');
        },
        send('Check these rows'),
      ),
    ),
  },
  { what: 'Check the rows', path: '/people/new', act: toImport(inTurn(matchColumns, checkRows)) },
  {
    what: 'Rows brought in',
    path: '/people/new',
    act: toImport(
      inTurn(matchColumns, checkRows, press(/^Bring in 2 people/), async (page) => {
        await expect(page.getByText('2 people brought in')).toBeVisible();
        await page.getByRole('button', { name: 'Undo this import' }).click();
        await expect(page.getByText('The import is undone')).toBeVisible();
      }),
    ),
  },
];

/** By way of another page, so that the import starts anew. */
function toImport(act: (page: Page) => Promise<void>): (page: Page) => Promise<void> {
  return async (page) => {
    await page.evaluate(() => {
      location.hash = '#/people/import';
    });
    await expect(page.getByRole('heading', { level: 1, name: 'Bring in people' })).toBeVisible();
    await act(page);
  };
}

/** Forms that were sent with something missing or wrong, in any vault that holds people. */
export const errorStates: readonly Stop[] = [
  {
    what: 'A vacancy, errors',
    path: '/workforce/posts/new',
    act: send('Save vacancy'),
  },
  {
    what: 'An issue outside our control, errors',
    path: '/workforce/outside/new',
    act: send('Save issue'),
  },
  {
    what: 'A policy review, errors',
    path: '/workforce/policies/new',
    act: send('Save document'),
  },
  { what: 'Person form, errors', path: '/people/new', act: send('Save person') },
  { what: 'Supervision form, errors', path: '/supervision/new', act: send('Save record') },
  { what: 'Group form, errors', path: '/supervision/groups/new', act: send('Save group') },
  { what: 'Incident form, errors', path: '/incidents/new', act: send('Open the plan') },
  {
    what: 'Round form, errors',
    path: '/wellbeing/new',
    act: inTurn(clear('Name of the round'), clear('People invited'), send('Open the round')),
  },
  { what: 'Composer, errors', path: '/wellbeing/measures/new', act: send('Save measure') },
  { what: 'Absence form, errors', path: '/workforce/absences/new', act: send('Save absence') },
  {
    what: 'Settings, errors',
    path: '/settings',
    act: inTurn(clear('Name of the service'), send('Save details')),
  },
  {
    what: 'New passphrase, errors',
    path: '/settings/passphrase',
    act: inTurn(async (page) => {
      await page.getByRole('textbox', { name: 'Passphrase you use now' }).fill(demoPassphrase);
      await page.getByRole('button', { name: 'Choose a new one' }).click();
      await page.getByRole('radio', { name: /Type my own/ }).check();
    }, send('Use my passphrase')),
  },
  {
    what: 'Passphrase of now, errors',
    path: '/settings/recovery-kit',
    act: send('Go on'),
  },
];

/** Everything that opens over a page or unfolds in it, with made-up data. */
export function openStates(paths: DemoPaths): readonly Stop[] {
  return [
    ...importStates,
    { what: 'The day somebody starts', path: paths.post, act: press('Somebody starts') },
    { what: 'Why a post is withdrawn', path: paths.post, act: press('It is withdrawn') },
    { what: 'The day a policy was looked at', path: paths.policy, act: press('It was looked at') },
    { what: 'A risk paper that nobody has read', path: `${paths.issue}/paper`, act: send('Save as PDF') },
    {
      what: 'A key, being checked',
      path: '/wellbeing/measures/uwes9',
      act: async (page) => {
        await page
          .getByRole('button', { name: /^I have checked it/ })
          .first()
          .click();
        await expect(page.getByRole('textbox', { name: /^Checked against/ })).toBeFocused();
      },
    },
    {
      what: 'Licence and norms',
      path: '/wellbeing/measures',
      act: (page) => page.getByText('Licence and norms').click(),
    },
    {
      what: 'A scale, being composed',
      path: '/wellbeing/measures/new/pulse',
      act: (page) => page.getByRole('button', { name: 'Change: Safe' }).click(),
    },
    {
      what: 'The parts of a round, own ones',
      path: '/wellbeing/new',
      act: async (page) => {
        await page.getByRole('radio', { name: 'My own parts' }).check({ force: true });
        await expect(page.getByRole('textbox', { name: 'The parts' })).toBeVisible();
      },
    },
    { what: 'The palette', path: '/today', act: (page) => page.keyboard.press('Control+k') },
    {
      what: 'The palette, a person found',
      path: '/actions',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('a');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
    },
    {
      what: 'The palette, nothing found',
      path: '/spaces',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('zzzz');
        await expect(page.getByText('No matches. Try a role or a place.')).toBeVisible();
      },
    },
    {
      what: 'The palette, another spelling',
      path: '/today',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('supervison');
        await expect(page.getByText(/^Nothing with “supervison”/).first()).toBeVisible();
        // The mark on the first of what was found moves on a moment after the list has changed.
        await expect
          .poll(() =>
            page.evaluate(() => {
              const marked = document.activeElement?.getAttribute('aria-activedescendant') ?? null;
              return marked === null || document.getElementById(marked) !== null;
            }),
          )
          .toBe(true);
      },
    },
    {
      what: 'The palette, being narrowed',
      path: '/today',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('button', { name: 'Narrow', exact: true }).click();
        await page.getByLabel('From', { exact: true }).fill('1 jan 2020');
      },
    },
    {
      what: 'The palette, narrowed',
      path: '/today',
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('button', { name: 'Narrow', exact: true }).click();
        await page.getByLabel('Theme', { exact: true }).selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Done', exact: true }).click();
        await expect(page.getByRole('option').first()).toBeVisible();
      },
    },
    {
      what: 'The menu "New"',
      path: '/today',
      act: async (page) => {
        await page.getByRole('button', { name: 'New', exact: true }).click();
        await expect(page.getByRole('menu')).toBeVisible();
      },
    },
    {
      what: 'A list of people open',
      path: '/supervision/new',
      act: async (page) => {
        await page.getByRole('combobox', { name: 'Who with' }).fill('a');
        await expect(page.getByRole('option').first()).toBeVisible();
      },
    },
    {
      what: 'A list without a match',
      path: '/workforce/absences/new',
      act: async (page) => {
        await page.getByRole('combobox', { name: 'Who is away' }).fill('zzzz');
        await expect(page.getByText('No matches. Try another name or a role.')).toBeVisible();
      },
    },
    {
      what: 'A calendar open',
      path: '/workforce/absences/new',
      act: async (page) => {
        await press('Calendar for first day away')(page);
        await expect(page.getByRole('grid')).toBeVisible();
      },
    },
    {
      what: 'People, nobody found',
      path: '/people',
      act: async (page) => {
        await page.getByRole('textbox', { name: 'Find by name, role, team or site' }).fill('zzzz');
        await expect(page.getByText('No matches for')).toBeVisible();
      },
    },
    {
      what: 'Supervision form, everything unfolded',
      path: '/supervision/new',
      act: async (page) => {
        await page.getByText('Add more, or leave it for later').click();
        await page.getByText('What never belongs here').click();
      },
    },
    {
      what: 'A sitting without answers, and something taken back',
      path: `${paths.group}/sitting`,
      act: inTurn(press('Add something'), send('Save sitting')),
    },
    { what: 'A member joins', path: paths.group, act: press('Add a member') },
    { what: 'The days of a member', path: paths.group, act: press(/^Change the days of/) },
    {
      what: 'Supervision on another day',
      path: '/supervision',
      act: press(/^As of /),
    },
    {
      what: 'Incident form, everything unfolded',
      path: '/incidents/new',
      act: async (page) => {
        await page.getByRole('radio', { name: 'No', exact: true }).check();
        await page.getByLabel('What happened?').selectOption({ index: 1 });
        await page.getByText('Change who does what, and when').click();
        await page
          .getByRole('button', { name: /^Change who or when: / })
          .first()
          .click();
        const affected = page.getByRole('combobox', { name: 'Add a person or a team' });
        await affected.fill('a');
        await page.getByRole('listbox').getByRole('option').first().click();
        await expect(page.getByRole('list', { name: 'People affected' })).toBeVisible();
      },
    },
    {
      what: 'A note that somebody was told',
      path: `${paths.plan}/notifications`,
      act: press(/^Note what was done: /),
    },
    {
      what: 'The editor of a template, a step unfolded',
      path: '/incidents/templates/suicide',
      act: inTurn(press('Copy and change'), press(/^Change: /)),
    },
    { what: 'Correct the date', path: paths.plan, act: press('Correct the date') },
    { what: 'One page', path: paths.plan, act: press('One page') },
    { what: 'The door for what names people', path: `${paths.request}/copy`, act: press('Save as PDF') },
    {
      what: 'The door for what names people, its line not ticked',
      path: paths.agreement,
      act: inTurn(press('Print'), async (page) => {
        const door = page.getByRole('dialog');
        await door.getByRole('radio', { name: 'To be signed' }).check();
        await door.getByRole('button', { name: 'Print this copy' }).click();
        await expect(door.getByRole('alert')).toBeVisible();
      }),
    },
    { what: 'Answer of a check-in', path: paths.plan, act: press(/^Record an answer: /) },
    { what: 'Who and when of a step', path: paths.plan, act: press(/^Change who or when: /) },
    {
      what: 'A debrief is questioned',
      path: paths.plan,
      act: async (page) => {
        await page.getByRole('textbox', { name: 'Add a step' }).fill('Debrief for all');
        await expect(page.getByRole('status').filter({ hasText: /debrief/i })).toBeVisible();
      },
    },
    { what: 'Close the round', path: paths.openRound, act: press('Close and lock') },
    {
      what: 'Answers of another tool, to be matched, with an error',
      path: `${paths.openRound}/table`,
      act: inTurn(async (page) => {
        await chooseFile(page, 'answers.csv', 'When,Q1,Q2,Q3,Mood\r\n09:12,1,often,3,4');
        await expect(page.getByRole('heading', { name: 'Which column is which' })).toBeVisible();
      }, send('Check these rows')),
    },
    {
      what: 'A sheet typed a second time',
      path: `${paths.openRound}/paper`,
      act: async (page) => {
        await page.getByRole('checkbox', { name: 'Type each sheet twice' }).check({ force: true });
        await page.getByRole('textbox', { name: 'Item 1', exact: true }).fill('3');
        await press('Type it again')(page);
        await expect(page.getByRole('heading', { name: 'The same sheet once more' })).toBeVisible();
      },
    },
    {
      what: 'A refused answer',
      path: `${paths.openRound}/paper`,
      act: async (page) => {
        await page.getByRole('textbox', { name: 'Item 1', exact: true }).fill('9');
        await expect(page.getByText('“9” was not kept')).toBeVisible();
      },
    },
    {
      what: 'Wellbeing, tables and method unfolded',
      path: '/wellbeing',
      act: unfold,
    },
    { what: 'Workforce, tables and methods unfolded', path: '/workforce', act: unfold },
    {
      what: 'A new phase of a chart, errors',
      path: '/workforce/figures/breaks',
      act: async (page) => {
        await press('Start a new phase')(page);
        const dialog = page.getByRole('dialog', { name: 'Start a new phase' });
        await dialog.getByRole('button', { name: 'Start the phase' }).click();
        await expect(dialog.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
      },
    },
    {
      what: 'Target and rules of a chart',
      path: '/workforce/figures/sickness-days',
      act: async (page) => {
        await press('Change target and rules')(page);
        await expect(page.getByRole('dialog', { name: 'Target and rules' })).toBeVisible();
      },
    },
    {
      what: 'A point of a chart',
      path: '/wellbeing',
      act: async (page) => {
        await page.locator('figure[data-chart] svg.recharts-surface').first().focus();
        await page.keyboard.press('ArrowRight');
        await expect(page.locator('.recharts-tooltip-wrapper [role="status"]').first()).toBeVisible();
      },
    },
    {
      what: 'A message in the corner',
      path: paths.session,
      act: async (page) => {
        await page.getByRole('button', { name: 'Delete', exact: true }).click();
        await expect(page.getByText('Record deleted.')).toBeVisible();
      },
    },
  ];
}

async function unfold(page: Page): Promise<void> {
  const shut = page.getByRole('button', { name: 'Show as table' });
  for (let left = await shut.count(); left > 0; left -= 1) await shut.first().click();
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true;
  });
}
