import type { FeatureCollection } from 'geojson';
import type { ImportContext } from '../../../src/files/import/context.ts';
import { convertTable } from '../../../src/files/import/convert/convert.ts';
import type { ImportedEntries } from '../../../src/files/import/convert/imported.ts';
import { type MappedColumn, withMap } from '../../../src/files/import/guess/column-map.ts';
import type { ImportTarget } from '../../../src/files/import/guess/fields.ts';
import { type ImportChoice, proposeImport } from '../../../src/files/import/guess/propose.ts';
import type { RawTable } from '../../../src/files/import/table/raw-table.ts';
import { readTable } from '../../../src/files/import/table/read-table.ts';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { Hamlet } from '../../../src/model/hamlet.ts';
import type { AreaGeometry, Pack } from '../../../src/model/pack.ts';
import type { BoundingBox, Commune } from '../../../src/model/place.ts';
import { InputError, type Problem } from '../../../src/model/problem.ts';
import type { Site } from '../../../src/model/site.ts';
import { otherCodesOf } from '../other-codes.ts';

/** What the lists of a pack are checked against, and what was said of their columns. */
export interface ListContext {
  communes: FeatureCollection<AreaGeometry, Commune>;
  facts: Facts;
  box: BoundingBox;
  map?: readonly MappedColumn[];
  /** Told how each list is read, before anything is made of it. */
  onGuess?: ((guess: ListGuess) => void) | undefined;
}

/** How a list was read: told to whoever gave it, since nobody was asked. */
export interface ListGuess {
  file: string;
  table: RawTable;
  choice: ImportChoice;
}

interface ReadList {
  entries: ImportedEntries;
  assumed: number;
  warnings: readonly Problem[];
}

/** What a pack's entries are called where the file names none. */
const prefixes: Partial<Record<keyof ImportedEntries, string>> = {
  hamlets: 'H',
  sites: 'S',
  fibreNodes: 'N',
  fibreRoutes: 'R',
};

/**
 * A list in any format an import takes, every row of it: a pack states what is there, and so nothing is left out or
 * assumed. Throws InputError with every row that does not make an entry.
 */
const readList = async (
  { name: file, bytes }: InputFile,
  target: ImportTarget,
  { communes, facts, box, map = [], onGuess }: ListContext,
): Promise<ReadList> => {
  const table = await readTable(bytes, file);
  const { choice: guessed } = await proposeImport(table, box, target);
  const choice = withMap(guessed, table, map);
  onGuess?.({ file, table, choice });
  const counts = new Map<string, number>();
  const nextId: ImportContext['nextId'] = (layer) => {
    const n = (counts.get(layer) ?? 0) + 1;
    counts.set(layer, n);
    return `${prefixes[layer] ?? layer}-${String(n).padStart(4, '0')}`;
  };
  const context = { communes, otherCodes: communes && otherCodesOf(communes), facts, box, isStrict: true, nextId };
  const { entries, problems, assumed } = await convertTable(table, choice, context, file);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new InputError(errors);
  return { entries, assumed, warnings: problems };
};

/** Warnings that say again what the pack's provenance says. */
const withoutEquipment = (warnings: readonly Problem[]): Problem[] =>
  warnings.filter(({ rule }) => rule !== 'assumed-equipment');

/** Hamlets of a list, or of another pack's layer. Throws as `readList`. */
export const readHamlets = async (
  input: InputFile,
  context: ListContext,
): Promise<{ hamlets: Hamlet[]; warnings: readonly Problem[] }> => {
  const { entries, warnings } = await readList(input, 'hamlets', context);
  return { hamlets: entries.hamlets ?? [], warnings };
};

/**
 * Sites of a list, given usual equipment, or of another pack's layer. `assumed` counts those whose equipment the file
 * does not state. Throws as `readList`.
 */
export const readSites = async (
  input: InputFile,
  context: ListContext,
): Promise<{ sites: Site[]; assumed: number; warnings: readonly Problem[] }> => {
  const { entries, assumed, warnings } = await readList(input, 'sites', context);
  return { sites: entries.sites ?? [], assumed, warnings: withoutEquipment(warnings) };
};

export interface Fibre {
  nodes: Pack['fibreNodes'];
  routes: Pack['fibreRoutes'];
  warnings: readonly Problem[];
}

/** Fibre nodes and the routes between them. Throws as `readList`, and where a route ends in the open. */
export const readFibre = async (input: InputFile, context: ListContext): Promise<Fibre> => {
  const { entries, warnings } = await readList(input, 'fibre', context);
  return {
    nodes: { type: 'FeatureCollection', features: entries.fibreNodes ?? [] },
    routes: { type: 'FeatureCollection', features: entries.fibreRoutes ?? [] },
    warnings,
  };
};
