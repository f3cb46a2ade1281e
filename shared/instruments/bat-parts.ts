/** What the two lengths of the Burnout Assessment Tool share. */
import { defaultMissingRule, norm, type Licence, type Norm, type Scale, type ScaleBands } from './instrument';
import type { EvidenceMark } from './instrument';

export function batScale(id: string, title: string, items: readonly number[]): Scale {
  return { id, title, items, aggregation: 'mean', missingRule: defaultMissingRule, better: 'lower' };
}

/** A score equal to an edge takes the higher band. */
export function batBands(scale: string, atRisk: number, severe: number, evidence: EvidenceMark): ScaleBands {
  return {
    scale,
    scope: 'person',
    edges: [
      { at: atRisk, equalTakes: 'higher-band' },
      { at: severe, equalTakes: 'higher-band' },
    ],
    names: ['green', 'amber', 'red'],
    source:
      'BAT clinical cut-offs: healthy and diagnosed people in the Netherlands, Belgium and Finland; tentative elsewhere',
    year: null,
    evidence,
  };
}

export const batLicence: Licence = { use: 'ask', ask: 'The authors, KU Leuven', evidence: 'V2' };

export const batLicenceNote =
  'The scale is offered free when its items are unaltered; its manuals are all rights reserved. Ask the authors about commercial use.';

export const batNorms: readonly Norm[] = [
  norm({
    scale: 'total',
    population: 'Healthy workers in the cut-off study (1,370, 1,403 and 1,350)',
    country: 'Netherlands, Belgium, Finland',
    n: 4123,
    source: 'BAT cut-off study',
    year: null,
    evidence: 'V',
  }),
];
