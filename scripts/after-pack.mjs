/**
 * electron-builder calls this when a package is put together, before it is signed. It sets every fuse of the
 * binary and refuses a package that lacks one, or one of the files that go beside the archive.
 *
 * electron-builder's own `electronFuses` leaves a fuse without a value as it is and knows eight of Electron 45's
 * nine. Here each must have a value: an unknown fuse in the binary, or a new one in the library, is an error.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** Fuses that electron-builder.yml cannot name. */
const furtherFuses = {
  // Chromium's own setting. Off, every WebAssembly memory access in main would be checked by hand; no gain for us.
  wasmTrapHandlers: true,
};

const besideTheArchive = ['rescue/steading-rescue.mjs', 'sbom.cdx.json'];

const keyOf = (fuse) => fuse[0].toLowerCase() + fuse.slice(1);

/** All fuses by number, from the values by name; throws when one is missing or means nothing. */
export function fuseConfig(values) {
  const fuses = Object.entries(FuseV1Options).filter(([, index]) => typeof index === 'number');
  const unknown = Object.keys(values).filter((key) => !fuses.some(([fuse]) => keyOf(fuse) === key));
  if (unknown.length > 0) throw new Error(`no such fuse: ${unknown.join(', ')}`);
  return fuses.map(([fuse, index]) => {
    const value = values[keyOf(fuse)];
    if (typeof value !== 'boolean') throw new Error(`the fuse ${fuse} has no value`);
    return { fuse, index, value };
  });
}

function binaryPath({ appOutDir, electronPlatformName, packager }) {
  const name = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'linux':
      return join(appOutDir, packager.executableName);
    case 'win32':
      return join(appOutDir, `${name}.exe`);
    default:
      return join(appOutDir, `${name}.app`);
  }
}

export async function afterPack(context) {
  const resources = context.packager.getResourcesDir(context.appOutDir);
  for (const file of besideTheArchive) {
    await access(join(resources, file)).catch(() => {
      throw new Error(`${file} is missing from the package: build it first`);
    });
  }
  const fuses = fuseConfig({ ...context.packager.config.electronFuses, ...furtherFuses });
  const binary = binaryPath(context);
  await flipFuses(binary, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...Object.fromEntries(fuses.map(({ index, value }) => [index, value])),
  });
  const wire = await getCurrentFuseWire(binary);
  for (const { fuse, index, value } of fuses) {
    const wanted = value ? FuseState.ENABLE : FuseState.DISABLE;
    if (wire[index] !== wanted) throw new Error(`the fuse ${fuse} did not take its value`);
  }
}
