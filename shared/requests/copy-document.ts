/**
 * The copy that a person gets, ready to be written out: a contents page, then every record with its words, with how
 * long each sort is kept. What may be in it was decided before (bundle.ts). Pure; one model for screen, paper and file.
 */
import { formatDate, type LocalDate } from '@shared/kernel/local-date';
import type { RetentionClass } from '@shared/records/retention-class';
import { withheldLine, withheldName, type Bundle } from './bundle';

export interface CopyField {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface CopyPart {
  readonly title: string;
  readonly kept: string;
  readonly records: readonly { readonly title: string; readonly fields: readonly CopyField[] }[];
}

export interface CopyDocument {
  readonly title: string;
  readonly intro: readonly string[];
  readonly contents: readonly { readonly title: string; readonly count: number; readonly kept: string }[];
  readonly parts: readonly CopyPart[];
  readonly rights: readonly string[];
}

export interface CopyRequest {
  readonly bundle: Bundle;
  readonly name: string;
  readonly serviceName: string;
  readonly askedOn: LocalDate;
  readonly madeOn: LocalDate;
  /** "Kept for 6 years after they leave". */
  readonly keptWords: (of: RetentionClass | null) => string;
}

export function copyDocument(request: CopyRequest): CopyDocument {
  const { bundle, name, serviceName, askedOn, madeOn, keptWords } = request;
  const isAnythingWithheld = JSON.stringify(bundle.sections).includes('withheld)');
  const intro = [
    `${name} asked on ${formatDate(askedOn)}. This copy was made on ${formatDate(madeOn)}${serviceName === '' ? '' : ` by ${serviceName}`}.`,
    'It holds everything about them that is kept in this app.',
  ];
  if (isAnythingWithheld)
    intro.push(
      `Where it would tell something about somebody else, it says ${withheldName} or ${withheldLine}.`,
    );
  if (bundle.hasSealedPlan)
    intro.push('Their own Wellbeing Plan is sealed under their own passphrase: they can read and save it.');
  return {
    title: 'What is held about you',
    intro,
    contents: bundle.sections.map(({ title, records, retention }) => ({
      title,
      count: records.length,
      kept: keptWords(retention),
    })),
    parts: bundle.sections.map(({ title, records, retention }) => ({
      title,
      kept: keptWords(retention),
      records: records.map(({ fields }, index) => ({
        title: records.length === 1 ? title : `${index + 1} of ${records.length}`,
        fields,
      })),
    })),
    rights: [
      'It is used to support people at work and to see that support reaches everybody.',
      'If something is wrong or missing, say so and it will be put right or your words added.',
      'You may object to what is kept, ask for it to be erased, or complain to the Information Commissioner’s Office.',
    ],
  };
}
