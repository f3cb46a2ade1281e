/** A QR code as a drawing in the page: no picture is fetched, and no address made, for it. */
import { encodeQR } from 'qr';

const svgNamespace = 'http://www.w3.org/2000/svg';
/** Four light modules all round are part of the code: scanners look for them. */
const quietZone = 4;

export function qrDrawing(text: string, label: string, className: string | undefined): SVGSVGElement {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZone });
  const make = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const size = String(rows.length);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  const svg = make('svg', {
    viewBox: `0 0 ${size} ${size}`,
    role: 'img',
    'aria-label': label,
    'shape-rendering': 'crispEdges',
    ...(className === undefined ? {} : { class: className }),
  }) as SVGSVGElement;
  // Dark on light in every theme: many scanners read nothing else.
  svg.append(
    make('rect', { width: size, height: size, fill: '#ffffff' }),
    make('path', { d: path, fill: '#000000' }),
  );
  return svg;
}
