/** The bar for words on screen (design/interface.md, C1): short sentences, none of the banned words. */
import { expect } from 'vitest';

export function expectCalm(text: string): void {
  expect(text).not.toMatch(/please|sorry|oops|invalid|failed to|employee|victim/i);
  for (const sentence of text.split(/(?<=[.?:]) /)) {
    expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(22);
  }
}
