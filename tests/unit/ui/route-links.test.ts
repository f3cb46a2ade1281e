import { describe, expect, it } from 'vitest';
import { toAbsolute } from '../../../renderer/ui/route-links';

const roots = ['today', 'people', 'supervision'];

describe('toAbsolute', () => {
  it.each([
    ['/people/new', '/supervision', '/people/new'],
    ['~/people/new', '/supervision', '/people/new'],
    ['/new', '/people', '/people/new'],
    ['new', '/people', '/people/new'],
    ['/', '/people', '/people'],
    ['/people', '/people', '/people'],
    ['/people?team=a', '/today', '/people?team=a'],
    ['/', '', '/'],
  ])('reads %s within %s as %s', (href, base, whole) => {
    expect(toAbsolute(href, base, roots)).toBe(whole);
  });
});
