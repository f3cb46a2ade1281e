import { describe, expect, it } from 'vitest';
import { aboutForm, canSeeLines, finishWords, sendingLines } from '@shared/survey/form-words';
import { staffLetter, type ReplyWay } from '@shared/survey/staff-letter';
import { expectCalm } from '../ui/calm';

const ways: readonly ReplyWay[] = ['folder', 'stick', 'email', 'kiosk', 'paper'];
const from = {
  serviceName: 'Harbour Support',
  title: 'How work has been',
  closesOn: '14 May 2026',
  how: ways,
  hasSplit: true,
};
const linesOf = (letter: ReturnType<typeof staffLetter>): string[] => [
  ...letter.opening,
  ...letter.parts.flatMap(({ lines }) => lines),
  letter.closing,
];

/** Flesch-Kincaid grade: a reading age of about 12 is grade 7. Syllables by runs of vowels, which is near enough. */
function grade(lines: readonly string[]): number {
  const text = lines.join(' ');
  const sentences = text.split(/[.?!:](?:\s|$)/u).filter((part) => part.trim() !== '').length;
  const words = text.match(/[\p{L}’-]+/gu) ?? [];
  const syllables = words
    .map(
      (word) =>
        word
          .toLowerCase()
          .replace(/e$/u, '')
          .match(/[aeiouy]+/gu)?.length ?? 1,
    )
    .reduce((sum, count) => sum + Math.max(1, count), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

describe('what the form says about itself', () => {
  it('is in short, calm sentences', () => {
    for (const way of ['file', 'kiosk'] as const) {
      const lines = aboutForm(way, true).flatMap(({ heading, lines: said }) => [heading, ...said]);
      for (const line of [...lines, finishWords[way].label, finishWords[way].next]) expectCalm(line);
      expect(grade(aboutForm(way, true).flatMap(({ lines: said }) => said))).toBeLessThan(7);
    }
  });

  it('tells of parts of the service only where they are asked for', () => {
    expect(canSeeLines(true).filter((line) => !canSeeLines(false).includes(line))).toEqual([
      'Figures for one part of the service, if at least 5 people there answered.',
    ]);
  });

  it('tells of sending only where something is sent', () => {
    const said = (way: 'file' | 'kiosk'): string[] => aboutForm(way, false).flatMap(({ lines }) => lines);
    for (const line of sendingLines) {
      expect(said('file')).toContain(line);
      expect(said('kiosk')).not.toContain(line);
    }
  });
});

describe('the letter to staff', () => {
  it('is in short, calm sentences that a child of 12 can read', () => {
    const letter = staffLetter(from);
    for (const line of linesOf(letter)) expectCalm(line);
    expect(grade(linesOf(letter))).toBeLessThan(7);
  });

  it('fits on a page of A4, with every way of answering', () => {
    // 11 pt over 178 mm holds about 95 letters a line and 50 lines a page; a heading counts for two and a half.
    const letter = staffLetter({
      ...from,
      serviceName: 'The Harbour Support and Recovery Service, Northern Isles',
    });
    const rows = linesOf(letter).reduce((sum, line) => sum + Math.ceil(line.length / 85) + 0.25, 0);
    expect(rows + 2.5 * (letter.parts.length + 1)).toBeLessThan(50);
  });

  it('says the same of what can be seen as the form does', () => {
    const seen = staffLetter(from).parts.find(({ heading }) => heading === 'What your manager can see');
    const onForm = aboutForm('file', true).find(({ heading }) => heading === 'What your manager can see');
    expect(seen?.lines).toEqual(onForm?.lines);
  });

  it('names the ways that were arranged, and no others', () => {
    const linesFor = (how: readonly ReplyWay[]) => linesOf(staffLetter({ ...from, how })).join('\n');
    expect(linesFor(['paper'])).toMatch(/paper/);
    expect(linesFor(['paper'])).not.toMatch(/e-mail|laptop|folder|stick/);
    expect(linesFor(['folder'])).toMatch(/shared folder can show who/);
    expect(linesFor(['kiosk'])).not.toMatch(/e-mail|paper/);
    expect(linesFor(['email', 'folder'])).toBe(linesFor(['folder', 'email']));
  });

  it('leaves out what it was not told', () => {
    const text = linesOf(staffLetter({ ...from, serviceName: '', closesOn: '', how: [] })).join('\n');
    expect(text).toContain('We would like to know how work is for you.');
    expect(text).not.toMatch(/last day|undefined/);
  });
});
