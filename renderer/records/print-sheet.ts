/** React has drawn the sheet, and a dialog is gone from the accessibility tree, before the page is printed. */
export function sheetDrawn(): Promise<void> {
  return new Promise((done) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        done();
      });
    });
  });
}
