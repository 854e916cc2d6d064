import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.tif': 'image/tiff',
};

export interface StaticHost {
  address: string;
  /** Files that have been asked for and given, each once. */
  given: ReadonlySet<string>;
  close: () => Promise<void>;
}

/**
 * Serves a folder below a sub-path, as the simplest static host does: files, and nothing else. `instead` has files that
 * stand in the place of the folder's; what `heldBack` names is asked for and never comes.
 */
export const serveFolder = async (
  folder: string,
  subPath: string,
  instead: ReadonlyMap<string, Uint8Array> = new Map(),
  heldBack: RegExp | null = null,
): Promise<StaticHost> => {
  const given = new Set<string>();
  const server: Server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = path.startsWith(subPath) ? normalize(path.slice(subPath.length) || 'index.html') : null;
    if (file !== null && heldBack?.test(file)) return;
    try {
      if (file === null || file.startsWith('..')) throw new Error('outside');
      const bytes = instead.get(file) ?? (await readFile(join(folder, file)));
      given.add(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    given,
    address: `http://127.0.0.1:${port}${subPath}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
