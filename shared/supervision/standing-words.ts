/**
 * Words to start an agreement from. They are ours, plain, and say no more than a service can keep; both may change
 * them before they sign.
 */
import type { Agreement, PairKind } from '@shared/records/agreement/agreement';

export type StandingWords = Pick<
  Agreement,
  | 'agendaRight'
  | 'cancellations'
  | 'confidentiality'
  | 'whatIsWritten'
  | 'whoMayRead'
  | 'disagreementRoute'
  | 'thirdParty'
>;

const shared = {
  cancellations: 'We tell each other two days before where we can, and set a new day within two weeks.',
  disagreementRoute: 'First the two of us, then the service manager. Either may ask for it.',
  thirdParty: 'The supervisor of a neighbouring team or service, without giving a reason.',
} as const;

export function standingWords(kind: PairKind): StandingWords {
  switch (kind) {
    case 'clinical':
      return {
        ...shared,
        agendaRight: 'Whoever is supervised chooses the topics. The supervisor may add to them.',
        confidentiality:
          'What is said here stays between the two of us. Themes may be counted for the service, without names. It is not used in appraisal. A worry about conduct or ability goes to its own process, and the person is told first.',
        whatIsWritten: 'The date, the themes and what we agreed. No details of people who use the service.',
        whoMayRead: 'The two of us, and the named person who checks that supervision takes place.',
      };
    case 'line-management':
      return {
        ...shared,
        agendaRight: 'Both bring topics. Workload and leave are always among them.',
        confidentiality:
          'What is private stays between the two of us. Workload, leave and what we agreed may go to the next manager when they are needed there, and the person is told. A worry about conduct or ability goes to its own process, and the person is told first.',
        whatIsWritten: 'The date, workload, leave and what we agreed, with who does it and by when.',
        whoMayRead: 'The two of us, and the next manager where something has to be decided.',
      };
    case 'professional':
      return {
        ...shared,
        agendaRight: 'Both bring topics. The duties of the profession come first.',
        confidentiality:
          'What is said here stays between the two of us. Proof that it took place may be given to the regulator when the person asks for it. A worry about conduct or ability goes to its own process, and the person is told first.',
        whatIsWritten: 'The date, what was learned and what we agreed.',
        whoMayRead: 'The two of us, and the named professional lead.',
      };
  }
}

/** Fields that still hold the words of one kind take those of another; what was typed stays. */
export function withWordsOf<F extends StandingWords>(fields: F, before: PairKind, now: PairKind): F {
  const [old, next] = [standingWords(before), standingWords(now)];
  const changed = (Object.keys(next) as (keyof StandingWords)[])
    .filter((key) => fields[key] === old[key])
    .map((key) => [key, next[key]]);
  return { ...fields, ...Object.fromEntries(changed) } as F;
}
