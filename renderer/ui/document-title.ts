/**
 * The window's title. It says the place (or the task) and never a person's name: titles show in task
 * switchers and in what others see when a screen is shared.
 */
import { useEffect } from 'react';

const appName = 'Steading';
let pageTitle = '';
let errorForms = 0;

function apply(): void {
  const base = pageTitle === '' ? appName : `${pageTitle} – ${appName}`;
  document.title = errorForms > 0 ? `Error: ${base}` : base;
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    pageTitle = title;
    apply();
  }, [title]);
}

/** While a form on the page shows errors, the title says so first. */
export function useErrorTitle(hasErrors: boolean): void {
  useEffect(() => {
    if (!hasErrors) return;
    errorForms += 1;
    apply();
    return () => {
      errorForms -= 1;
      apply();
    };
  }, [hasErrors]);
}
