import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SurveyForm } from '@shared/survey/survey-form';
import { buildSurveyFile, loadSurveyPage, type SurveyPage } from '../../../renderer/survey';
import { formOf } from './survey-kit';

/** The page as it ships is large: what is tested with many forms is tested with a small one. */
const smallPage: SurveyPage = { script: 'document.title', style: 'p{color:red}' };

/** As a browser reads it: up to the first thing that ends the element. */
function embedded(html: string): unknown {
  const start = '<script type="application/json" id="form">';
  const from = html.indexOf(start) + start.length;
  return JSON.parse(html.slice(from, html.slice(from).search(/<\/script/i) + from));
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!-- <script>',
    ']]>',
    '"\'`${1}\\',
    '\u2028\u2029\0',
    'هل شعرت بالأمان؟',
    '👩‍👩‍👧 \u202Eabc',
    '</main><img src=x onerror=alert(1)>',
  ),
);

describe('the survey file', () => {
  it('carries every wording as it is, and nothing of it as HTML', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, nasty, nasty, nasty, async (title, text, option, service) => {
        const plain = formOf(2);
        const form: SurveyForm = {
          ...plain,
          serviceName: service,
          split: { question: text, options: [option, title] },
          wording: {
            ...plain.wording,
            title,
            notice: option,
            introduction: text,
            items: [
              { number: 1, text },
              { number: 2, text: option },
            ],
          },
        };
        const html = await buildSurveyFile(form, smallPage);
        // A lone half of a pair has no UTF-8, and would be something else on the disk.
        const saved = Buffer.from(html, 'utf8').toString('utf8');
        expect(saved).toBe(html);
        expect(embedded(html)).toEqual(
          JSON.parse(JSON.stringify(form), (_key, value: unknown) =>
            typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value,
          ),
        );
        expect(html.match(/<script/gi)).toHaveLength(2);
        expect(html.match(/<\/script/gi)).toHaveLength(2);
        expect(html).not.toMatch(/<!--|<img|onerror=(?!alert)/i);
      }),
      { numRuns: 400 },
    );
  });

  it('keeps the wording out of its title and its own words', async () => {
    const html = await buildSurveyFile(formOf(1, { serviceName: 'Harbour Support' }), smallPage);
    expect(html).toContain('<title>Questions from your service</title>');
    expect(html.split('Harbour Support')).toHaveLength(2);
  });
});

describe('the survey file as it ships', () => {
  let page: SurveyPage;
  beforeAll(async () => {
    page = await loadSurveyPage();
  }, 60_000);

  it('has a policy that lets in its own script and style and nothing else', async () => {
    const html = await buildSurveyFile(formOf(10), page);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toBe(
      [
        "default-src 'none'",
        `script-src ${hash(page.script)} 'wasm-unsafe-eval'`,
        `style-src ${hash(page.style)}`,
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    );
    // What is between the tags is what was hashed.
    expect(html).toContain(`<script>${page.script}</script>`);
    expect(html).toContain(`<style>${page.style}</style>`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<style>'));
  });

  it('stays under 900 kB with the longest pack that is taken, and far under with one of 60 items', async () => {
    const sixty = await buildSurveyFile(formOf(60), page);
    expect(Buffer.byteLength(sixty)).toBeLessThan(700_000);
    const wide = (length: number) => 'ẅ'.repeat(length);
    const long = formOf(60, { split: { question: wide(300), options: Array<string>(40).fill(wide(100)) } });
    const longest: SurveyForm = {
      ...long,
      wording: {
        ...long.wording,
        notice: wide(600),
        introduction: wide(2000),
        items: long.wording.items.map(({ number }) => ({ number, text: wide(500) })),
      },
    };
    expect(Buffer.byteLength(await buildSurveyFile(longest, page))).toBeLessThan(900_000);
  });

  it('asks for no clock, no storage, no network and nothing about the machine', () => {
    // libsodium's own code is in the script, too: what it needs is in the list of what may be there.
    for (const asked of [
      /\bnew Date\b|\bDate\.now\b/,
      /\b(?:local|session)Storage\b|\bindexedDB\b|\bcookie\b|\bcaches\b/,
      /\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bRTCPeerConnection\b|\bimportScripts\b/,
      /\buserAgent\b|\bhardwareConcurrency\b|\bgeolocation\b|\bscreen\.(?:width|height)\b|\btimeZone\b/,
      /\bhistory\.|\blocation\.(?:hash|href|search)\b|\bdocument\.title\b/,
    ]) {
      expect(page.script.match(asked)?.[0]).toBeUndefined();
    }
    expect(page.style).not.toMatch(/url\(|@import/i);
  });
});
