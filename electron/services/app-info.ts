import type { IpcReply } from '@shared/ipc/contract';

const cloudFolderNames =
  /^(onedrive( ?- .*)?|dropbox( ?\(.*\))?|icloud ?drive|mobile documents|com~apple~clouddocs|google ?drive|googledrive-.*|my drive|cloudstorage|box( sync)?|nextcloud|owncloud)$/i;

/**
 * Whether a folder lies inside one that a cloud service copies away. `roots` are folders that the system
 * itself names as such (on Windows the OneDrive variables).
 */
export function isInCloudFolder(path: string, roots: readonly string[] = []): boolean {
  const clean = (value: string): string => value.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();
  const target = clean(path);
  if (
    roots.some(
      (root) => clean(root) !== '' && (target === clean(root) || target.startsWith(`${clean(root)}/`)),
    )
  ) {
    return true;
  }
  return target.split('/').some((part) => cloudFolderNames.test(part));
}

export interface AppInfoDeps {
  readonly version: string;
  readonly platform: string;
  readonly userData: string;
  readonly cloudRoots: readonly string[];
}

/** What the page may know of the computer: no path, no name. */
export function appInfo(deps: AppInfoDeps): Omit<IpcReply<'app.info'>, 'refusals'> {
  const { platform } = deps;
  return {
    version: deps.version,
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    cloudFolder: isInCloudFolder(deps.userData, deps.cloudRoots),
  };
}
