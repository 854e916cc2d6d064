import { parseArgs } from 'node:util';
import { app, builtInPack } from '../../scripts/products.ts';
import { makeOrReuse } from '../../scripts/reuse.ts';
import { runAgainst } from './against/against.ts';
import type { Print } from './measure.ts';

/** Each bench loads only when it runs. */
const benches: Record<string, () => Promise<{ run: (print: Print) => Promise<void> }>> = {
  sweep: () => import('./sweep.ts'),
  province: () => import('./province.ts'),
  service: () => import('./service.ts'),
  agreement: () => import('./agreement.ts'),
  editing: () => import('./editing.ts'),
  sharing: () => import('./sharing.ts'),
  fibre: () => import('./fibre.ts'),
  rollout: () => import('./rollout.ts'),
  import: () => import('./import.ts'),
  report: () => import('./report.ts'),
  'report-page': () => import('./report-page.ts'),
};
/** Those that open the built app in a browser. */
const inBrowser = ['editing', 'import', 'report-page'];

const { positionals: asked, values } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' }, rounds: { type: 'string', default: '5' } },
});
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench '${unknown}': ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const chosen = Object.keys(benches).filter((name) => asked.length === 0 || asked.includes(name));
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is '${values.rounds}'; it takes a whole number from 1`);
  process.exit(2);
}

// what is measured is what the sources make
const withApp = chosen.some((name) => inBrowser.includes(name));
await makeOrReuse(builtInPack, console.error);
if (withApp) await makeOrReuse(app, console.error);

if (values.against !== undefined) {
  runAgainst(values.against, chosen, rounds, withApp);
} else {
  /** One JSON line a measure. */
  for (const name of chosen) {
    const { run } = await benches[name]();
    await run((line) => console.log(JSON.stringify({ bench: name, ...line })));
  }
}
