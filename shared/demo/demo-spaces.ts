/** The rooms of Harbour Steps: an office with two desks too many, checks by both groups, and what is there to settle with. */
import { addMonthsToMonth, monthOf, toLocalDate } from '@shared/kernel/local-date';
import type { Resource } from '@shared/records/resource/resource';
import type { Site } from '@shared/records/site/site';
import type { SpaceCheck } from '@shared/records/space-check/space-check';
import type { DemoContext, DemoRecord } from './demo-context';

const weekdays = [1, 2, 3, 4, 5];

const harbour: Site = {
  name: 'Harbour',
  isRural: true,
  isIsland: true,
  isLone: false,
  travelMinutes: null,
  travelNote: '',
  rooms: [
    {
      id: 'room-1',
      name: 'Front office',
      use: 'desks',
      lengthM: 6,
      widthM: 4.5,
      heightM: 2.7,
      desks: 8,
      quiet: null,
    },
    {
      id: 'room-2',
      name: 'Upstairs room',
      use: 'quiet',
      lengthM: 3.4,
      widthM: 2.9,
      heightM: 2.4,
      desks: 0,
      quiet: {
        days: weekdays,
        from: '09:00',
        to: '17:00',
        isBookable: true,
        isShared: true,
        takenHours: 26,
        use: 'rarely',
      },
    },
    {
      id: 'room-3',
      name: 'Group room',
      use: 'meeting',
      lengthM: 7.2,
      widthM: 5,
      heightM: 3.2,
      desks: 0,
      quiet: null,
    },
    {
      id: 'room-4',
      name: 'Kitchen',
      use: 'rest',
      lengthM: 3.6,
      widthM: 3,
      heightM: 2.5,
      desks: 0,
      quiet: null,
    },
  ],
};

const northIsles: Site = {
  name: 'North isles',
  isRural: true,
  isIsland: true,
  isLone: true,
  travelMinutes: 140,
  travelNote: 'Ferry twice a day, none on Sundays',
  rooms: [
    {
      id: 'room-1',
      name: 'Surgery side room',
      use: 'desks',
      lengthM: 4,
      widthM: 3.2,
      heightM: 2.6,
      desks: 2,
      quiet: null,
    },
  ],
};

const plain = (answer: 'yes' | 'not-here') => ({ answer, note: '', ownerRole: '' }) as const;
const gap = (answer: 'no' | 'partly', note: string, ownerRole: string) =>
  ({ answer, note, ownerRole }) as const;

const byStaff: SpaceCheck['items'] = {
  room: gap('no', 'Eight desks where six fit', 'Service manager'),
  warmth: gap('partly', 'Cold by the pier door from November to March', 'Service manager'),
  toilets: plain('yes'),
  water: plain('yes'),
  storage: plain('yes'),
  rest: plain('yes'),
  access: gap('partly', 'Upstairs room by stairs alone', 'Team lead'),
  'noise-light': gap('partly', 'Phones and reception in one room', 'Team lead'),
  'quiet-room': gap('partly', 'Booked for appointments most mornings', 'Team lead'),
  alone: gap('no', 'The stairwell is what people use', 'Team lead'),
  'private-room': gap('partly', 'One room for calls and for supervision', 'Service manager'),
  soothing: plain('yes'),
  'way-out': plain('yes'),
  'lone-kit': plain('yes'),
  signal: plain('yes'),
  'way-there': plain('yes'),
  welcome: plain('yes'),
  signs: plain('yes'),
  'gender-culture': plain('yes'),
  choice: plain('yes'),
  speak: plain('yes'),
  remote: gap('partly', 'Nowhere to stop on the north road', 'Service manager'),
};

const byPeople: SpaceCheck['items'] = {
  warmth: plain('yes'),
  toilets: gap('partly', 'The key has to be asked for', 'Reception'),
  water: plain('yes'),
  access: plain('yes'),
  'noise-light': gap('no', 'Phones ring while people wait', 'Team lead'),
  'quiet-room': gap('no', 'One waiting area for all', 'Team lead'),
  'private-room': plain('yes'),
  welcome: plain('yes'),
  signs: gap('partly', 'The poster by the hatch reads like a warning', 'Reception'),
  choice: plain('yes'),
  speak: plain('yes'),
};

const north: SpaceCheck['items'] = {
  room: plain('yes'),
  warmth: plain('yes'),
  toilets: plain('yes'),
  rest: gap('no', 'Lunch is in the car', 'Service manager'),
  'private-room': plain('yes'),
  'lone-kit': gap('partly', 'One of two trackers holds its charge', 'Team lead'),
  signal: gap('no', 'None beyond the causeway', 'Service manager'),
  remote: gap('partly', 'A key to the hall would help', 'Team lead'),
};

const day = toLocalDate;

function soothingBox(context: DemoContext): Resource {
  const counts = [4, 6, 5, 9, 11, 12, 8, 7, 6, 7, 9, 8];
  const last = monthOf(context.asOf);
  return {
    name: 'Soothing box, upstairs room',
    type: 'soothing-box',
    siteId: context.idFor('site-harbour'),
    place: 'Second shelf, behind the door',
    contents: [
      { id: 'item-1', what: 'Tissues', restockEveryDays: 30, lastRestockedOn: day('2026-03-23') },
      {
        id: 'item-2',
        what: 'Colouring sheets and pens',
        restockEveryDays: 90,
        lastRestockedOn: day('2026-03-23'),
      },
      { id: 'item-3', what: 'Scents, sealed', restockEveryDays: 180, lastRestockedOn: day('2025-11-10') },
      { id: 'item-4', what: 'Stress ball', restockEveryDays: null, lastRestockedOn: null },
      { id: 'item-5', what: 'Cloths of different feel', restockEveryDays: null, lastRestockedOn: null },
      { id: 'item-6', what: 'Breathing card', restockEveryDays: null, lastRestockedOn: null },
    ],
    infectionControl: 'Wipe what was held. Scents stay sealed. Tissues and used sheets go out.',
    checkEveryDays: 31,
    checkedOn: day('2026-03-23'),
    uses: counts.map((count, index) => ({
      month: addMonthsToMonth(last, index - counts.length + 1),
      count,
    })),
  };
}

const carKit: Resource = {
  name: 'Car kit, outreach',
  type: 'car-kit',
  siteId: null,
  place: 'Boot of the blue van',
  contents: [
    { id: 'item-1', what: 'Flask and cups', restockEveryDays: null, lastRestockedOn: null },
    { id: 'item-2', what: 'Power bank', restockEveryDays: 30, lastRestockedOn: day('2026-03-16') },
    { id: 'item-3', what: 'Blanket', restockEveryDays: null, lastRestockedOn: null },
  ],
  infectionControl: 'Blanket washed after each use.',
  checkEveryDays: 31,
  checkedOn: day('2026-03-16'),
  uses: [],
};

export function demoSpaces(context: DemoContext): readonly DemoRecord[] {
  const harbourId = context.idFor('site-harbour');
  const northId = context.idFor('site-north-isles');
  const check = (value: SpaceCheck): DemoRecord => ({ kind: 'space-check', value });
  return [
    { kind: 'site', id: harbourId, value: harbour },
    { kind: 'site', id: northId, value: northIsles },
    check({
      siteId: harbourId,
      on: day('2024-11-12'),
      answeredBy: 'staff',
      answered: 5,
      items: { ...byStaff, soothing: gap('no', 'There is none yet', 'Team lead') },
    }),
    check({ siteId: harbourId, on: day('2025-11-18'), answeredBy: 'staff', answered: 6, items: byStaff }),
    check({
      siteId: harbourId,
      on: day('2025-12-02'),
      answeredBy: 'people-who-use',
      answered: 7,
      items: byPeople,
    }),
    check({ siteId: northId, on: day('2025-11-20'), answeredBy: 'staff', answered: 2, items: north }),
    { kind: 'resource', value: soothingBox(context) },
    { kind: 'resource', value: carKit },
  ];
}
