/**
 * A chart as one SVG that stands alone: sentence, measure, period, icons with their words, key, drawing, notes. Light
 * paper, its own background, no style sheet, no resource from elsewhere.
 */
import { numberedNotes, type ChartSpec } from '@shared/charts/chart-spec';
import { flatCopy, plainColour } from './flat-copy';
import { brokenLines, createMeasure, pictureFont, type MeasureText, type TextLook } from './picture-text';

export interface ChartPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const namespace = 'http://www.w3.org/2000/svg';
/** The width that the drawing is made in. */
export const drawingWidth = 904;

/** `alone`: with the measure's name, and space around it. `in-report`: under a heading with that name, among other text. */
export type PicturePlace = 'alone' | 'in-report';
const margins: Readonly<Record<PicturePlace, number>> = { alone: 28, 'in-report': 0 };

interface Paper {
  readonly text: string;
  readonly muted: string;
  readonly card: string;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function paperOf(stage: HTMLElement): Paper {
  const probe = stage.appendChild(document.createElement('i'));
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return plainColour(getComputedStyle(probe).color);
  };
  const paper = { text: colour('text'), muted: colour('muted'), card: colour('card') };
  probe.remove();
  return paper;
}

/** Puts one thing under the other. */
class Sheet {
  readonly root = element('svg', { xmlns: namespace });
  readonly width: number;
  y: number;

  constructor(
    private readonly measure: MeasureText,
    readonly margin: number,
  ) {
    this.width = drawingWidth + margin * 2;
    this.y = margin;
  }

  words(text: string, look: TextLook, indent = 0): void {
    const x = this.margin + indent;
    for (const line of brokenLines(text, look, this.width - this.margin - x, this.measure)) {
      this.line(line, look, x);
      this.y += look.lineHeight;
    }
  }

  line(text: string, look: TextLook, x: number): number {
    const made = element('text', {
      x,
      y: this.y + look.lineHeight * 0.72,
      'font-family': pictureFont,
      'font-size': look.size,
      'font-weight': look.weight,
      fill: look.colour,
    });
    made.append(text);
    this.root.append(made);
    return this.measure(text, look);
  }

  drawing(source: SVGSVGElement, x: number, y: number): void {
    const copy = flatCopy(source);
    copy.setAttribute('x', String(x));
    copy.setAttribute('y', String(y));
    copy.setAttribute('overflow', 'visible');
    this.root.append(copy);
  }
}

function addReading(
  sheet: Sheet,
  spec: ChartSpec,
  stage: HTMLElement,
  plain: TextLook,
  strong: TextLook,
): void {
  if (spec.reading == null) return;
  const { variation, assurance } = spec.reading;
  const icons = [...stage.querySelectorAll<SVGSVGElement>('[data-reading] svg')];
  sheet.y += 12;
  for (const [index, part] of [variation, assurance].entries()) {
    const icon = icons[index];
    if (part === null || icon === undefined) continue;
    const top = sheet.y;
    sheet.drawing(icon, sheet.margin, top);
    sheet.words(part.name, strong, 56);
    sheet.words(part.meaning, plain, 56);
    sheet.y = Math.max(sheet.y, top + 46) + 8;
  }
}

function addKey(sheet: Sheet, stage: HTMLElement, plain: TextLook): void {
  const items = [...stage.querySelectorAll('[data-key] > li')];
  if (items.length === 0) return;
  const { margin, width } = sheet;
  sheet.y += 10;
  let x = margin;
  for (const item of items) {
    const swatch = item.firstElementChild;
    const words = item.textContent;
    const room = 36 + words.length * 7.4 + 24;
    if (x > margin && x + room > width - margin) {
      x = margin;
      sheet.y += 24;
    }
    let left = x;
    if (swatch instanceof SVGSVGElement) {
      sheet.drawing(swatch, x, sheet.y + 2);
      left += Number(swatch.getAttribute('width') ?? 28) + 8;
    } else if (swatch instanceof HTMLElement) {
      const look = getComputedStyle(swatch);
      sheet.root.append(
        element('rect', {
          x,
          y: sheet.y + 4,
          width: 28,
          height: 12,
          fill: plainColour(look.backgroundColor),
          stroke: plainColour(look.borderTopColor),
        }),
      );
      left += 36;
    }
    x = left + sheet.line(words, plain, left) + 24;
  }
  sheet.y += 24;
}

/** From a stage that the chart was drawn on, in light colours. Null when nothing is drawn there. */
export function chartPicture(
  spec: ChartSpec,
  stage: HTMLElement,
  place: PicturePlace = 'alone',
): ChartPicture | null {
  const drawing = stage.querySelector<SVGSVGElement>('svg.recharts-surface');
  if (drawing === null) return null;
  const paper = paperOf(stage);
  const look = (size: number, lineHeight: number, weight: 400 | 600, colour: string): TextLook => ({
    size,
    lineHeight,
    weight,
    colour,
  });
  const plain = look(14, 20, 400, paper.muted);
  const strong = look(15, 22, 600, paper.text);
  const sheet = new Sheet(createMeasure(), margins[place]);
  const { margin, width } = sheet;
  const title = element('title', {});
  title.append(spec.title);
  const description = element('desc', {});
  description.append(spec.headline);
  const ground = element('rect', { x: 0, y: 0, width, fill: paper.card });
  sheet.root.append(title, description, ground);

  if (place === 'alone') {
    sheet.words(spec.headline, look(22, 28, 600, paper.text));
    sheet.y += 6;
    sheet.words(spec.title, look(16, 24, 600, paper.text));
  } else {
    sheet.words(spec.headline, look(18, 26, 400, paper.text));
  }
  sheet.words(spec.subtitle, plain);
  addReading(sheet, spec, stage, plain, strong);
  addKey(sheet, stage, plain);
  sheet.y += 14;
  sheet.drawing(drawing, margin, sheet.y);
  sheet.y += Number(drawing.getAttribute('height') ?? 0) + 12;
  for (const { at, number, notes } of numberedNotes(spec)) {
    for (const note of notes) {
      sheet.words(`(${number})  ${note.day ?? spec.x.points[at]?.label ?? ''}: ${note.label}`, plain);
    }
  }
  for (const note of spec.notes) sheet.words(note, plain);
  const height = Math.ceil(sheet.y + margin);
  for (const each of [sheet.root, ground]) each.setAttribute('height', String(height));
  sheet.root.setAttribute('width', String(width));
  sheet.root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { svg: new XMLSerializer().serializeToString(sheet.root), width, height };
}
