const mark = 'x-packed';

/**
 * What gzip makes a third of or less. Scripts stay as they are: with them the browser keeps what it has made of their
 * text, which a text made anew would not have.
 */
const isWorthIt = /\.(?:wasm|geojson|json|csv|ttf)$/;

const through = ({ body, headers }: Response, change: GenericTransformStream, marks: boolean): Response => {
  const told = new Headers(headers);
  // both are of the body as it came over the line
  told.delete('content-length');
  told.delete('content-encoding');
  if (marks) told.set(mark, 'gzip');
  else told.delete(mark);
  return new Response(body?.pipeThrough(change), { headers: told });
};

/** A file's response as it is kept in the offline store: what is large and packs well takes less room. */
export const packed = (response: Response, address: string): Response =>
  isWorthIt.test(new URL(address).pathname) && typeof CompressionStream !== 'undefined'
    ? through(response, new CompressionStream('gzip'), true)
    : response;

/** The same response as it came, from one that was kept. */
export const unpacked = (response: Response): Response =>
  response.headers.has(mark) ? through(response, new DecompressionStream('gzip'), false) : response;
