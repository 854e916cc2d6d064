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
  import: () => import('./import.ts'),
  report: () => import('./report.ts'),
  'report-page': () => import('./report-page.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  console.error(`There is no bench '${unknown}': ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
/** One JSON line a measure. */
for (const [name, load] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const { run } = await load();
  await run((line) => console.log(JSON.stringify({ bench: name, ...line })));
}
