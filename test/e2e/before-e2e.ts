import { app, builtInPack } from '../../scripts/products.ts';
import { makeOrReuse } from '../../scripts/reuse.ts';

/** The browser is shown what the sources make now. */
export const setup = async (): Promise<void> => {
  await makeOrReuse(builtInPack);
  await makeOrReuse(app);
};
