import { build, preview } from 'vite';
import { main } from '../src/cli/main.ts';

/** Makes the built-in pack, builds the app as a static host would have it, serves it and prints its address. */
console.log('Making the built-in pack of Thái Nguyên 2020 (about 20 s)…');
const code = await main(['pack', '--quiet']);
if (code !== 0) process.exit(code);
console.log('Building the app…');
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } });
server.printUrls();
