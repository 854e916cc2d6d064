import { builtInPack, closureOf } from '../../scripts/products.ts';
import { makeOrReuse } from '../../scripts/reuse.ts';
import { mustRun } from '../../scripts/run.ts';
import { landFolder } from './land-file.ts';

/** Makes what many test files look at, once for all of them. */
export const setup = async (): Promise<void> => {
  await makeOrReuse(builtInPack);
  await makeOrReuse({
    title: 'Land of the built-in pack, for its tests',
    usualSeconds: 10,
    folder: landFolder,
    inputs: () => [...closureOf('test/support/make-land.ts'), 'data/facts', 'package-lock.json'],
    make: () => mustRun('tsx', 'test/support/make-land.ts'),
  });
};
