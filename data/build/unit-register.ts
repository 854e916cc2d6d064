import type { RegisterUnit } from '../../src/geo/units/join-units.ts';
import type { ProvinceFacts, UnitFacts } from './units-facts.ts';

/** A province's name without its kind: 'Tỉnh Thái Nguyên' is Thái Nguyên. */
export const plainProvinceName = (name: string): string => name.replace(/^(?:tỉnh|thành phố|thủ đô) /i, '');

/** Units since July 2025 as a register. There are no districts any more: their place is taken by the province itself. */
export const unitRegister = (units: readonly UnitFacts[], province: ProvinceFacts): RegisterUnit[] =>
  units.map(({ code, name, type, point, areaKm2 }) => ({
    code,
    vintage: '2025',
    name,
    type,
    districtCode: province.code,
    districtName: plainProvinceName(province.name),
    point,
    areaKm2,
  }));
