import { useEffect, type RefObject } from 'react';

/**
 * Recharts draws its layers through portals, and React listens for focus on each. Chromium takes an SVG group with such
 * a listener for a Tab stop, so that a person would press Tab seven times on nothing. These groups are taken out of
 * the order; the plot itself stays in it.
 */
export function useQuietLayers(plot: RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = plot.current;
    if (element === null) return undefined;
    const quieten = (): void => {
      for (const layer of element.querySelectorAll('g[class*="recharts-zIndex-layer"]:not([tabindex])'))
        layer.setAttribute('tabindex', '-1');
    };
    quieten();
    const observer = new MutationObserver(quieten);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
    };
  }, [plot]);
}
