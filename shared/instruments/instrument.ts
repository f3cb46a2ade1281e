/**
 * A questionnaire as data. Items are numbers only: no item wording and no published response wording is held,
 * whatever the licence; services use their own licensed forms. Everything the engine (score.ts) needs is here,
 * so adding an instrument is one file and one line in registry.ts.
 */

/** V = official page read, V2 = read in a secondary source, R = recalled and still to be checked. */
export type EvidenceMark = 'V' | 'V2' | 'R';

/** What a measure is about; the chooser goes by it. */
export type Construct =
  | 'wellbeing'
  | 'burnout'
  | 'secondary-trauma'
  | 'compassion-satisfaction'
  | 'work-engagement'
  | 'causes-of-stress'
  | 'moral-injury'
  | 'psychological-safety'
  | 'organisation-practice';

/** May a service use the form without paying? `ask`: only after the holder has said yes. */
export type LicenceUse =
  'free' | 'free-with-credit' | 'free-non-commercial' | 'registration' | 'ask' | 'sources-differ' | 'ours';

export type Licence = {
  readonly use: LicenceUse;
  /** who to ask, or where to register; null where nobody has to be asked */
  readonly ask: string | null;
  readonly evidence: EvidenceMark;
};

/** 'higher' = a higher score is better for the person. */
export type BetterDirection = 'higher' | 'lower';

export type ResponseOption = {
  readonly value: number;
  /** neutral, in our own words: the number itself */
  readonly label: string;
};

export type MissingRule =
  /** scored only when every item is answered */
  | { readonly kind: 'complete' }
  /** not scored when more than this proportion of the items is missing */
  | { readonly kind: 'missing-share'; readonly atMost: number }
  | { readonly kind: 'missing-count'; readonly atMost: number }
  | { readonly kind: 'answered-count'; readonly atLeast: number };

export type Scale = {
  readonly id: string;
  readonly title: string;
  /** item numbers, the first item is 1 */
  readonly items: readonly number[];
  /** 'applicable-percent': points as a percentage of the most that the items which apply can give */
  readonly aggregation: 'sum' | 'mean' | 'applicable-percent';
  readonly missingRule: MissingRule;
  readonly better: BetterDirection;
};

/** A scale computed from another one; absent when that one is not scored. */
export type DerivedScale = {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly conversion:
    | { readonly kind: 'multiply'; readonly factor: number }
    /** published conversion of whole raw scores; never replaced by a formula */
    | { readonly kind: 'table'; readonly firstRaw: number; readonly values: readonly number[] };
  readonly better: BetterDirection;
};

export type Provenance = {
  readonly source: string;
  readonly year: number | null;
  readonly evidence: EvidenceMark;
};

/**
 * What a published sample scored. A reliable change needs `sd` and `alpha` of one sample (reliable-change.ts).
 * Null where the source does not say or could not be read.
 */
export type Norm = Provenance & {
  readonly scale: string;
  readonly population: string;
  readonly country: string;
  readonly n: number | null;
  readonly mean: number | null;
  readonly sd: number | null;
  /** Cronbach's alpha */
  readonly alpha: number | null;
};

export type BandEdge = {
  readonly at: number;
  /** which band a score equal to the edge takes */
  readonly equalTakes: 'lower-band' | 'higher-band';
};

/** Pointers, never diagnoses. `names` has one more entry than `edges`, from the lowest score up. */
export type ScaleBands = Provenance & {
  readonly scale: string;
  /** 'group' bands belong to the mean of an organisation or group; one person's answers get none */
  readonly scope: 'person' | 'group';
  readonly edges: readonly BandEdge[];
  readonly names: readonly string[];
};

export type ScoreFlag = Provenance & {
  readonly scale: string;
  readonly comparison: 'below' | 'at-or-above';
  readonly edge: number;
  readonly title: string;
};

/** Answers and the scores they must give; re-scored by tests/contract/instruments.test.ts. */
export type ScoringVector =
  | {
      readonly name: string;
      readonly answers: readonly (number | null)[];
      readonly scales: Readonly<Record<string, number>>;
      readonly notScored: readonly string[];
      readonly bands?: Readonly<Record<string, string>>;
      readonly flag?: boolean;
      readonly straightLined?: boolean;
    }
  | { readonly name: string; readonly answers: readonly unknown[]; readonly refused: true };

export type Instrument = {
  readonly id: string;
  /** version of this key, raised whenever scoring, bands or a missing rule changes */
  readonly version: number;
  readonly title: string;
  /** what it is about and the time it asks about, in our words */
  readonly about: string;
  readonly constructs: readonly Construct[];
  readonly minutes: number;
  /** source of the key: items, reversals, aggregation */
  readonly provenance: Provenance;
  readonly licence: Licence;
  readonly licenceNote: string;
  /** false = nobody has studied what it measures: for talking and for a service's own trend */
  readonly isValidated: boolean;
  /** 'clinician' = only by an independent clinician, never offered for a round of a team */
  readonly setting: 'team' | 'clinician';
  readonly itemCount: number;
  readonly responseOptions: readonly ResponseOption[];
  /** the answer "does not apply", which leaves the denominator; null where the form has none */
  readonly notApplicable: number | null;
  /** items whose answer is turned round (lowest + highest - answer) before anything else */
  readonly reverseScored: readonly number[];
  readonly scales: readonly Scale[];
  readonly derivedScales: readonly DerivedScale[];
  readonly bands: readonly ScaleBands[];
  readonly flag: ScoreFlag | null;
  readonly norms: readonly Norm[];
  /** true = results mean something for a group only and are never shown for one person */
  readonly groupOnly: boolean;
  readonly vectors: readonly ScoringVector[];
};

/** Response options whose label is the number: the form in the person's hand has the words. */
export function numberedOptions(values: readonly number[]): ResponseOption[] {
  return values.map((value) => ({ value, label: String(value) }));
}

/** Item numbers from `first` to `last`, both included. */
export function itemRange(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The same answer `count` times, and a pattern repeated to `count` answers: for vectors. */
export function repeated<Value>(value: Value, count: number): Value[] {
  return Array.from({ length: count }, () => value);
}

export function cycled(pattern: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, index) => pattern[index % pattern.length]!);
}

/** The norm of a published sample, with what its source leaves out filled with null. */
export function norm(
  given: Pick<Norm, 'scale' | 'population' | 'country' | 'source' | 'year' | 'evidence'> & Partial<Norm>,
): Norm {
  return { n: null, mean: null, sd: null, alpha: null, ...given };
}

/** Ours, where the source gives none: a scale with more than a fifth of its items missing is not scored. */
export const defaultMissingRule: MissingRule = { kind: 'missing-share', atMost: 0.2 };
