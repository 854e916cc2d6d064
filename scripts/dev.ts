import { createServer } from 'vite';
import { builtInPack } from './products.ts';
import { makeOrReuse } from './reuse.ts';

/** Serves the app from its sources: a change of styles shows at once, one of code loads the page anew. */
await makeOrReuse(builtInPack);
const server = await createServer({ server: { port: Number(process.env.PORT ?? 5173) } });
await server.listen();
console.log('The app from its sources: save a file and the page follows. Ctrl+C ends it.');
server.printUrls();
