import type { IContext, IXmlableObject } from 'docx';

type Node = Record<string, unknown>;

const children = (node: unknown, name: string): Node[] => {
  const inner = (node as Node)[name];
  return Array.isArray(inner) ? (inner as Node[]) : [];
};

/** A paragraph that ends a section carries the section's page. */
const endsSection = (node: Node): boolean =>
  children(node, 'w:p').some((part) => children(part, 'w:pPr').some((property) => 'w:sectPr' in property));

/**
 * Pages for the contents, as the library lays them out. Only the text is laid out: its headings are all the contents
 * name, and the annexes' thousands of rows would take half a minute.
 */
export const pagesOfText = async () => {
  const { estimatePageNumbersWith } = await import('docx/layout');
  const estimate = estimatePageNumbersWith({ guess: true });
  return (body: IXmlableObject, context: IContext) => {
    const blocks = children(body, 'w:body');
    const end = blocks.findIndex(endsSection);
    if (end < 0) return estimate(body, context);
    const text = { 'w:body': [...blocks.slice(0, end + 1), ...blocks.slice(-1)] };
    return estimate(text as IXmlableObject, context);
  };
};
