import { describe, expect, it } from 'vitest';
import { helpPages } from '../../../renderer/app/help/help-pages';
import { expectCalm } from './calm';

describe('help', () => {
  it('has one page for each task, access and agreements among them', () => {
    const ids = helpPages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['access', 'agreements', 'groups', 'requests']));
  });

  it('is calm and short', () => {
    for (const { title, lede, steps, more = [] } of helpPages)
      for (const text of [title, lede, ...steps, ...more]) expectCalm(text);
  });

  it('says that the pause of a request is to be checked locally', () => {
    const words = helpPages.find(({ id }) => id === 'requests')?.more?.join(' ');
    expect(words).toContain('Article 12A');
    expect(words).toContain('data protection adviser');
  });
});
