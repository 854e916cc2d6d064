import { hamletSchema } from '../../../src/files/pack/pack-schema.ts';
import { checked } from '../../../src/files/pack/schema-check.ts';
import { ProblemList } from '../../../src/files/problem-list.ts';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import { type Hamlet, peopleOf } from '../../../src/model/hamlet.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { checkUnique, fieldsOf } from './fields.ts';
import type { CommuneFinder } from './locate.ts';
import { type RawPoint, readPoints } from './points.ts';

const names = {
  id: ['id', 'hamlet_id', 'ma_xom', 'code', 'ma'],
  name: ['name', 'ten', 'ten_xom', 'xom', 'hamlet', 'name_vi'],
  people: ['people', 'population', 'dan_so', 'so_dan', 'nhan_khau', 'so_nhan_khau', 'so_khau'],
  households: ['households', 'so_ho', 'so_ho_dan', 'ho_dan'],
  hasFibre: ['has_fibre', 'fibre', 'fiber', 'cap_quang', 'co_cap_quang'],
};

/**
 * Hamlets of a GeoJSON or CSV file: the features of a pack's hamlets.geojson, or simple points with a name, people and
 * whether fibre is there. Throws InputError listing every hamlet outside the province, without people, with an unknown
 * commune or a missing field.
 */
export const readHamlets = (
  input: InputFile,
  findCommune: CommuneFinder,
): { hamlets: Hamlet[]; warnings: readonly Problem[] } => {
  const file = input.name;
  const problems = new ProblemList();
  const places: { id: string; place: string }[] = [];
  const hamlets = readPoints(input).flatMap((point, i): Hamlet[] => {
    const commune = findCommune(point, file, problems);
    const hamlet = Array.isArray(point.properties.clusters)
      ? fromPack(point, file, problems)
      : simple(point, i, file, problems);
    if (!hamlet) return [];
    places.push({ id: hamlet.id, place: point.place });
    if (peopleOf(hamlet) === 0) {
      problems.error({ file, place: `${point.place} (${hamlet.id})`, value: hamlet.name, rule: 'no-people' });
    }
    if (!commune) return [];
    const perHousehold = commune.population / commune.households;
    const households = Number.isNaN(hamlet.households)
      ? Math.max(1, Math.round(peopleOf(hamlet) / perHousehold))
      : hamlet.households;
    return [{ ...hamlet, communeCode: commune.code, households }];
  });
  checkUnique(places, file, problems);
  problems.throwIfErrors(file);
  return { hamlets, warnings: problems.warnings };
};

const fromPack = ({ place, position, properties }: RawPoint, file: string, problems: ProblemList) => {
  const hamlet = checked(hamletSchema, properties, file, place, problems);
  return hamlet && { ...hamlet, centre: position };
};

/** One cluster at the centre holds everybody; households are NaN where the file does not say. */
const simple = (point: RawPoint, i: number, file: string, problems: ProblemList): Hamlet => {
  const fields = fieldsOf(point, file, problems);
  // no people stated and none living there are the same mistake
  const people = fields.has(names.people) ? Math.round(fields.number(names.people, 0, 100_000)) : 0;
  return {
    id: fields.optionalText(names.id) ?? `H-${String(i + 1).padStart(4, '0')}`,
    name: fields.text(names.name),
    communeCode: '',
    centre: point.position,
    clusters: [{ position: point.position, people: Number.isNaN(people) ? 1 : people }],
    households: fields.has(names.households) ? Math.round(fields.number(names.households, 0, 100_000)) : Number.NaN,
    hasFibre: fields.flag(names.hasFibre),
  };
};
