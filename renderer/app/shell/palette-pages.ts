/**
 * The pages as the palette offers them: those of every place, and those that come of a list of their own (figures,
 * measures, templates, reports, help). In a chunk of its own: nothing of it is needed before the palette opens.
 */
import { planTemplates } from '@shared/event-plans/registry';
import { instruments } from '@shared/instruments/registry';
import { reportKinds, reportKindWords } from '@shared/reports/report-kinds';
import { measures } from '@shared/workforce/measures';
import { matches } from '../../ui/ComboBox';
import { helpPages } from '../help/help-pages';
import { pagesByPlace, type AppPage } from '../pages';
import type { PlaceId } from '../places';

export interface PalettePage {
  readonly path: string;
  readonly label: string;
  readonly also: string;
  readonly does: boolean;
  readonly placeId: PlaceId;
}

function fixedPages(): readonly PalettePage[] {
  return (Object.entries(pagesByPlace) as [PlaceId, readonly AppPage[]][]).flatMap(([placeId, pages]) =>
    pages.map(({ path, label, also, does }) => ({
      path: `/${placeId}${path}`,
      label,
      also: also ?? '',
      does: does === true,
      placeId,
    })),
  );
}

const page = (placeId: PlaceId, path: string, label: string, also = ''): PalettePage => ({
  path: `/${placeId}${path}`,
  label,
  also,
  does: false,
  placeId,
});

export function palettePages(): readonly PalettePage[] {
  return [
    ...fixedPages(),
    ...reportKinds.map((kind) => ({
      ...page('reports', `/make/${kind}`, `Make: ${reportKindWords[kind].title}`, 'report export'),
      does: true,
    })),
    ...measures.map(({ id, label }) => page('workforce', `/figures/${id}`, label, 'figure chart')),
    ...instruments.map(({ id, title }) => page('wellbeing', `/measures/${id}`, title, 'measure')),
    ...instruments
      .filter(({ setting }) => setting === 'team')
      .map(({ id, title }) => ({
        ...page('wellbeing', `/new/${id}`, `New round: ${title}`, 'survey'),
        does: true,
      })),
    ...planTemplates.map(({ id, title }) =>
      page('incidents', `/templates/${id}`, `Template: ${title}`, 'plan'),
    ),
    ...helpPages.map(({ id, title, lede }) => page('help', `/${id}`, title, `help ${lede}`)),
  ];
}

/** Every word that was typed begins a word of the page; those that begin with what was typed come first. */
export function pagesFound(pages: readonly PalettePage[], typed: string): readonly PalettePage[] {
  const start = typed.trim().toLowerCase();
  const rank = ({ label }: PalettePage): number => {
    if (label.toLowerCase().startsWith(start)) return 0;
    return matches({ value: '', label }, typed) ? 1 : 2;
  };
  return pages
    .filter(({ path, label, also }) => matches({ value: path, label, detail: also }, typed))
    .toSorted((left, right) => rank(left) - rank(right));
}
