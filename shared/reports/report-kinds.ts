/** What reports there are, and the blocks that each can be composed of. */
export const reportKinds = [
  'board-summary',
  'team-summary',
  'inspection-pack',
  'readiness',
  'risk-paper',
  'service-bundle',
] as const;
export type ReportKind = (typeof reportKinds)[number];

export const blockIds = [
  'own-words',
  'headlines',
  'people',
  'teams',
  'leaving',
  'sickness',
  'sickness-reasons',
  'supervision',
  'wellbeing',
  'events',
  'caseload',
  'vacancies',
  'practice-time',
  'actions',
  'policies',
  'outside',
  'readiness',
] as const;
export type BlockId = (typeof blockIds)[number];

export const blockTitles = {
  'own-words': 'Own words',
  headlines: 'In short',
  people: 'People in post',
  teams: 'People in post by team',
  leaving: 'People who left',
  sickness: 'Away from work through sickness',
  'sickness-reasons': 'Reasons for sickness',
  supervision: 'Supervision',
  wellbeing: 'Wellbeing',
  events: 'Critical events',
  caseload: 'Caseload',
  vacancies: 'Vacancies',
  'practice-time': 'Time to practise',
  actions: 'Actions',
  policies: 'Policy reviews',
  outside: 'Outside our control',
  readiness: 'Readiness, area by area',
} as const satisfies Record<BlockId, string>;

export interface ReportKindWords {
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly BlockId[];
  /** Heads of the own words that it starts with, each a block of its own. */
  readonly ownWords: readonly string[];
}

export const reportKindWords = {
  'board-summary': {
    title: 'Board summary',
    lede: 'Staffing, sickness, supervision and wellbeing of a year, for a board or a funder.',
    blocks: ['headlines', 'people', 'teams', 'leaving', 'sickness', 'supervision', 'wellbeing', 'events'],
    ownWords: [],
  },
  'team-summary': {
    title: 'What we heard, what we will do',
    lede: 'For the team: what the last rounds said, and what follows from them.',
    blocks: ['wellbeing', 'supervision', 'actions'],
    ownWords: ['What we heard', 'What we will do', 'What we cannot do now'],
  },
  'inspection-pack': {
    title: 'Inspection evidence',
    lede: 'How staff are supported, with the figures behind it, for an inspector.',
    blocks: [
      'people',
      'leaving',
      'sickness',
      'supervision',
      'practice-time',
      'wellbeing',
      'events',
      'actions',
      'policies',
    ],
    ownWords: ['How staff are supported here'],
  },
  readiness: {
    title: 'Readiness for trauma-informed practice',
    lede: 'What stands ready and what stands in the way, with the evidence.',
    blocks: [
      'readiness',
      'supervision',
      'wellbeing',
      'caseload',
      'vacancies',
      'practice-time',
      'events',
      'policies',
      'actions',
      'outside',
    ],
    ownWords: ['What is in place', 'What stands in the way'],
  },
  'risk-paper': {
    title: 'Risk paper',
    lede: 'Something that hurts the service and that it cannot change by itself.',
    blocks: ['headlines', 'vacancies', 'leaving', 'sickness', 'caseload', 'outside'],
    ownWords: ['The risk', 'What it does', 'What we have done', 'What we ask for'],
  },
  'service-bundle': {
    title: 'Service-level bundle',
    lede: 'Two years of monthly figures as one file, for a director who brings services together.',
    blocks: [],
    ownWords: [],
  },
} as const satisfies Record<ReportKind, ReportKindWords>;

/** Of the readiness report's own words, by their order above: the evidence goes into one, what is in the way into the other. */
export const readinessWordsKeys = { inPlace: 'words-1', inTheWay: 'words-2' } as const;
