/** The library, loaded only when a document is made. */
export type DocxModule = typeof import('docx');
export const loadDocx = (): Promise<DocxModule> => import('docx');
