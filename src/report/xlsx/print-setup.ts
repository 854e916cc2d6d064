/** 'A' for 0, 'AA' for 26. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);

/** Sheets lie on A4, no wider than a page. Both elements have their place in the schema's order (ECMA-376, 18.3.1.99). */
const fitted = (sheet: string): string =>
  sheet
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(
      '</worksheet>',
      '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>' +
        '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
        '<headerFooter><oddHeader>&amp;C&amp;P</oddHeader></headerFooter></worksheet>',
    );

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Mends a workbook's parts so that it prints as it reads: A4, heads on every page. The first sheet has no head. */
export const forPrint = (sheets: readonly string[]) => {
  const titles = sheets.flatMap((name, i) =>
    i === 0
      ? []
      : `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escapeXml(name.replace(/'/g, "''"))}'!$1:$1</definedName>`,
  );
  return (path: string, text: string): string => {
    if (path.startsWith('xl/worksheets/sheet')) return fitted(text);
    return path === 'xl/workbook.xml'
      ? text.replace('</sheets>', `</sheets><definedNames>${titles.join('')}</definedNames>`)
      : text;
  };
};
