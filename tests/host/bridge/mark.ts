/**
 * The evaluation mark: drawn by the host, not by the product, in a closed shadow root from an isolated world. Styles are
 * a constructed sheet, which needs nothing from the page's CSP. Self-contained, as above.
 */
export function installMark(): void {
  if (window !== window.top) return;
  const draw = (): void => {
    const host = document.createElement('steading-evaluation-mark');
    host.setAttribute('aria-hidden', 'true');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      :host { all: initial; position: fixed; right: 8px; bottom: 8px; z-index: 2147483647; pointer-events: none;
              user-select: none; }
      span { display: block; font: 11px/1.4 system-ui, sans-serif; color: #fff; background: #333c; padding: 2px 8px;
             border-radius: 9px; }
      @media print { :host { display: none; } }`);
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [sheet];
    const label = document.createElement('span');
    label.textContent = 'Evaluation host: Chromium, not Electron';
    root.append(label);
    document.documentElement.append(host);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', draw, { once: true });
  else draw();
}
