/**
 * The one HTML file of a survey (docs/survey-format.md). Its policy names the script and the style by their hashes
 * and allows nothing else: no address can be reached from it, whatever its words contain.
 */
import type { SurveyForm } from '@shared/survey/survey-form';
import type { SurveyPage } from './survey-page';

/** Neutral on purpose: it stands in the history of a shared browser. */
const title = 'Questions from your service';

/** What stands there until the script has run, or where it cannot: in the preview of a mail programme, or cut short. */
const fallback = `<h1>${title}</h1>
<p>This file opens in a browser: Firefox, Chrome, Edge or Safari. If you see only these lines, save the file first, then open it there.</p>
<p>If that changes nothing, the file was cut short on its way. Ask for it again, or for the form on paper.</p>`;

async function hashSource(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** Inside a script element only `<` can end it, or begin a comment. U+2028 and U+2029 are line ends to old readers. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A lone surrogate has no UTF-8: it would be another character in the saved file. */
function wellFormed(form: SurveyForm): SurveyForm {
  return JSON.parse(JSON.stringify(form), (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value,
  ) as SurveyForm;
}

export async function buildSurveyFile(form: SurveyForm, { script, style }: SurveyPage): Promise<string> {
  const policy = [
    `default-src 'none'`,
    // libsodium is WebAssembly inside the script.
    `script-src ${await hashSource(script)} 'wasm-unsafe-eval'`,
    `style-src ${await hashSource(style)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main id="survey">
${fallback}
</main>
<script type="application/json" id="form">${jsonForHtml(wellFormed(form))}</script>
<script>${script}</script>
</body>
</html>
`;
}
