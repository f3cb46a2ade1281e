/** What is wrong with a drawn chart: its sentence, its name, its numbers against its points, its keys, its marks. */
import { expect, type Locator, type Page } from '@playwright/test';

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface Drawn {
  /** One for each series, in their order. */
  readonly series: readonly {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    readonly marker: string;
    readonly isJoined: boolean;
    readonly dash: string;
  }[];
  /** Two places on the axis of values, and what stands there. */
  readonly scale: readonly [
    { readonly value: number; readonly at: number },
    { readonly value: number; readonly at: number },
  ];
}

const noFigure = 'No figure';

function numberOf(text: string): number {
  return Number(text.replace('−', '-').replace('%', '').replace(/,/g, ''));
}

async function tableOf(figure: Locator): Promise<Table> {
  await figure.getByRole('button', { name: /^Show as table/ }).click();
  const table = figure.getByRole('table');
  await expect(table).toBeVisible();
  return {
    headings: await table.getByRole('columnheader').allTextContents(),
    rows: await table
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
      ),
  };
}

async function drawingOf(figure: Locator, isAcross: boolean): Promise<Drawn> {
  return await figure.evaluate((element, across): Drawn => {
    const centre = (shape: Element): { x: number; y: number } => {
      const { x, y, width, height } = shape.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    // Recharts keeps lines and points in layers of their own, in one order.
    const curves = [...element.querySelectorAll('.recharts-line-curve')];
    // Points of rows are drawn by Recharts, from the last series to the first, so that the newest lies on top.
    const dotGroups = [
      ...element.querySelectorAll(across ? '.recharts-line-dots' : '[data-layer="points"] [data-points]'),
    ];
    if (across) [curves, dotGroups].forEach((list) => list.reverse());
    const ticks = [...element.querySelectorAll(`.recharts-${across ? 'x' : 'y'}Axis-tick-labels text`)].map(
      (text) => ({
        value: Number(text.textContent.replace('−', '-').replace('%', '')),
        at: across ? centre(text).x : centre(text).y,
      }),
    );
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (first === undefined || last === undefined) throw new Error('An axis without numbers');
    return {
      series: dotGroups.map((group, index) => {
        const dots = [...group.querySelectorAll('path')];
        const curve = curves[index];
        return {
          points: dots.map(centre),
          // The letters of the path: what it is drawn of, whatever its size and place.
          marker: [...new Set(dots.map((dot) => (dot.getAttribute('d') ?? '').replace(/[^a-z]/gi, '')))].join(
            ' ',
          ),
          isJoined: curve !== undefined && getComputedStyle(curve).stroke !== 'none',
          dash: curve?.getAttribute('stroke-dasharray') ?? '',
        };
      }),
      scale: [first, last],
    };
  }, isAcross);
}

/** Tip of the point that the arrow keys are at: its name, and a value for each series. */
export async function tipOf(
  figure: Locator,
): Promise<{ readonly name: string; readonly lines: readonly string[] }> {
  return await figure.locator('.recharts-tooltip-wrapper [role="status"]').evaluate((tip) => ({
    name: tip.querySelector('strong')?.textContent ?? '',
    lines: [...tip.querySelectorAll('span')].map((line) => line.textContent),
  }));
}

/** The rows of the table in the order that the right arrow goes, each once; fewer where it does not reach one. */
async function funnelOrder(
  page: Page,
  figure: Locator,
  table: Table,
): Promise<readonly (readonly string[])[]> {
  const names: string[] = [];
  for (let at = 0; at < table.rows.length; at += 1) {
    if (at > 0) await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await tipOf(figure)).name).not.toBe(names.at(-1) ?? '');
    const { name, lines } = await tipOf(figure);
    const row = table.rows.find(([first]) => first === name);
    if (row !== undefined && lines.some((line) => line.endsWith(`: ${row[1] ?? ''}`))) names.push(name);
  }
  return table.rows.filter(([name]) => names.filter((each) => each === name).length === 1);
}

export async function faultsOf(page: Page, figure: Locator, where: string): Promise<string[]> {
  const found: string[] = [];
  const plot = figure.getByRole('application');
  const plotName = (await plot.getAttribute('aria-label')) ?? '';
  // A small one among many has the team for a heading, and its sentence below.
  const headline = [
    ...(await figure.getByRole('heading').allTextContents()),
    ...(await figure.locator('h2 + p, h3 + p').allTextContents()),
    (await page.getByRole('heading', { level: 1 }).textContent()) ?? '',
  ];
  const sentence = headline.find((text) => plotName.includes(`${text}. Use`)) ?? '';
  if (sentence.split(' ').length < 4)
    found.push(`${where}: the drawing "${plotName}" has no sentence that stands over it`);
  const name = await figure.evaluate(
    (element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '',
  );
  if (name === '') found.push(`${where}: the figure has no name`);
  const isOneOfMany = (await figure.locator('h2 + p, h3 + p').count()) > 0 && !plotName.includes(name);
  if (!isOneOfMany && !plotName.includes(name)) found.push(`${where}: the drawing is called "${plotName}"`);

  const table = await tableOf(figure);
  const isAcross = (await figure.locator('.recharts-yAxis-tick-labels text').count()) === 0;
  const drawn = await drawingOf(figure, isAcross);
  if (table.rows.length === 0 || drawn.series.length === 0)
    found.push(`${where}: nothing is drawn or tabled`);

  // Every value has its point, at its height on the axis, and no point is without a value.
  const [low, high] = drawn.scale;
  const perUnit = (high.at - low.at) / (high.value - low.value);
  // A tip names the series: in their order, as they are drawn. The pointer is put aside: the focus scrolls, and a
  // pointer that comes to rest on the drawing would have a tip of its own.
  await page.mouse.move(1, 1);
  await plot.focus();
  const labels = (await tipOf(figure)).lines
    .slice(0, drawn.series.length)
    .map((line) => line.split(': ')[0] ?? '');
  drawn.series.forEach((series, index) => {
    const column = table.headings.indexOf(labels[index] ?? '');
    const values = table.rows
      .map((row) => row[column] ?? '')
      .filter((cell) => cell !== noFigure)
      .map(numberOf);
    if (column < 1 || values.some(Number.isNaN)) {
      found.push(`${where}: no column of numbers for "${labels[index] ?? ''}"`);
      return;
    }
    if (values.length !== series.points.length) {
      found.push(
        `${where}: ${values.length} numbers and ${series.points.length} points for "${labels[index] ?? ''}"`,
      );
    }
    series.points.forEach((point, at) => {
      const expected = low.at + ((values[at] ?? 0) - low.value) * perUnit;
      const off = Math.abs((isAcross ? point.x : point.y) - expected);
      // The table rounds, and a triangle's middle is not the middle of its box.
      if (off > 3)
        found.push(
          `${where}: point ${at + 1} of "${labels[index] ?? ''}" is ${off.toFixed(1)} px off its number`,
        );
    });
  });

  // The arrow keys stop at every row of the table, and say the same. A funnel is walked from the smallest to the largest.
  const isFunnel = (await figure.getAttribute('data-layout')) === 'funnel';
  const walked = isFunnel ? await funnelOrder(page, figure, table) : table.rows;
  if (walked.length !== table.rows.length) found.push(`${where}: the arrow keys pass over a team`);
  for (const [at, row] of isFunnel ? [] : walked.entries()) {
    if (at > 0) await page.keyboard.press('ArrowRight');
    const strong = figure.locator('.recharts-tooltip-wrapper [role="status"] strong');
    const isThere = await expect(strong)
      .toHaveText(row[0] ?? '', { timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (!isThere) {
      found.push(`${where}: the right arrow key does not go on to "${row[0] ?? ''}"`);
      break;
    }
    const { lines } = await tipOf(figure);
    for (const label of labels) {
      const cell = row[table.headings.indexOf(label)] ?? '';
      const said = lines.find((line) => line.startsWith(`${label}: `)) ?? '';
      const value = cell === noFigure ? 'no figure' : cell;
      if (said.slice(label.length + 2).replace(/ \(.*$/, '') !== value) {
        found.push(`${where}, ${row[0] ?? ''}: the table has "${cell}", the tip says "${said}"`);
      }
    }
  }
  await page.keyboard.press('Escape');
  await expect(figure.locator('.recharts-tooltip-wrapper [role="status"]')).toHaveCount(0);

  // Without colour: each series has a marker of its own and, where it is a line, a dash of its own.
  const markers = drawn.series.map(({ marker }) => marker.split(' ')[0]);
  if (new Set(markers).size !== markers.length) found.push(`${where}: two series have the same marker`);
  const dashes = drawn.series.filter(({ isJoined }) => isJoined).map(({ dash }) => dash);
  if (new Set(dashes).size !== dashes.length) found.push(`${where}: two lines have the same dash`);
  return found;
}
