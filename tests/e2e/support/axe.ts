/** axe-core in the page, as strict as it goes: WCAG 2.2 AA, best practice, target size; and what it cannot judge. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe leaves to a person's judgement, and was judged: every entry says why it is right as it is. */
interface Reviewed {
  readonly rule: string;
  /** The element, or something around it. */
  readonly within: string;
  /** Only while this is on the page. */
  readonly beside?: string;
  readonly why: string;
}
const reviewed: readonly Reviewed[] = [
  {
    rule: 'color-contrast',
    within: 'figure[data-chart] svg.recharts-surface text',
    why: 'axe does not look behind text in a drawing. charts.spec.ts works out the contrast of all of it.',
  },
  {
    rule: 'color-contrast',
    within: '[role="region"][tabindex="0"] > table',
    why: 'Cells that are scrolled out of their region. They look like those in sight, which axe does judge.',
  },
  {
    rule: 'color-contrast',
    within: 'ol[aria-label="Phases of the plan"] button',
    why: 'The line of the thread is a pseudo-element of the button. It runs through the marks, above the words.',
  },
  {
    rule: 'color-contrast',
    within: 'form, figure[data-chart]',
    beside: '[role="listbox"], .recharts-tooltip-wrapper [role="status"]',
    why: 'Words under an open list or tip. The same words are judged where nothing lies over them.',
  },
  {
    rule: 'color-contrast',
    within: 'main',
    beside: 'svg[class*="horizon"]',
    why: 'The hills lie behind the first-run and lock pages. The test of colours holds words against each of them.',
  },
];

interface Finding {
  readonly rule: string;
  readonly target: string;
  readonly says: string;
  readonly isIncomplete: boolean;
}

interface AxeNode {
  readonly element: Element;
  readonly target: readonly unknown[];
  readonly failureSummary?: string;
  readonly any: readonly { readonly message: string }[];
}
interface AxeResult {
  readonly id: string;
  readonly nodes: readonly AxeNode[];
}
interface Axe {
  run(
    context: Document,
    options: unknown,
  ): Promise<{ readonly violations: readonly AxeResult[]; readonly incomplete: readonly AxeResult[] }>;
}

/** What depends on colours, which are all that differs between the schemes. */
const colourRules = ['color-contrast', 'link-in-text-block'];

async function findings(page: Page, only: 'everything' | 'colours'): Promise<readonly Finding[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return await page.evaluate(
    async ({ wanted, judged, colours }) => {
      const { axe } = window as unknown as { readonly axe: Axe };
      const results = await axe.run(document, {
        ...(colours === null
          ? { runOnly: { type: 'tag', values: wanted }, rules: { 'target-size': { enabled: true } } }
          : { runOnly: { type: 'rule', values: colours } }),
        resultTypes: ['violations', 'incomplete'],
        elementRef: true,
      });
      const flat = (list: readonly AxeResult[], isIncomplete: boolean): Finding[] =>
        list.flatMap(({ id, nodes }) =>
          nodes
            .filter(
              ({ element }) =>
                !isIncomplete ||
                !judged.some(
                  ({ rule, within, beside }) =>
                    rule === id &&
                    element.closest(within) !== null &&
                    (beside === undefined || document.querySelector(beside) !== null),
                ),
            )
            .map((node) => ({
              rule: id,
              target: node.target.join(' '),
              says: (node.any[0]?.message ?? node.failureSummary ?? '').replace(/\s+/g, ' '),
              isIncomplete,
            })),
        );
      return [...flat(results.violations, false), ...flat(results.incomplete, true)];
    },
    { wanted: tags, judged: reviewed, colours: only === 'colours' ? colourRules : null },
  );
}

export const schemes = ['light', 'dark'] as const;

/** Collects what axe finds on many pages; `report` has one line a fault, with all the places where it stands. */
export interface AxeWalk {
  look(page: Page, where: string): Promise<void>;
  report(): readonly string[];
}

export function createAxeWalk(): AxeWalk {
  const found = new Map<string, string[]>();
  return {
    async look(page, where) {
      for (const colorScheme of schemes) {
        // Without motion: colours on their way from one scheme to the other are nobody's colours.
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        for (const { rule, target, says, isIncomplete } of await findings(
          page,
          colorScheme === schemes[0] ? 'everything' : 'colours',
        )) {
          const fault = `${isIncomplete ? 'undecided ' : ''}${rule} at ${target}: ${says}`;
          found.set(fault, [...(found.get(fault) ?? []), `${where} (${colorScheme})`]);
        }
      }
    },
    report: () => [...found].map(([fault, where]) => `${fault} | ${where.join(', ')}`),
  };
}
