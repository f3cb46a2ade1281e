import { describe, expect, it } from 'vitest';
import type { RecordId } from '@shared/kernel/ids';
import { toLocalDate } from '@shared/kernel/local-date';
import { resourceKind } from '@shared/records/resource/resource';
import { siteKind } from '@shared/records/site/site';
import { photoLimits, spacePhotoKind, spacePhotoSchema } from '@shared/records/space-photo/space-photo';
import { spaceCheckKind } from '@shared/records/space-check/space-check';
import {
  answeredCount,
  emptyCheck,
  fieldsOfCheck,
  readCheck,
} from '../../../renderer/features/spaces/checks/check-form';
import { sheetParts, typedParts } from '../../../renderer/features/spaces/checks/sheet-words';
import { bytesToText, bareJpeg, textToBytes } from '../../../renderer/features/spaces/photos/picture-bytes';
import {
  emptyResource,
  fieldsOfResource,
  readResource,
} from '../../../renderer/features/spaces/resources/resource-form';
import { emptySite, fieldsOfSite, readSite } from '../../../renderer/features/spaces/sites/site-form';

const siteId = '0123456789abcdef0123456789abcdef' as RecordId;
const today = toLocalDate('2026-03-31');

describe('the form of a check', () => {
  it('comes back the same from the record', () => {
    for (const check of spaceCheckKind.examples) {
      const reading = readCheck(fieldsOfCheck(check), check.siteId, check.answeredBy, today);
      expect(reading).toEqual({ check, problems: [] });
    }
  });

  it('asks for the day, the number of people and one answer', () => {
    const reading = readCheck(
      { ...emptyCheck(siteId, 'staff', today), on: 'tomorrow' },
      siteId,
      'staff',
      today,
    );
    expect(reading.problems.map(({ field }) => field)).toEqual(['on', 'answered', 'answer.room']);
  });

  it('keeps a note only where something is missing', () => {
    const fields = {
      ...emptyCheck(siteId, 'staff', today),
      answered: '6',
      'answer.room': 'no',
      'note.room': 'Eight desks',
      'answer.water': 'yes',
      'note.water': 'typed before the answer changed',
    };
    const { check } = readCheck(fields, siteId, 'staff', today);
    expect(check?.items.room?.note).toBe('Eight desks');
    expect(check?.items.water?.note).toBe('');
    expect(answeredCount(fields, 'staff')).toEqual({ done: 2, of: 22 });
  });

  it('drops an answer that this group is not asked', () => {
    const fields = {
      ...emptyCheck(siteId, 'people-who-use', today),
      answered: '5',
      'answer.rest': 'no',
      'answer.warmth': 'yes',
    };
    expect(Object.keys(readCheck(fields, siteId, 'people-who-use', today).check?.items ?? {})).toEqual([
      'warmth',
    ]);
  });

  it('leaves in nothing but the words that came back from the review', () => {
    const [check] = spaceCheckKind.examples;
    if (check === undefined) throw new Error('No example');
    const typed = typedParts(check, 'Harbour');
    expect(typed.map(({ text }) => text)).toEqual([
      'Harbour',
      'Eight desks where six fit',
      'Service manager',
      'Used for groups on three days',
      'Team lead',
    ]);
    const drawn = JSON.stringify(sheetParts(check, () => 'X'));
    for (const { text } of typed) expect(drawn).not.toContain(text);
  });
});

describe('the form of a site', () => {
  it('comes back the same from the record, rooms and all', () => {
    for (const site of siteKind.examples)
      expect(readSite(fieldsOfSite(site), site, today)).toEqual({ site, problems: [] });
    expect(readSite(emptySite, null, today).problems).toHaveLength(1);
  });
});

describe('the form of a resource', () => {
  it('comes back the same from the record', () => {
    for (const resource of resourceKind.examples)
      expect(readResource(fieldsOfResource(resource), resource, today)).toEqual({ resource, problems: [] });
  });

  it('reads rhythms in days, weeks and months, and counts as full on its first day', () => {
    const contents = 'Tissues, every 30 days\nPens every 2 weeks\n\nScents, every month\nStress ball';
    const { resource } = readResource({ ...emptyResource, name: 'Box', contents }, null, today);
    expect(resource?.contents).toEqual([
      { id: 'item-1', what: 'Tissues', restockEveryDays: 30, lastRestockedOn: today },
      { id: 'item-2', what: 'Pens', restockEveryDays: 14, lastRestockedOn: today },
      { id: 'item-3', what: 'Scents', restockEveryDays: 30, lastRestockedOn: today },
      { id: 'item-4', what: 'Stress ball', restockEveryDays: null, lastRestockedOn: null },
    ]);
    expect(resource?.checkedOn).toBe(today);
  });

  it('keeps the day of a thing that stays when another line comes before it', () => {
    const [box] = resourceKind.examples;
    if (box === undefined) throw new Error('No example');
    const fields = fieldsOfResource(box);
    const { resource } = readResource({ ...fields, contents: `Cloths\n${fields.contents}` }, box, today);
    expect(resource?.contents.map(({ id, lastRestockedOn }) => [id, lastRestockedOn])).toEqual([
      ['item-3', null],
      ['item-1', '2026-03-02'],
      ['item-2', null],
    ]);
  });
});

/** A JPEG as far as its head goes: each part a marker and its bytes, then the scan. */
function jpeg(...parts: readonly (readonly [number, string])[]): Uint8Array {
  const head = parts.flatMap(([marker, text]) => {
    const body = [...Buffer.from(text, 'latin1')];
    const length = body.length + 2;
    return [0xff, marker, length >> 8, length & 0xff, ...body];
  });
  return Uint8Array.from([0xff, 0xd8, ...head, 0xff, 0xda, 0, 8, 1, 2, 3, 0xff, 0xd9]);
}

describe('the bytes of a picture', () => {
  const frame = [0xe0, 'JFIF\0'] as const;

  it('lose Exif, the parts of other apps, a profile and comments, and nothing of the picture', () => {
    const bare = jpeg(frame, [0xdb, 'table']);
    expect(bareJpeg(bare)).toEqual(bare);
    const full = jpeg(
      frame,
      [0xe1, 'Exif\0\0GPS'],
      [0xe2, 'ICC_PROFILE'],
      [0xdb, 'table'],
      [0xed, 'Photoshop'],
      [0xfe, 'a comment'],
    );
    expect(bareJpeg(full)).toEqual(bare);
  });

  it('are none when it is no JPEG, or half of one', () => {
    expect(bareJpeg(Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).toBeNull();
    expect(bareJpeg(jpeg(frame).slice(0, 8))).toBeNull();
    expect(bareJpeg(Uint8Array.from([0xff, 0xd8, 0x00, 0x01, 0x02, 0x03]))).toBeNull();
  });

  it('go into text and come back', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, index) => (index * 37) % 256);
    expect(textToBytes(bytesToText(bytes))).toEqual(bytes);
  });

  it('fit the record up to the limit and not beyond', () => {
    const [example] = spacePhotoKind.examples;
    const fits = bytesToText(new Uint8Array(photoLimits.bytes));
    const over = bytesToText(new Uint8Array(photoLimits.bytes + 3));
    expect(spacePhotoSchema.safeParse({ ...example, bytes: fits }).success).toBe(true);
    expect(spacePhotoSchema.safeParse({ ...example, bytes: over }).success).toBe(false);
  });
});
