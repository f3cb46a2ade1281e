import type { Feature } from 'write-excel-file/universal';
import { getOrderOfSiblings, insertElementMarkupAccordingToOrderOfSiblings } from 'write-excel-file/utility';

/** A sheet that lies on its side is printed one page wide and as many long as it needs; the writer has no option for it. */
export const onePageWide: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
        transform: (xml) => {
          const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet');
          if (order === undefined || !xml.includes('<pageSetup')) return xml;
          return insertElementMarkupAccordingToOrderOfSiblings(
            xml,
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
            order,
            'worksheet',
          );
        },
      },
    },
  },
};
