import { parentPort, workerData } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

// the loader of TypeScript would take ten times as long over a library this large as Node itself: hence plain JavaScript
const read = async () => {
  const pdf = await getDocument({ data: workerData, verbosity: VerbosityLevel.ERRORS }).promise;
  const places = Object.entries(await pdf.getDestinations());
  return Promise.all(places.map(async ([name, [page]]) => [name, (await pdf.getPageIndex(page)) + 1]));
};

try {
  parentPort.postMessage(await read());
} catch (error) {
  if (error.name !== 'InvalidPDFException') throw error;
  parentPort.postMessage([]);
}
