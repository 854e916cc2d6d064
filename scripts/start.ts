import { preview } from 'vite';
import { app, builtInPack } from './products.ts';
import { makeOrReuse } from './reuse.ts';

/** Makes the built-in pack and builds the app where they have changed, serves it as a static host and prints its address. */
console.log('Phủ Sóng as a static host would have it. The first time takes about a minute, later ones a few seconds.');
await makeOrReuse(builtInPack);
await makeOrReuse(app);
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } });
console.log('Open this address; the first figures are there after some ten seconds. Ctrl+C ends it.');
server.printUrls();
