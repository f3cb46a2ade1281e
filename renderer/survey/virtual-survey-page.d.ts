/** Made by scripts/survey-bundle.ts while the app is built. */
declare module 'virtual:survey-page' {
  export const script: string;
  export const style: string;
}
