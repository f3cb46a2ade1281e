import { describe, expect, it } from 'vitest';
import { plainColour } from '../../../renderer/charts/picture/flat-copy';
import { brokenLines } from '../../../renderer/charts/picture/picture-text';

const look = { size: 10, lineHeight: 12, weight: 400, colour: 'black' } as const;
const measure = (text: string): number => text.length;

describe('words of a picture', () => {
  it('break between words, none is lost, and a word that is too long has a line of its own', () => {
    const text = 'Sickness in March 2026 was above its usual range';
    const lines = brokenLines(text, look, 16, measure);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(16);
    expect(brokenLines('a incomprehensibilities b', look, 8, measure)).toEqual([
      'a',
      'incomprehensibilities',
      'b',
    ]);
    expect(brokenLines('', look, 8, measure)).toEqual(['']);
  });
});

describe('colours of a picture', () => {
  it('are written so that every program knows them', () => {
    expect(plainColour('color(srgb 1 0.5 0)')).toBe('rgb(255, 128, 0)');
    expect(plainColour('color(srgb -0.0001 1.2 2e-5)')).toBe('rgb(0, 255, 0)');
    expect(plainColour('rgb(0, 45, 84)')).toBe('rgb(0, 45, 84)');
    expect(plainColour('none')).toBe('none');
  });
});
