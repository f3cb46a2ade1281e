import { oneLine } from '../inert-text';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What the file says about itself: its title and language. No author, no dates, no program, no template. */
export function coreProperties(title: string): Readonly<Record<string, string>> {
  const words = oneLine(title).replace(/[&<>"]/g, (sign) => signs[sign] ?? '');
  return {
    'docProps/core.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${words}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`,
  };
}
