/** Source text of the two worlds, as Chromium is given it at document start. */
import { randomBytes } from 'node:crypto';
import { createCodec } from './codec.js';
import { installIsolatedWorld, type IsolatedWorldOptions } from './isolated-world.js';
import { installMainWorld } from './main-world.js';
import { installMark } from './mark.js';

/** tsx compiles with kept names, a call to a helper that does not exist in Chromium. */
const HELPER = 'const __name = (target) => target;';

export interface Bridge {
  readonly bindingName: string;
  readonly deliverName: string;
  readonly mainWorldSource: string;
  readonly isolatedWorldSource: string;
}

export const ISOLATED_WORLD = 'Electron Isolated Context';
export const MARK_WORLD = 'Steading evaluation mark';

export function createBridge(preloadSource: string | undefined): Bridge {
  const secret = randomBytes(12).toString('hex');
  const bindingName = `post${secret}`;
  const deliverName = `deliver${secret}`;
  const options: IsolatedWorldOptions = {
    secret,
    bindingName,
    deliverName,
    versions: { node: process.versions.node },
    platform: process.platform,
    arch: process.arch,
  };
  // The preload is part of the script, not evaluated by it: no eval, whatever the page's CSP says.
  const preload = preloadSource
    ? `function (require, module, exports, process) {\n${preloadSource}\n}`
    : 'null';
  return {
    bindingName,
    deliverName,
    mainWorldSource: `(() => { ${HELPER} (${String(installMainWorld)})(${JSON.stringify(secret)}); })();`,
    isolatedWorldSource: `(() => { ${HELPER}
      (${String(installIsolatedWorld)})(${JSON.stringify(options)}, (${String(createCodec)})(), ${preload}); })();`,
  };
}

export const markSource = `(() => { ${HELPER} (${String(installMark)})(); })();`;
