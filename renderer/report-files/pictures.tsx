/** The charts of a report as pictures, drawn out of sight in light colours: vectors for paper, points for Word. */
import { createRoot } from 'react-dom/client';
import type { ChartSpec } from '@shared/charts/chart-spec';
import type { PublishedReport } from '@shared/reports/published-report';
import { asPng, PictureStage, type ChartPicture } from '../charts';

export interface ReportPicture extends ChartPicture {
  readonly png: Uint8Array;
}

/** By the id of the chart. A chart that could not be drawn is not there; its words stand in its place. */
export type ReportPictures = ReadonlyMap<string, ReportPicture>;

/** Null where nothing is drawn, or the drawing fails: a report is saved without it. */
function drawn(spec: ChartSpec): Promise<ChartPicture | null> {
  return new Promise((done) => {
    const root = createRoot(document.createElement('div'), {
      // React has taken it away by then.
      onUncaughtError: () => {
        done(null);
      },
    });
    const take = (picture: ChartPicture | null): void => {
      root.unmount();
      done(picture);
    };
    root.render(<PictureStage spec={spec} place="in-report" onPicture={take} />);
  });
}

export async function chartPictures(report: PublishedReport): Promise<ReportPictures> {
  const pictures = new Map<string, ReportPicture>();
  for (const part of report.sections.flatMap((section) => section.parts)) {
    if (part.kind !== 'chart' || part.spec.hidden !== null) continue;
    const picture = await drawn(part.spec);
    if (picture === null) continue;
    const png = await asPng(picture);
    if (png.ok) pictures.set(part.id, { ...picture, png: png.value });
  }
  return pictures;
}
