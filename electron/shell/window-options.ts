import type { BrowserWindowConstructorOptions } from 'electron';

export interface WindowOptionsDeps {
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly isDark: boolean;
}

/** The paper behind the page (renderer/ui/tokens.css, --page), so that nothing flashes while it loads. */
export const paperColour = (isDark: boolean): string => (isDark ? '#14191d' : '#f7f6f2');

/** The title says nothing of what is open: it shows in the task bar, in meetings and in window lists. */
export const windowTitle = 'Steading';

/** The one window. Small enough a minimum that 400 % zoom still reflows to one column. */
export function windowOptions(deps: WindowOptionsDeps): BrowserWindowConstructorOptions {
  return {
    title: windowTitle,
    width: 1366,
    height: 768,
    minWidth: 320,
    minHeight: 400,
    show: false,
    backgroundColor: paperColour(deps.isDark),
    webPreferences: {
      preload: deps.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !deps.isPackaged,
    },
  };
}
