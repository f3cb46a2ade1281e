/** A drawing with all that the style sheets give it written into its elements: it looks the same outside of the app. */
import { pictureFont } from './picture-text';

const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-opacity',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

/** What Chromium leaves at the default is not written: a picture of hundreds of points stays small. */
const defaults: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linejoin': 'miter',
  'stroke-linecap': 'butt',
  'stroke-opacity': '1',
  opacity: '1',
  'paint-order': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};

const kept = new Set([
  'd',
  'x',
  'y',
  'dx',
  'dy',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
  'points',
  'transform',
  'viewBox',
]);

/** "color(srgb 0.9 0.9 0.9)", which mixed colours come out as, is not known everywhere. */
export function plainColour(colour: string): string {
  const parts = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)/.exec(colour);
  if (parts === null) return colour;
  const channels = parts.slice(1).map((part) => Math.round(Math.min(1, Math.max(0, Number(part))) * 255));
  return `rgb(${channels.join(', ')})`;
}

function isUnwanted(element: Element): boolean {
  return ['defs', 'title', 'desc', 'clipPath'].includes(element.tagName);
}

function copyInto(target: SVGElement, source: Element): void {
  const look = getComputedStyle(source);
  const isShape = !['svg', 'g'].includes(source.tagName);
  for (const { name, value } of source.attributes) if (kept.has(name)) target.setAttribute(name, value);
  if (isShape) {
    for (const name of carried) {
      const value = plainColour(look.getPropertyValue(name));
      const isOfText = name.startsWith('font') || name === 'text-anchor' || name === 'dominant-baseline';
      if (value === '' || value === defaults[name]) continue;
      if (isOfText && source.tagName !== 'text') continue;
      if (name.startsWith('stroke') && look.stroke === 'none') continue;
      target.setAttribute(name, value);
    }
    if (source.tagName === 'text') target.setAttribute('font-family', pictureFont);
  } else if (look.opacity !== '1') {
    target.setAttribute('opacity', look.opacity);
  }
  for (const child of source.childNodes) {
    if (child instanceof SVGElement) {
      if (!isUnwanted(child)) target.append(flatCopy(child));
    } else if (child.nodeType === Node.TEXT_NODE) {
      target.append(child.textContent ?? '');
    }
  }
}

export function flatCopy(source: SVGElement): SVGElement {
  const copy = document.createElementNS('http://www.w3.org/2000/svg', source.tagName);
  copyInto(copy, source);
  return copy;
}
