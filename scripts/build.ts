import { app, builtInPack } from './products.ts';
import { makeOrReuse } from './reuse.ts';

/** Makes the built-in pack and the app; what is there already and has not changed is reused. */
await makeOrReuse(builtInPack);
await makeOrReuse(app);
