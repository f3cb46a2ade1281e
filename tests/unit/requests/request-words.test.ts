import { describe, expect, it } from 'vitest';
import { toLocalDate } from '@shared/kernel/local-date';
import { accessRequestSchema, type AccessRequest } from '@shared/records/access-request/access-request';
import { dueReasons } from '../../../renderer/features/people/requests/request-words';
import { id } from '../retention/support';

const request = (clarification: AccessRequest['clarification']): AccessRequest =>
  accessRequestSchema.parse({
    personId: id(1),
    receivedOn: '2026-01-31',
    channel: 'spoken',
    extension: null,
    clarification,
    status: 'open',
    closedOn: null,
    decisions: [],
  });

describe('why this day', () => {
  const asOf = toLocalDate('2026-02-12');
  const asked = toLocalDate('2026-02-03');

  it('names what the pause stands on and sends for advice, for every question asked', () => {
    const answered = dueReasons(
      request({ askedOn: asked, answeredOn: toLocalDate('2026-02-10') }),
      asOf,
      'scotland',
    ).join(' ');
    expect(answered).toContain('the 7 days until they answered do not count');
    for (const clarification of [
      { askedOn: asked, answeredOn: toLocalDate('2026-02-10') },
      { askedOn: asked, answeredOn: null },
    ]) {
      const said = dueReasons(request(clarification), asOf, 'scotland').join(' ');
      expect(said).toContain('Article 12A of the UK GDPR');
      expect(said).toContain('Check locally');
    }
  });

  it('names the nation whose holiday it is', () => {
    const easter = { ...request(null), receivedOn: toLocalDate('2026-03-06') };
    expect(dueReasons(easter, asOf, 'northern-ireland').at(-1)).toBe(
      'That is a bank holiday in Northern Ireland, so the next working day counts: Tuesday 7 April 2026.',
    );
    expect(dueReasons(easter, asOf, 'scotland')).toHaveLength(2);
  });

  it('says nothing of a pause where nobody was asked', () => {
    expect(dueReasons(request(null), asOf, 'scotland')).toEqual([
      'It came on Saturday 31 January 2026.',
      'One month on is Saturday 28 February 2026, the last day of that month.',
      'That is a Saturday, so the next working day counts: Monday 2 March 2026.',
    ]);
  });
});
