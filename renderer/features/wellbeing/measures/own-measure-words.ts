/** What is said of measures that the service composes. */
import { assertNever } from '@shared/kernel/assert';
import type { MeasureFileError } from '@shared/wellbeing/own-measures';

export const notValidatedText =
  'Nobody has studied what it measures. Use it for talking and for your own trend only, never for one person.';

const mostProblems = 5;

/** Line by line; where in the file, never what stands there. */
export function importProblems(error: MeasureFileError): readonly string[] {
  switch (error.tag) {
    case 'MeasureTooLarge':
      return ['This file is too large to be a measure.'];
    case 'NotAMeasure':
      return ['This file is not a measure that a service saved from Steading.'];
    case 'MeasureOfNewerFormat':
      return ['This file was saved by a newer version of Steading. Update the app, then bring it in.'];
    case 'MeasureIsHere':
      return ['This measure is here already. Nothing was changed.'];
    case 'MeasureDoesNotFit': {
      const more = error.problems.length - mostProblems;
      return [
        ...error.problems
          .slice(0, mostProblems)
          .map(({ where, message }) => `${where === '' ? 'The file' : `At ${where}`}: ${message}.`),
        ...(more > 0 ? [`And ${more} more.`] : []),
      ];
    }
    default:
      return assertNever(error);
  }
}
