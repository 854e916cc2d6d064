import { InputError } from '../../model/problem.ts';
import { kernelBinary } from './kernel-binary.ts';

/** What the kernel gives, `src/coverage/kernel`: places in its memory are in bytes. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  open(longest: number, lines: number, effectiveRadiusKm: number): void;
  placeSite(antennaM: number, antennaHeightM: number, receiverHeightM: number): void;
  takeLines(first: number, slopes: number, stepsKm: number, bulges: number, nuScales: number): void;
  clearCandidates(): void;
  markColumn(
    k: number,
    level: number,
    stride: number,
    rows: number,
    firstRow: number,
    perRow: number,
    toLine: number,
    levels: number,
    fall: number,
    counts: number,
  ): void;
  gather(
    heights: number,
    unit: number,
    clutter: number,
    stride: number,
    row: number,
    rest: number,
    last: number,
  ): number;
  takeLosses(table: number, entries: number, weakestTenths: number): void;
  takeIncumbents(
    levels: number,
    falls: number,
    steep: number,
    gentle: number,
    steepTo: number,
    lowestMHz: number,
  ): void;
  list(
    batch: number,
    from: number,
    last: number,
    origin: number,
    alongStride: number,
    acrossStride: number,
    acrossRest: number,
    isWhole: number,
    isSifted: boolean,
    usesTerrain: boolean,
  ): number;
  tune(wavelengthM: number, admittance: number, perKm: number, perMetre: number): void;
  walk(columns: number, frequencyMHz: number, isSifted: boolean): number;
  lose(count: number, rootMHz: number, first: number): void;
  readonly lastCandidates: WebAssembly.Global<'i32'>;
  readonly sampleOf: WebAssembly.Global<'i32'>;
  readonly asked: WebAssembly.Global<'i32'>;
  readonly cells: WebAssembly.Global<'i32'>;
  readonly spare: WebAssembly.Global<'i32'>;
  readonly dtm: WebAssembly.Global<'i32'>;
  readonly dsm: WebAssembly.Global<'i32'>;
  readonly results: WebAssembly.Global<'i32'>;
  readonly room: WebAssembly.Global<'i32'>;
}

const pageBytes = 65_536;
/** The first that know lanes of 128 bits, of 2021 to 2023 (webassembly.org/features). */
const newEnough = 'Chrome 91, Edge 91, Firefox 89, Safari 16.4';

let compiled: WebAssembly.Module | null = null;

const compile = (): WebAssembly.Module => {
  const code = Uint8Array.from(atob(kernelBinary), (letter) => letter.charCodeAt(0));
  if (WebAssembly.validate(code)) return new WebAssembly.Module(code);
  throw new InputError([
    {
      file: 'coverage',
      place: '',
      value: 'WebAssembly SIMD',
      rule: 'old-browser',
      ruleValues: { expected: newEnough },
      severity: 'error',
    },
  ]);
};

/**
 * A kernel with a memory of its own, in which so many bytes can be allocated.
 *
 * @throws InputError where the browser is too old for it, with those that are not
 */
export const openKernel = (bytes: number): Kernel => {
  compiled ??= compile();
  const kernel = new WebAssembly.Instance(compiled).exports as unknown as Kernel;
  kernel.memory.grow(Math.ceil(bytes / pageBytes) + 1);
  return kernel;
};
