import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

const vectorsFolder = new URL('../../../shared/vectors/', import.meta.url);

/** Path of a published table beside the repository; it is not part of it. */
export const vectorPath = (name: string): string => fileURLToPath(new URL(name, vectorsFolder));

export const hasVectors = (name: string): boolean => {
  const there = existsSync(vectorPath(name));
  if (!there) console.warn(`skipped: ../shared/vectors/${name} is absent`);
  return there;
};

export type Row = Readonly<Record<string, string>>;

export const readVectors = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(vectorPath(name), 'utf8'), { header: true, skipEmptyLines: true }).data;
