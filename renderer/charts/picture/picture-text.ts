/** Words of a picture: set in a font that every system has one of, and broken into lines by their measure. */
export const pictureFont = 'Arial, Helvetica, "Liberation Sans", sans-serif';

export interface TextLook {
  readonly size: number;
  readonly lineHeight: number;
  readonly weight: 400 | 600;
  readonly colour: string;
}

/** The width of words in pixels. */
export type MeasureText = (text: string, look: TextLook) => number;

export function brokenLines(text: string, look: TextLook, width: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(longer, look) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Measures as the browser will draw. */
export function createMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  return (text, { size, weight }) => {
    if (context === null) return text.length * size * 0.55;
    context.font = `${weight} ${size}px ${pictureFont}`;
    return context.measureText(text).width;
  };
}
