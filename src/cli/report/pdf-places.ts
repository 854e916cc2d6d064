/** Text of one object of a PDF as Chromium writes it: no object streams, dictionaries in the open. */
const objectText = (pdf: string, id: string): string => {
  const start = pdf.search(new RegExp(`(?:^|\\n)${id} 0 obj\\b`));
  return start < 0 ? '' : pdf.slice(start, pdf.indexOf('endobj', start));
};

/** Ids of the pages below a node of the page tree, in reading order. */
const pagesBelow = (pdf: string, id: string): string[] => {
  const node = objectText(pdf, id);
  const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1];
  if (kids === undefined) return [id];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(pdf, kid));
};

/** The page, from 1, of every named place in a printed page, by its name: what the links in it lead to. */
export const placesInPdf = (bytes: Uint8Array): Map<string, number> => {
  const pdf = Buffer.from(bytes).toString('latin1');
  const root = /\/Root (\d+) 0 R/.exec(pdf)?.[1] ?? '';
  const catalog = objectText(pdf, root);
  const tree = /\/Pages (\d+) 0 R/.exec(catalog)?.[1];
  const names = /\/Dests (\d+) 0 R/.exec(catalog)?.[1];
  if (!tree || !names) return new Map();
  const pageOf = new Map(pagesBelow(pdf, tree).map((id, i) => [id, i + 1]));
  const places = objectText(pdf, names).matchAll(/\/(\w+) \[(\d+) 0 R/g);
  return new Map([...places].flatMap(([, name, id]) => (pageOf.has(id) ? [[name, pageOf.get(id)!]] : [])));
};
