import { computed, signal } from '@preact/signals';
import type { InputFile } from '../../files/raster/elevation-files.ts';
import type { PlaceAsked, ProvinceQuestion } from '../../runs/province.ts';
import { openProvinceBuilder, type ProvinceRow, type SourceRow } from '../../runs/province.ts';
import type { SourceId } from '../../sources/source.ts';
import { createJob } from '../app-state/job.ts';
import { addressesOfBuild } from './build-addresses.ts';

/** The 34 provinces; null until they are read. */
export const provinces = signal<readonly ProvinceRow[] | null>(null);

export const place = signal<PlaceAsked | null>(null);
export const without = signal<ReadonlySet<SourceId>>(new Set());
const files = signal<Readonly<Partial<Record<SourceId, readonly InputFile[]>>>>({});

/** What is asked for now; null while no place is chosen. */
export const question = computed<ProvinceQuestion | null>(
  () =>
    place.value && {
      place: place.value,
      without: [...without.value],
      files: files.value,
      addresses: addressesOfBuild,
    },
);

const keyOf = (asked: ProvinceQuestion): string =>
  JSON.stringify([
    asked.place,
    asked.without,
    Object.entries(asked.files).map(([id, given]) => [id, given.map(({ name, bytes }) => [name, bytes.length])]),
  ]);

/** What will be asked of whom. It is worked out here and asks nobody. */
export const plan = createJob<readonly SourceRow[], 'planning'>({
  key: () => question.value && keyOf(question.value),
});

/** Keeps the plan to what is chosen; returns what ends it. */
export const followPlan = (): (() => void) => {
  const builder = openProvinceBuilder();
  void builder.provinces().then((rows) => {
    provinces.value = rows;
  });
  const stop = plan.follow(() => question.value && { stage: 'planning', work: () => builder.plan(question.peek()!) });
  return () => {
    stop();
    builder.close();
  };
};

/** Takes a source out of what is asked, or in again. */
export const toggleSource = (id: SourceId): void => {
  const next = new Set(without.value);
  if (!next.delete(id)) next.add(id);
  without.value = next;
};

export const giveFiles = (id: SourceId, given: readonly InputFile[]): void => {
  files.value = { ...files.value, [id]: given };
};

/** Asks the source again instead of reading files. */
export const takeFilesBack = (id: SourceId): void => {
  const { [id]: _, ...rest } = files.value;
  files.value = rest;
};
