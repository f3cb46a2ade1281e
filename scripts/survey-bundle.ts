/**
 * The script and style of the survey file as text: `virtual:survey-page`. Built from renderer/survey/main.ts by a build
 * inside the build, because they end up in a file that staff open, and not in the app's page. The app loads them by
 * dynamic import, so they are a chunk of their own.
 */
import { resolve } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

const id = 'virtual:survey-page';
/** What a name that begins so stands for is no file: no other plugin looks for it. */
const resolvedId = `\0${id}`;

interface SurveyPage {
  readonly script: string;
  readonly style: string;
}

/** An inline script or style ends at its end tag, and CR and NUL are changed by the parser: then no hash would fit. */
function assertInline({ script, style }: SurveyPage): void {
  if (/<\/script|<!--|<script/iu.test(script)) throw new Error('survey script: ends its own element');
  if (/<\/style|<!--/iu.test(style)) throw new Error('survey style: ends its own element');
  if (/[\r\0]/u.test(script + style)) throw new Error('survey page: a character that HTML changes');
  if (/\bimport\.meta\b|\bprocess\.env\b/u.test(script)) throw new Error('survey script: not for a browser');
}

/** `root`: of the repository. electron-vite moves this file's code to another folder, so it cannot tell itself. */
export async function buildSurveyPage(root: string): Promise<SurveyPage> {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    root: resolve(root, 'renderer'),
    logLevel: 'error',
    resolve: { alias: { '@shared': resolve(root, 'shared') } },
    // The library's ways for a worker and for Node go: with them goes the one place that could load something.
    define: { 'globalThis.WorkerGlobalScope': 'undefined', 'globalThis.process': 'undefined' },
    build: {
      write: false,
      minify: true,
      cssCodeSplit: false,
      lib: {
        entry: resolve(root, 'renderer/survey/main.ts'),
        formats: ['iife'],
        name: 'survey',
        fileName: () => 'survey.js',
      },
      rolldownOptions: { experimental: { attachDebugInfo: 'none' } },
    },
  });
  const output = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    'output' in each ? (each.output as (Rolldown.OutputChunk | Rolldown.OutputAsset)[]) : [],
  );
  const chunks = output.filter((each) => each.type === 'chunk');
  const styles = output.filter((each) => each.type === 'asset' && each.fileName.endsWith('.css'));
  const [chunk, style] = [chunks[0], styles[0]];
  if (chunks.length !== 1 || chunk?.type !== 'chunk' || styles.length !== 1 || style?.type !== 'asset') {
    throw new Error('survey page: one script and one style were expected');
  }
  const page = { script: chunk.code.trim(), style: String(style.source).trim() };
  assertInline(page);
  return page;
}

export function surveyBundle(root: string): Plugin {
  let built: Promise<SurveyPage> | null = null;
  return {
    name: 'steading-survey-page',
    resolveId: (source) => (source === id ? resolvedId : null),
    load: async (source) => {
      if (source !== resolvedId) return null;
      const { script, style } = await (built ??= buildSurveyPage(root));
      return `export const script = ${JSON.stringify(script)};\nexport const style = ${JSON.stringify(style)};\n`;
    },
  };
}
