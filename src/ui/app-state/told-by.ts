import { signal } from '@preact/signals';
import type { Findings } from '../../findings/findings.ts';
import type { OtherUnits } from '../../model/other-units.ts';
import type { Pack } from '../../model/pack.ts';

/** How a study is told by other units. It comes with them, and not with the page: most never ask. */
interface Telling extends Pick<typeof import('../../findings/by-units.ts'), 'findingsByUnits' | 'proposalsByUnits'> {
  readByUnits: typeof import('../../geo/units/read-by-units.ts').readByUnits;
}

/** Other units, and the communes they were read from: they are right on no others. */
export interface UnitsRead {
  from: Pack['communes'];
  units: OtherUnits;
  telling: Telling;
}

/** The units that everything is told by, where they are not the pack's own. */
export const unitsRead = signal<UnitsRead | null>(null);

/** The units a pack is told by; null for its own. */
export const unitsOf = ({ communes }: Pick<Pack, 'communes'>): UnitsRead | null =>
  unitsRead.value?.from === communes ? unitsRead.value : null;

/** A pack as it is told on screen. What is computed is computed from the pack itself. */
export const toldPack = (pack: Pack): Pack => {
  const read = unitsOf(pack);
  return read ? read.telling.readByUnits(pack, read.units) : pack;
};

/** Findings as they are told on screen. */
export const toldFindings = (findings: Findings, pack: Pack): Findings => {
  const read = unitsOf(pack);
  return read ? read.telling.findingsByUnits(findings, toldPack(pack), read.units) : findings;
};
