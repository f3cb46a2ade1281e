/** All the arithmetic of Workforce, off the page's thread. It knows nobody's name and keeps nothing when it ends. */
import * as Comlink from 'comlink';
import { packedFigures, type PackedRecords } from '@shared/workforce/figures';
import type { FiguresDesk } from './protocol';

let kept: Partial<PackedRecords> = {};

const isWhole = (parts: Partial<PackedRecords>): parts is PackedRecords =>
  parts.settings !== undefined &&
  parts.people !== undefined &&
  parts.absences !== undefined &&
  parts.sessions !== undefined &&
  parts.counts !== undefined &&
  parts.establishment !== undefined &&
  parts.monthFigures !== undefined &&
  parts.practiceTimes !== undefined;

const desk: FiguresDesk = {
  keep: (parts) => {
    kept = { ...kept, ...parts };
  },
  figures: (from, to) => (isWhole(kept) ? packedFigures(kept, from, to) : []),
};

Comlink.expose(desk);
