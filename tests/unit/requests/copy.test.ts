import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personBundle } from '@shared/requests/bundle';
import { copyDocument } from '@shared/requests/copy-document';
import { copyHtml, copyJson } from '@shared/requests/copy-files';
import type { AnyRecord } from '@shared/retention/redact';
import { defaultCareSettings } from '@shared/retention/settings';
import { sayRecord } from '../../../renderer/records/history/say-record';
import { keptWords } from '../../../renderer/records/kept-words';
import {
  readRequestFields,
  emptyRequest,
  fieldsOfRequest,
} from '../../../renderer/features/people/requests/request-form';
import { dueReasons, requestStatus } from '../../../renderer/features/people/requests/request-words';
import { accessRequestKind } from '@shared/records/access-request/access-request';
import { requestState } from '@shared/requests/due-date';
import { day, id, person, session } from '../retention/support';

const nameOf = (of: string): string | null =>
  of === id(1) ? 'Ailsa Munro' : of === id(2) ? 'Calum Reid' : null;
function documentOf(records: readonly AnyRecord[]) {
  const bundle = personBundle({
    personId: id(1),
    records,
    decisions: [],
    say: (record) => sayRecord(record, nameOf),
  });
  return copyDocument({
    bundle,
    name: 'Ailsa Munro',
    serviceName: 'Harbour Steps',
    askedOn: day('2026-01-31'),
    madeOn: day('2026-02-20'),
    keptWords: (of) => keptWords(of, defaultCareSettings.months),
  });
}
const records: readonly AnyRecord[] = [
  person(1, 'Ailsa Munro'),
  person(2, 'Calum Reid'),
  session(11, [1], { note: 'Swaps with <b>Calum</b> & rests.' }),
  session(12, [1], { note: 'A quieter week' }),
];

describe('the copy as files', () => {
  const document = documentOf(records);

  it('has a contents page with how many and how long', () => {
    expect(document.contents).toEqual([
      { title: 'Person', count: 1, kept: 'Kept for 6 years after they leave' },
      {
        title: 'Supervision records',
        count: 2,
        kept: 'Kept for 6 years after they leave; of a group, after the last one leaves',
      },
    ]);
    const html = copyHtml(document, 'Names people. Only for Ailsa <Munro>.');
    expect(html.indexOf('Contents')).toBeLessThan(html.indexOf('Swaps with'));
    // Whom it is for stands before anything else that is read.
    expect(html).toContain('<body>\n<p class="mark">Names people. Only for Ailsa &lt;Munro&gt;.</p>\n<h1>');
    expect(html).toContain('<a href="#part-2">Supervision records</a></th><td>2</td>');
    expect(html).toContain('This copy was made on 20 February 2026 by Harbour Steps.');
  });

  it('names nobody else, in the page and in JSON alike', () => {
    for (const file of [copyHtml(document, 'Only for them.'), copyJson(document)]) {
      expect(file).not.toMatch(/Calum|Reid/);
      expect(file).toContain('(name withheld)');
    }
    expect(JSON.parse(copyJson(document))).toMatchObject({ format: 'steading-person-copy', version: 1 });
  });

  it('runs nothing and loads nothing: what people typed stays text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        const note = `x${typed}<script src="//e.example/a.js">alert(1)</script><img src=x onerror=alert(1)>`;
        const html = copyHtml(documentOf([person(1, 'Ailsa Munro'), session(11, [1], { note })]), typed);
        expect(html).not.toMatch(/<script|<img|<iframe|<link/i);
        expect(html).toContain("default-src 'none'");
      }),
    );
  });
});

describe('a request in words', () => {
  const request = {
    ...accessRequestKind.examples[0]!,
    receivedOn: day('2026-01-31'),
    clarification: null,
    status: 'open' as const,
    closedOn: null,
  };

  it('says why the day is the day: story 5', () => {
    expect(dueReasons(request, day('2026-02-01'), 'scotland')).toEqual([
      'It came on Saturday 31 January 2026.',
      'One month on is Saturday 28 February 2026, the last day of that month.',
      'That is a Saturday, so the next working day counts: Monday 2 March 2026.',
    ]);
    expect(requestStatus(requestState(request, day('2026-02-01'), 'scotland')).children).toBe(
      'Answer by 2 March 2026',
    );
    expect(requestStatus(requestState(request, day('2026-03-04'), 'scotland'))).toEqual({
      kind: 'caution',
      children: 'Overdue 2 days',
    });
  });

  it('says that days of a question do not count', () => {
    const asked = {
      ...request,
      clarification: { askedOn: day('2026-02-03'), answeredOn: day('2026-02-10') },
    };
    expect(dueReasons(asked, day('2026-02-11'), 'scotland')).toEqual([
      'It came on Saturday 31 January 2026.',
      'One month and 7 days on is Saturday 7 March 2026.',
      'They were asked what they mean: the 7 days until they answered do not count.',
      'The pause is in Article 12A of the UK GDPR, since 5 February 2026.',
      'It needs a good reason, like a great deal held about them.',
      'Check locally: your data protection adviser knows how your service reads it.',
      'That is a Saturday, so the next working day counts: Monday 9 March 2026.',
    ]);
  });

  it('gives back every example through the form, decisions and all', () => {
    for (const example of accessRequestKind.examples)
      expect(readRequestFields(fieldsOfRequest(example), day('2026-11-24'), example).request).toEqual(
        example,
      );
  });

  it('names every problem, in the order of the fields', () => {
    const today = day('2026-02-10');
    const wrong = {
      ...emptyRequest('', today),
      receivedOn: '11/2/2026',
      answeredOn: 'someday',
      moreMonths: '2',
      status: 'answered',
    };
    expect(readRequestFields(wrong, today, null).problems.map(({ field }) => field)).toEqual([
      'personId',
      'receivedOn',
      'askedOn',
      'answeredOn',
      'toldOn',
      'reason',
      'closedOn',
    ]);
  });
});
