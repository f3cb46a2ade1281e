/**
 * Known measures that Steading does not score, with the reason a manager is given when asking for one. Holding them
 * here keeps the answer the same everywhere.
 */
import type { EvidenceMark } from './instrument';

export type NotBuiltIn = {
  readonly id: string;
  readonly title: string;
  readonly reason: 'licence' | 'clinical-duty';
  readonly note: string;
  readonly evidence: EvidenceMark;
};

export const notBuiltIn: readonly NotBuiltIn[] = [
  {
    id: 'mbi_hss',
    title: 'Maslach Burnout Inventory',
    reason: 'licence',
    note: 'Sold by Mind Garden. A licence holder can enter the finished scores of a group of 5 or more.',
    evidence: 'V',
  },
  {
    id: 'phq9',
    title: 'PHQ-9',
    reason: 'clinical-duty',
    note: 'It asks about self-harm, and an answer needs a clinician the same day. Leave it to occupational health.',
    evidence: 'R',
  },
  {
    id: 'gad7',
    title: 'GAD-7',
    reason: 'clinical-duty',
    note: 'A clinical measure of anxiety. Leave it to occupational health.',
    evidence: 'R',
  },
];
