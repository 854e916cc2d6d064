import { ensureChromium } from './chromium.ts';
import { app, builtInPack } from './products.ts';
import { makeOrReuse, type Product } from './reuse.ts';
import { run, runApart } from './run.ts';

/** A part of the tests: its title, and the work that gives an exit code. */
type Step = readonly [title: string, work: () => Promise<number>];

/** Rows of parts that go on beside each other, each row in its order, so that no core waits. */
type Beside = readonly (readonly Step[])[];

interface Size {
  covers: string;
  needsBrowser: boolean;
  /** What the parts are told by the environment. */
  environment: Readonly<Record<string, string>>;
  /** In the order that fails soonest. */
  steps: readonly (Step | Beside)[];
}

type Command = [name: string, ...args: string[]];
const program =
  (...command: Command) =>
  () =>
    run(...command);
const apart =
  (...command: Command) =>
  () =>
    runApart(...command);
const make = (product: Product) => () => makeOrReuse(product).then(() => 0);
const unitTests: Command = ['vitest', 'run', '--project', 'unit', '--project', 'unit-together'];

const checks: Beside = [
  [
    ['Types', apart('tsc', '--noEmit')],
    ['Import rule', apart('tsx', 'scripts/imports.ts')],
  ],
  [
    ['Format, lint', apart('biome', 'check', '--error-on-warnings')],
    ['Texts', apart('tsx', 'scripts/texts.ts')],
    ['Unused code', apart('knip')],
  ],
];

const sizes: Readonly<Record<string, Size>> = {
  usual: {
    covers: `types, format, lint, the import rule, texts, unused code; every unit, component and validation test, random ones with a
sample; the built-in pack and the app; the app in a real browser. Usually 15 minutes on two cores.`,
    needsBrowser: true,
    environment: {},
    steps: [
      checks,
      ['Built-in pack', make(builtInPack)],
      ['Build', make(app)],
      [
        [['Unit, component and validation tests', program(...unitTests)]],
        [['The app in a real browser', apart('vitest', 'run', '--project', 'e2e')]],
      ],
    ],
  },
  quick: {
    covers: `types, format, lint, the import rule, texts, unused code, and the unit and component tests that take no time. Left out:
test files marked slow, the build, the browser. Usually 90 seconds on two cores.`,
    needsBrowser: false,
    environment: { PHUSONG_QUICK: '1' },
    steps: [checks, ['Unit and component tests that are not slow', program(...unitTests)]],
  },
  long: {
    covers: `every unit test with all of its samples, 10,000 spoilt files a format, workers and commands that are killed, packs of
real and public data made whole; the browser's long paths; then everything that leaves the program, from both packs in both
languages, against the list of its SHA-256. Left out: the checks. Usually an hour on two cores.`,
    needsBrowser: true,
    environment: { PHUSONG_LONG: '1', PHUSONG_FUZZ: '10000' },
    steps: [
      ['Unit, component and validation tests with every sample', program(...unitTests)],
      ['Build', make(app)],
      ['The app in a real browser, its long paths too', program('vitest', 'run', '--project', 'e2e')],
      ['What leaves the program', program('tsx', 'scripts/outputs.ts')],
    ],
  },
};

const [asked = 'usual'] = process.argv.slice(2);
const size = sizes[asked];
if (!size) {
  console.error(`There are no '${asked}' tests: ${Object.keys(sizes).join(', ')}`);
  process.exit(2);
}
Object.assign(process.env, size.environment);

console.log(`Covered: ${size.covers}`);
// before anything long, so that a machine without a browser learns it at once
if (size.needsBrowser) ensureChromium();

const startedMs = performance.now();
const since = (fromMs: number): string => `${((performance.now() - fromMs) / 1000).toFixed(1)} s`;
const isStep = (part: Step | Beside): part is Step => typeof part[0] === 'string';
/** Whether all went well; a row ends with the first of its parts that did not. */
const goes = async (steps: readonly Step[]): Promise<boolean> => {
  for (const [title, work] of steps) {
    const fromMs = performance.now();
    console.log(`\n== ${title}`);
    if ((await work()) !== 0) {
      console.error(`${title}: failed`);
      return false;
    }
    console.log(`${title}: ok, ${since(fromMs)}`);
  }
  return true;
};
for (const part of size.steps) {
  const went = await Promise.all((isStep(part) ? [[part]] : part).map(goes));
  if (went.includes(false)) process.exit(1);
}
console.log(`\nAll ok, ${since(startedMs)}`);
