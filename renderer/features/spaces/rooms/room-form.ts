/** Between the form of a room, as typed, and the room in its site's record. Pure. */
import type { LocalDate } from '@shared/kernel/local-date';
import {
  quietUses,
  roomSchema,
  roomUses,
  type QuietRoom,
  type Room,
  type Site,
} from '@shared/records/site/site';
import { roomFit, type RoomFit, type RoomSize } from '@shared/spaces/room';
import { formReader, nextId, readAmount } from '../../../records/form-read';
import type { FormProblem } from '../../../ui';

export type RoomFields = {
  /** Empty for a new one; not shown in a box. */
  readonly roomId: string;
  readonly name: string;
  readonly use: string;
  readonly length: string;
  readonly width: string;
  readonly height: string;
  readonly desks: string;
  readonly isQuiet: boolean;
  /** "1" to "7". */
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly isBookable: boolean;
  readonly isShared: boolean;
  readonly takenHours: string;
  readonly quietUse: string;
};

const usualQuiet = {
  days: ['1', '2', '3', '4', '5'],
  from: '09:00',
  to: '17:00',
  isBookable: false,
  isShared: false,
  takenHours: '',
  quietUse: 'not-known',
} as const;

export const emptyRoom: RoomFields = {
  roomId: '',
  name: '',
  use: 'desks',
  length: '',
  width: '',
  height: '',
  desks: '',
  isQuiet: false,
  ...usualQuiet,
};

export function fieldsOfRoom(room: Room): RoomFields {
  const { quiet } = room;
  return {
    roomId: room.id,
    name: room.name,
    use: room.use,
    length: String(room.lengthM),
    width: String(room.widthM),
    height: String(room.heightM),
    desks: String(room.desks),
    isQuiet: quiet !== null,
    ...(quiet === null
      ? usualQuiet
      : {
          days: quiet.days.map(String),
          from: quiet.from,
          to: quiet.to,
          isBookable: quiet.isBookable,
          isShared: quiet.isShared,
          takenHours: quiet.takenHours === null ? '' : String(quiet.takenHours),
          quietUse: quiet.use,
        }),
  };
}

/** "6", "4,5" and "2.70 m" are measures; empty and words are not. */
function readMetres(text: string): number | null {
  const metres = readAmount(text.replace(/\s*m(etres?)?\s*$/iu, ''));
  return metres === null || metres < 0.5 || metres > 100 ? null : metres;
}

function readDesks(text: string): number | null {
  const typed = text.trim() === '' ? '0' : text.trim();
  return /^\d{1,3}$/.test(typed) && Number(typed) <= 200 ? Number(typed) : null;
}

export interface LiveRoom {
  readonly size: RoomSize;
  readonly desks: number;
  readonly fit: RoomFit;
}

/** What can be worked out from what stands in the boxes now; null while a measure is missing. */
export function liveRoom(fields: RoomFields): LiveRoom | null {
  const [lengthM, widthM, heightM] = [fields.length, fields.width, fields.height].map(readMetres);
  const desks = readDesks(fields.desks);
  if (lengthM == null || widthM == null || heightM == null || desks === null) return null;
  const size = { lengthM, widthM, heightM };
  return { size, desks, fit: roomFit(size, desks) };
}

export interface RoomReading {
  readonly room: Room | null;
  readonly problems: readonly FormProblem[];
}

const metresWrong = (what: string): string => `Enter the ${what} in metres, such as 4.5`;

export function readRoom(fields: RoomFields, site: Pick<Site, 'rooms'>, today: LocalDate): RoomReading {
  const read = formReader(today);
  const name = read.line('name', fields.name, 'Say what the room is called');
  const metres = (field: 'length' | 'width' | 'height'): number => {
    const found = readMetres(fields[field]);
    if (found === null) read.wrong(field, metresWrong(field));
    return found ?? 0;
  };
  const lengthM = metres('length');
  const widthM = metres('width');
  const heightM = metres('height');
  const desks = readDesks(fields.desks);
  if (desks === null) read.wrong('desks', 'Enter a whole number of desks, 200 at most');
  const quiet = fields.isQuiet ? readQuiet(fields, read.wrong) : null;
  if (read.problems.length > 0 || desks === null) return { room: null, problems: read.problems };
  const found = roomSchema.safeParse({
    id: fields.roomId === '' ? nextId('room', site.rooms) : fields.roomId,
    name,
    use: roomUses.find((use) => use === fields.use) ?? 'other',
    lengthM,
    widthM,
    heightM,
    desks,
    quiet,
  });
  return found.success
    ? { room: found.data, problems: [] }
    : { room: null, problems: found.error.issues.map(({ message }) => ({ field: '', message })) };
}

const timePattern = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

/** "9:00" and "09.00" are 09:00. */
function readTime(text: string): string | null {
  const found = timePattern.exec(text.trim());
  return found === null ? null : `${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? ''}`;
}

function readQuiet(fields: RoomFields, wrong: (field: string, message: string) => void): QuietRoom {
  const from = readTime(fields.from);
  const to = readTime(fields.to);
  if (from === null) wrong('from', 'Enter a time like 09:00');
  if (to === null) wrong('to', 'Enter a time like 17:00');
  if (from !== null && to !== null && to <= from) wrong('to', 'The end is not after the start');
  const taken = fields.takenHours.trim() === '' ? null : readAmount(fields.takenHours);
  if (fields.takenHours.trim() !== '' && (taken === null || taken > 168))
    wrong('takenHours', 'Enter hours a week, or leave it blank when nobody counted');
  return {
    days: fields.days.map(Number),
    from: from ?? '',
    to: to ?? '',
    isBookable: fields.isBookable,
    isShared: fields.isShared,
    takenHours: taken,
    use: quietUses.find((use) => use === fields.quietUse) ?? 'not-known',
  };
}

/** The site with the room in it: in its own place, or last. */
export function withRoom(site: Site, room: Room): Site {
  const isThere = site.rooms.some(({ id }) => id === room.id);
  return {
    ...site,
    rooms: isThere ? site.rooms.map((each) => (each.id === room.id ? room : each)) : [...site.rooms, room],
  };
}
