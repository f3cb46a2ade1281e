/** Every page that the walks of the app visit can be reached from the palette, and each has help of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { helpFor } from '../../../renderer/app/help/help-for';
import { helpPages } from '../../../renderer/app/help/help-pages';
import { pagesByPlace } from '../../../renderer/app/pages';
import { pagesFound, palettePages } from '../../../renderer/app/shell/palette-pages';
import { newThings } from '../../../renderer/app/shell/new-things';

/** A page of one thing that its list leads to, where the palette leads to the list: route → list. */
const byItsList: Readonly<Record<string, string>> = {
  '/incidents/month/2026-03': '/incidents/month',
  '/incidents/rehearsal/drill/7': '/incidents/rehearsal',
  '/wellbeing/measures/new/pulse': '/wellbeing/measures/new',
};

/** Read as text: the file belongs to Playwright, whose `expect` cannot be loaded beside this one. */
function standingRoutes(): readonly string[] {
  const text = readFileSync(join(import.meta.dirname, '../../e2e/support/places.ts'), 'utf8');
  const standing = text.slice(text.indexOf('export const places'), text.indexOf('export const standingPages'));
  return [...standing.matchAll(/path: '([^']+)'/g)].map((match) => match[1] ?? '');
}

const routes = standingRoutes();
const pages = palettePages();
const places = Object.keys(pagesByPlace).map((id) => `/${id}`);

describe('pages', () => {
  it('reads the routes of the walk', () => {
    expect(routes.length).toBeGreaterThan(70);
    expect(routes).toContain('/workforce/policies/new');
  });

  it.each(routes)('%s can be reached by the palette', (route) => {
    const wanted = byItsList[route] ?? route;
    if (places.includes(wanted) || newThings.some(({ path }) => path === wanted)) return;
    const page = pages.find(({ path }) => path === wanted);
    expect(page, `Add it to renderer/app/pages.ts: ${wanted}`).toBeDefined();
    // By its own words it comes among the first eight, which is as many as are shown.
    const first = pagesFound(pages, page?.label ?? '').slice(0, 8);
    expect(first.map(({ path }) => path)).toContain(wanted);
  });

  it.each(routes.filter((route) => !route.startsWith('/help')))('%s has help that exists', (route) => {
    const id = helpFor(route);
    expect(helpPages.map((page) => page.id)).toContain(id);
  });

  it('offers no page twice, and none without words', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths.filter((path, at) => paths.indexOf(path) !== at)).toEqual([]);
    for (const { label } of pages) expect(label.trim()).not.toBe('');
  });
});
