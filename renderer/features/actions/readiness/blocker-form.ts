/** Between the form of a blocker, as typed, and the record. Pure. */
import { isReadinessAreaId } from '@shared/readiness/areas';
import {
  readinessCheckSchema,
  type Blocker,
  type BlockerLink,
  type ReadinessCheck,
} from '@shared/records/readiness-check/readiness-check';
import { nextId } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type BlockerFields = {
  /** Of which blocker; empty for a new one. */
  readonly blockerId: string;
  readonly text: string;
  /** Empty: in the way of everything. */
  readonly area: string;
  /** One JSON text for each: a draft holds texts. */
  readonly links: readonly string[];
};

export const emptyBlocker = (area: string): BlockerFields => ({ blockerId: '', text: '', area, links: [] });

export function fieldsOfBlocker({ id, text, area, links }: Blocker): BlockerFields {
  return { blockerId: id, text, area: area ?? '', links: links.map(linkText) };
}

export const linkText = (link: BlockerLink): string => JSON.stringify(link);

/** A link of a draft that does not fit any more is left out. */
export function linksOf({ links }: Pick<BlockerFields, 'links'>): BlockerLink[] {
  const schema = readinessCheckSchema.shape.blockers.element.shape.links.element;
  return links.flatMap((text) => {
    const read = schema.safeParse(parsed(text));
    return read.success ? [read.data] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export interface BlockerReading {
  readonly check: ReadinessCheck | null;
  readonly problems: readonly FormProblem[];
}

/** The check with this blocker in it: in its place, or last. */
export function readBlocker(fields: BlockerFields, check: ReadinessCheck): BlockerReading {
  const text = fields.text.trim();
  if (text === '')
    return { check: null, problems: [{ field: 'text', message: 'Say what stands in the way' }] };
  const area: string = fields.area;
  const blocker: Blocker = {
    id: fields.blockerId === '' ? nextId('blocker', check.blockers) : fields.blockerId,
    text,
    area: isReadinessAreaId(area) ? area : null,
    links: linksOf(fields),
  };
  const isThere = check.blockers.some(({ id }) => id === blocker.id);
  const parsedCheck = readinessCheckSchema.safeParse({
    ...check,
    blockers: isThere
      ? check.blockers.map((each) => (each.id === blocker.id ? blocker : each))
      : [...check.blockers, blocker],
  });
  return parsedCheck.success
    ? { check: parsedCheck.data, problems: [] }
    : {
        check: null,
        problems: parsedCheck.error.issues.map(({ path, message }) => ({
          field: String(path[2] ?? ''),
          message,
        })),
      };
}
