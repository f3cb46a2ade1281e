/** nativeTheme: the product may ask for light or dark; pages loaded afterwards follow. */
import { strict, StrictEmitter } from './strict.js';

export class NativeTheme extends StrictEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;

  constructor() {
    super('nativeTheme', ['updated']);
  }

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
}

export const nativeTheme: NativeTheme = strict('nativeTheme', new NativeTheme());
