import type { RefProxy } from 'pdfjs-dist/types/src/display/api.js';

/**
 * The page, from 1, of every named place in a printed page, by its name: what the links in it lead to. Empty where the
 * bytes are no PDF.
 */
export const placesInPdf = async (bytes: Uint8Array): Promise<Map<string, number>> => {
  // read by this task alone, and heavy: it comes when a page is printed
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // the reader takes the bytes it is given for its own
  const reading = getDocument({ data: bytes.slice(), verbosity: VerbosityLevel.ERRORS });
  try {
    const pdf = await reading.promise;
    const places = Object.entries<unknown[]>(await pdf.getDestinations());
    const pages = places.map(async ([name, [page]]) => [name, (await pdf.getPageIndex(page as RefProxy)) + 1] as const);
    return new Map(await Promise.all(pages));
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidPDFException') return new Map();
    throw error;
  } finally {
    await reading.destroy();
  }
};
