/** HiGHS's loader names its .wasm file, so that vite would copy it beside the worker that carries it already. */
import type { Plugin } from 'vite';

const fileName = /new URL\("highs\.wasm", ?import\.meta\.url\)\.href/;

export function highsWithoutItsFile(): Plugin {
  return {
    name: 'highs-without-its-file',
    enforce: 'pre',
    transform: {
      filter: { id: /highs\/build\/highs\.mjs$/ },
      handler(code) {
        if (!fileName.test(code)) this.error('The loader of HiGHS names its file in another way than it did');
        return { code: code.replace(fileName, '""'), map: null };
      },
    },
  };
}
