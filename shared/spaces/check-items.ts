/**
 * What a check of a site asks, in our own words. Staff and people who use the service answer apart: some of it only
 * staff can know, and where both answer they often see different things.
 */
export const checkGroups = ['staff', 'people-who-use'] as const;
export type CheckGroup = (typeof checkGroups)[number];
export const checkGroupLabels = {
  staff: 'Staff',
  'people-who-use': 'People who use the service',
} as const satisfies Record<CheckGroup, string>;

export const checkAnswers = ['yes', 'partly', 'no', 'not-here'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];
export const checkAnswerLabels = {
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  'not-here': 'Not here',
} as const satisfies Record<CheckAnswer, string>;

export const checkItemIds = [
  'room',
  'warmth',
  'toilets',
  'water',
  'storage',
  'rest',
  'access',
  'noise-light',
  'quiet-room',
  'alone',
  'private-room',
  'soothing',
  'way-out',
  'lone-kit',
  'signal',
  'way-there',
  'welcome',
  'signs',
  'gender-culture',
  'choice',
  'speak',
  'remote',
] as const;
export type CheckItemId = (typeof checkItemIds)[number];

export interface CheckItem {
  readonly id: CheckItemId;
  /** As staff are asked. */
  readonly label: string;
  /** As people who use the service are asked; null: only staff can know. */
  readonly forPeople: string | null;
  readonly hint: string;
}

export interface CheckPart {
  readonly title: string;
  readonly items: readonly CheckItem[];
}

export const checkParts: readonly CheckPart[] = [
  {
    title: 'The basics',
    items: [
      {
        id: 'room',
        label: 'Enough room at each desk',
        forPeople: null,
        hint: '11 m³ of room a head: measure the rooms to know',
      },
      {
        id: 'warmth',
        label: 'Warm enough all year',
        forPeople: 'Warm enough to sit and talk',
        hint: 'Usually 16 °C or more at a desk',
      },
      {
        id: 'toilets',
        label: 'Toilets, and somewhere to wash',
        forPeople: 'A toilet that you can use without asking twice',
        hint: '',
      },
      {
        id: 'water',
        label: 'Drinking water',
        forPeople: 'Water or a hot drink on offer',
        hint: '',
      },
      {
        id: 'storage',
        label: 'A safe place for coats and bags',
        forPeople: 'A safe place for what you carry',
        hint: '',
      },
      {
        id: 'rest',
        label: 'A place to rest and eat',
        forPeople: null,
        hint: 'Away from desks and phones',
      },
      {
        id: 'access',
        label: 'Everybody can get in and around',
        forPeople: 'You can get in and around by yourself',
        hint: 'Steps, doors, hearing loop, clear signs',
      },
      {
        id: 'noise-light',
        label: 'Noise and light that let people settle',
        forPeople: 'Noise and light that let you settle',
        hint: '',
      },
    ],
  },
  {
    title: 'Quiet and private',
    items: [
      {
        id: 'quiet-room',
        label: 'A quiet room not shared with client work',
        forPeople: 'A quiet place to wait',
        hint: '',
      },
      {
        id: 'alone',
        label: 'Somewhere to be alone after a hard call',
        forPeople: 'Somewhere to gather yourself before you leave',
        hint: '',
      },
      {
        id: 'private-room',
        label: 'A private room for calls and supervision',
        forPeople: 'A room where nobody outside hears what you say',
        hint: '',
      },
      {
        id: 'soothing',
        label: 'A soothing box, checked this month',
        forPeople: 'Something to hold or do when it gets too much',
        hint: 'Textures, sealed scents, colouring, a breathing card, tissues',
      },
    ],
  },
  {
    title: 'Feeling safe',
    items: [
      {
        id: 'way-out',
        label: 'A clear way out, and an alarm that works',
        forPeople: 'You can see the way out from where you sit',
        hint: '',
      },
      {
        id: 'lone-kit',
        label: 'Equipment for working alone, charged and tested',
        forPeople: null,
        hint: '',
      },
      {
        id: 'signal',
        label: 'Phone signal, or another way to call for help',
        forPeople: null,
        hint: 'On islands and on home visits too',
      },
      {
        id: 'way-there',
        label: 'Parking, and a safe walk to the door',
        forPeople: 'A safe way to the door, after dark too',
        hint: '',
      },
      {
        id: 'welcome',
        label: 'A reception that welcomes people',
        forPeople: 'Somebody greets you, and knows what comes next',
        hint: '',
      },
      {
        id: 'signs',
        label: 'No sign that shames anybody',
        forPeople: 'No sign that makes you feel judged',
        hint: 'Notices, glass screens, posters, the name on the door',
      },
      {
        id: 'gender-culture',
        label: 'Needs of gender and of culture are met',
        forPeople: 'It feels like a place for people like you',
        hint: '',
      },
      {
        id: 'choice',
        label: 'People choose where to sit, and may step out',
        forPeople: 'You choose where to sit, and may step out',
        hint: '',
      },
      {
        id: 'speak',
        label: 'It feels safe to speak up here',
        forPeople: 'It feels safe to say when something is wrong',
        hint: '',
      },
    ],
  },
  {
    title: 'Away from the site',
    items: [
      {
        id: 'remote',
        label: 'The same for those who work from home or a car',
        forPeople: null,
        hint: 'Somewhere warm, a toilet, a place to stop after a visit',
      },
    ],
  },
];

const allItems = new Map(checkParts.flatMap(({ items }) => items).map((item) => [item.id, item]));

/** In the words that the group is asked. */
export function itemLabel(id: CheckItemId, group: CheckGroup): string {
  const item = allItems.get(id);
  if (item === undefined) return id;
  return group === 'staff' ? item.label : (item.forPeople ?? item.label);
}

/** The parts with what this group is asked, and nothing else. */
export function partsFor(group: CheckGroup): readonly CheckPart[] {
  if (group === 'staff') return checkParts;
  return checkParts
    .map((part) => ({ ...part, items: part.items.filter(({ forPeople }) => forPeople !== null) }))
    .filter(({ items }) => items.length > 0);
}
