/** What was found in own words, in words. */
import type { RedactionDoubt } from '@shared/disclosure/redaction-doubts';
import type { RedactionKind } from '@shared/disclosure/redaction-patterns';
import type { KeptReason } from '@shared/disclosure/reviewed-words';

export const kindWords = {
  'e-mail': 'An e-mail address',
  'web address': 'A web address',
  'user name': 'A user name',
  number: 'A number that may be somebody’s',
  telephone: 'A telephone number',
  postcode: 'A postcode',
  address: 'An address',
  date: 'A day',
  age: 'An age',
  name: 'A name',
  service: 'The service’s name',
  'by hand': 'Taken out by you',
} as const satisfies Record<RedactionKind, string>;

export const reasonWords = {
  'ordinary-word': 'It is an ordinary word here, not a person',
  'body-or-place': 'It is a body, a law or a place',
  'about-nobody': 'It is about no person',
} as const satisfies Record<KeptReason, string>;

export const keptWords = {
  'ordinary-word': 'an ordinary word here',
  'body-or-place': 'a body, a law or a place',
  'about-nobody': 'about no person',
} as const satisfies Record<KeptReason, string>;

/** A day is no ordinary word, and a name is about somebody. */
export function reasonsFor(kind: RedactionKind): readonly KeptReason[] {
  return kind === 'name' || kind === 'service'
    ? ['ordinary-word', 'body-or-place']
    : ['about-nobody', 'body-or-place'];
}

export const doubtWords = {
  'only-one': 'May be true of one person alone',
  'rare-role': 'Fewer than five people have this role',
  initials: 'Somebody’s initials',
  'short-form': 'May be short for somebody’s name',
  'unknown-name': 'May be a name that People does not have',
  personal: 'Health or history of one person',
  quotation: 'Somebody’s own words: people know how others speak',
  'one-person': 'Tells of one person',
  place: 'A team or a site: a small one is as good as a name',
} as const satisfies Record<RedactionDoubt['kind'], string>;

export function countWords(taken: number, kept: number): string {
  const out = taken === 0 ? 'Nothing is taken out.' : `${String(taken)} taken out.`;
  return kept === 0 ? out : `${out} ${String(kept)} kept by you.`;
}
