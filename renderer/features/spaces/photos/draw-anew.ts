/**
 * A chosen file as a new picture: decoded, drawn smaller, and written again by the page itself. Place, time, camera, name
 * and thumbnails of the file end here, since only its colours are taken over.
 */
import { photoLimits } from '@shared/records/space-photo/space-photo';
import { err, ok, type Result } from '@shared/kernel/result';
import { bareJpeg } from './picture-bytes';

export interface DrawnPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export type PictureProblem = 'no-picture' | 'too-large-a-file' | 'too-much-in-it';

export const pictureProblemWords = {
  'no-picture': 'This file does not open as a picture. Choose a JPEG, PNG or WebP file.',
  'too-large-a-file': 'This file is larger than 40 MB. Choose a smaller one.',
  'too-much-in-it': 'This picture stays above 400 kB however it is drawn. Choose one with less in it.',
} as const satisfies Record<PictureProblem, string>;

const mostFileBytes = 40 * 1024 * 1024;

/** From fine to coarse, then smaller: the first that fits is taken. */
const attempts = [
  { side: photoLimits.longestSide, quality: 0.82 },
  { side: photoLimits.longestSide, quality: 0.66 },
  { side: 1200, quality: 0.7 },
  { side: 900, quality: 0.65 },
  { side: 640, quality: 0.6 },
] as const;

export async function drawAnew(file: Uint8Array): Promise<Result<DrawnPicture, PictureProblem>> {
  if (file.length > mostFileBytes) return err('too-large-a-file');
  const image = await decode(file);
  if (image === null) return err('no-picture');
  try {
    for (const { side, quality } of attempts) {
      const drawn = await draw(image, side, quality);
      if (drawn === null) return err('no-picture');
      if (drawn.bytes.length <= photoLimits.bytes) return ok(drawn);
    }
    return err('too-much-in-it');
  } finally {
    image.close();
  }
}

async function decode(file: Uint8Array): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(new Blob([new Uint8Array(file)]), { imageOrientation: 'from-image' });
  } catch {
    // Not a picture, or one of a sort that the page does not read.
    return null;
  }
}

async function draw(image: ImageBitmap, side: number, quality: number): Promise<DrawnPicture | null> {
  const scale = Math.min(1, side / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  // JPEG has no see-through: what was clear becomes white, not black.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  const bytes = bareJpeg(new Uint8Array(await blob.arrayBuffer()));
  return bytes === null ? null : { bytes, width, height };
}
