/** The copy as files in open formats: a web page that prints well, and JSON. Text stays text: nothing in it is markup. */
import type { CopyDocument, CopyField } from './copy-document';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const text = (of: string): string => of.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');

const style = [
  'body{font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:44rem;margin:2rem auto;padding:0 1rem}',
  'h1{font-size:1.75rem;line-height:1.25}h2{font-size:1.375rem;margin-top:2.5rem}h3{font-size:1.05rem;margin:1.5rem 0 .5rem}',
  'table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-top:1px solid #bbb}',
  'dl{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;margin:0}dt,dd{margin:0;padding:.25rem .75rem .25rem 0;border-top:1px solid #ddd}',
  '.mark{display:inline-block;border:2px solid #6b2c6b;color:#6b2c6b;font-weight:700;padding:.1rem .5rem}',
  'dt{color:#444}dd{white-space:pre-line;overflow-wrap:anywhere}.kept{color:#444}',
  '@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3,tr,dt{break-after:avoid}}',
].join('');

const paragraphs = (lines: readonly string[]): string =>
  lines.map((line) => `<p>${text(line)}</p>`).join('\n');

function fieldsHtml(fields: readonly CopyField[]): string {
  const rows = fields.map(
    ({ label, lines }) => `<dt>${text(label)}</dt><dd>${lines.map(text).join('\n')}</dd>`,
  );
  return `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** `mark`: whom it is for, at its head. */
export function copyHtml(document: CopyDocument, mark: string): string {
  const { title, intro, contents, parts, rights } = document;
  const rows = contents.map(
    (row, index) =>
      `<tr><th scope="row"><a href="#part-${index + 1}">${text(row.title)}</a></th><td>${row.count}</td><td>${text(row.kept)}</td></tr>`,
  );
  return [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    // The file fetches nothing and runs nothing, wherever it is opened.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${text(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<p class="mark">${text(mark)}</p>`,
    `<h1>${text(title)}</h1>`,
    paragraphs(intro),
    '<h2>Contents</h2>',
    '<table>',
    '<thead><tr><th scope="col">What</th><th scope="col">How many</th><th scope="col">How long</th></tr></thead>',
    `<tbody>\n${rows.join('\n')}\n</tbody>`,
    '</table>',
    ...parts.map((part, index) =>
      [
        `<section id="part-${index + 1}">`,
        `<h2>${text(part.title)}</h2>`,
        `<p class="kept">${text(part.kept)}.</p>`,
        ...part.records.map((record) =>
          part.records.length === 1
            ? fieldsHtml(record.fields)
            : `<h3>${text(record.title)}</h3>\n${fieldsHtml(record.fields)}`,
        ),
        '</section>',
      ].join('\n'),
    ),
    '<h2>Your rights</h2>',
    paragraphs(rights),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

export function copyJson(document: CopyDocument): string {
  return `${JSON.stringify({ format: 'steading-person-copy', version: 1, ...document }, null, 2)}\n`;
}
