import { err, ok, type Result } from '@shared/kernel/result';
import type { ChartPicture } from './chart-picture';

/** Twice the size: sharp on paper and on fine screens. */
const scale = 2;

export interface NoPicture {
  readonly tag: 'NoPicture';
}

/** The same picture in points. Everything stays in the page: the SVG is read from memory and needs nothing else. */
export async function asPng({ svg, width, height }: ChartPicture): Promise<Result<Uint8Array, NoPicture>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext('2d');
    if (context === null) return err({ tag: 'NoPicture' });
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    return blob === null ? err({ tag: 'NoPicture' }) : ok(new Uint8Array(await blob.arrayBuffer()));
  } catch {
    // An image that does not decode rejects with a DOMException; there is nothing in it for a person.
    return err({ tag: 'NoPicture' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
