/** Words of the results that need no React. */
import type { Norm } from '@shared/instruments/instrument';
import { listed } from '@shared/wellbeing/result-words';
import { minimumReplies } from '@shared/wellbeing/round-results';
import type { PartHiddenReason } from '@shared/wellbeing/split-views';

export function itemWords(item: number, wording: readonly string[] | null): string {
  const text = wording?.[item - 1];
  return text === undefined ? `Item ${item}` : `${item}. ${text}`;
}

/** Why parts are hidden. Which of them is the small one is never said: that would be a figure about it. */
export function partsHiddenText(
  names: string,
  hidden: number,
  shown: number,
  reason: PartHiddenReason,
): { readonly title: string; readonly why: string; readonly ways: readonly string[] } {
  const are = hidden === 1 ? 'is hidden' : hidden === 2 ? 'are both hidden' : 'are all hidden';
  const title = `${names} ${are}${shown === 0 ? '. Only the total stays' : ''}`;
  switch (reason) {
    case 'teams-shown':
      return {
        title,
        why: 'A team was asked in the same days, and its results are shown. Beside them a part could tell who is in both.',
        ways: ['Ask teams at another time than the whole service'],
      };
    case 'round-hidden':
      return { title, why: 'The round itself is hidden, and so are its parts.', ways: [] };
    default:
      return {
        title,
        why: `A part needs ${minimumReplies} replies that can be scored. What is left beside it needs ${minimumReplies} too.`,
        ways: ['Ask for wider parts next time, such as two roles under one name'],
      };
  }
}

/** Alpha in words, with its number for those who know it. A negative one is an accident of few replies. */
export function alphaText(alphas: readonly { readonly title: string; readonly alpha: number }[]): string {
  if (alphas.length === 0) return '';
  const name = ({ title, alpha }: { readonly title: string; readonly alpha: number }): string =>
    `${title.replace(/ \(.*\)$/u, '')} (${alpha < 0 ? 'below 0' : alpha.toFixed(2)})`;
  const well = alphas.filter(({ alpha }) => alpha >= 0.7).map(name);
  const loosely = alphas.filter(({ alpha }) => alpha < 0.7).map(name);
  const parts = [
    well.length === 0 ? '' : `well enough on ${listed(well)}`,
    loosely.length === 0 ? '' : `loosely on ${listed(loosely)}: read with care`,
  ];
  return `Items hang together ${parts.filter((part) => part !== '').join('; ')}. That is Cronbach’s alpha.`;
}

/** "General population, several countries, 1998, 287 people" */
export function whoWords({ population, country, year, n }: Norm): string {
  const where = country === 'Several' ? 'several countries' : country;
  const people = n === null ? '' : `, ${n.toLocaleString('en-GB')} people`;
  return `${population}, ${where}${year === null ? '' : `, ${year}`}${people}`;
}
