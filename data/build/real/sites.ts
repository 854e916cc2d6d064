import { assumedCells } from '../../../src/files/import/convert/assumed-cells.ts';
import { siteSchema } from '../../../src/files/pack/pack-schema.ts';
import { checked } from '../../../src/files/pack/schema-check.ts';
import { ProblemList } from '../../../src/files/problem-list.ts';
import type { InputFile } from '../../../src/files/raster/elevation-files.ts';
import type { Facts } from '../../../src/model/facts.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { type Site, type Structure, structures, type Technology, technologies } from '../../../src/model/site.ts';
import { checkUnique, fieldsOf } from './fields.ts';
import type { CommuneFinder } from './locate.ts';
import { type RawPoint, readPoints } from './points.ts';

const names = {
  id: ['id', 'site_id', 'ma_tram', 'code', 'ma'],
  operators: ['operators', 'operator', 'tenants', 'nha_mang', 'nha_cung_cap'],
  technologies: ['technologies', 'technology', 'tech', 'cong_nghe', 'radio'],
  height: ['height_m', 'height', 'chieu_cao', 'do_cao', 'chieu_cao_cot'],
  structure: ['structure', 'loai_cot', 'type'],
  owner: ['owner', 'chu_so_huu', 'don_vi_so_huu'],
};

/**
 * Sites of a GeoJSON or CSV file: the features of a pack's sites.geojson, or simple points with operators, technologies
 * and height, given usual equipment. Throws InputError listing every site outside the province, with an unknown
 * operator or commune, or a missing field. `assumed` counts the sites whose equipment the file does not state.
 */
export const readSites = (
  input: InputFile,
  findCommune: CommuneFinder,
  facts: Facts,
): { sites: Site[]; assumed: number; warnings: readonly Problem[] } => {
  const file = input.name;
  const problems = new ProblemList();
  let assumed = 0;
  const places: { id: string; place: string }[] = [];
  const sites = readPoints(input).flatMap((point, i): Site[] => {
    const commune = findCommune(point, file, problems);
    const stated = Array.isArray(point.properties.tenants);
    if (!stated) assumed++;
    const site = stated ? fromPack(point, file, problems) : simple(point, i, file, facts, problems);
    if (!site) return [];
    places.push({ id: site.id, place: point.place });
    return commune ? [{ ...site, communeCode: commune.code }] : [];
  });
  checkUnique(places, file, problems);
  checkKeys(sites, places, file, facts, problems);
  problems.throwIfErrors(file);
  return { sites, assumed, warnings: problems.warnings };
};

const fromPack = ({ place, position, properties }: RawPoint, file: string, problems: ProblemList) => {
  const site = checked(siteSchema, properties, file, place, problems);
  return site && { ...site, position };
};

const split = (text: string): string[] => text.split(/[;,|+/]/).flatMap((part) => part.trim() || []);

const simple = (point: RawPoint, i: number, file: string, facts: Facts, problems: ProblemList): Site => {
  const { place } = point;
  const fields = fieldsOf(point, file, problems);
  const oneOf = <T extends string>(value: string, field: string, allowed: readonly (readonly [string, T])[]): T[] => {
    const found = allowed.find(([word]) => word.toLowerCase() === value.toLowerCase());
    if (found) return [found[1]];
    const ruleValues = { allowed: [...new Set(allowed.map(([word]) => word))].join(', ') };
    problems.error({ file, place: `${place}, ${field}`, value, rule: 'not-one-of', ruleValues });
    return [];
  };
  const known = facts.operators.flatMap(({ id, name }) => [[id, id] as const, [name, id] as const]);
  const operators = split(fields.text(names.operators)).flatMap((text) => oneOf(text, names.operators[0], known));
  const used = split(fields.text(names.technologies)).flatMap((text) =>
    oneOf<Technology>(
      text,
      names.technologies[0],
      technologies.map((technology) => [technology, technology]),
    ),
  );
  const heightM = fields.number(names.height, 0, 500);
  const id = fields.optionalText(names.id) ?? `S-${String(i + 1).padStart(4, '0')}`;
  const structure = fields.optionalText(names.structure) ?? '';
  return {
    id,
    position: point.position,
    communeCode: '',
    structure: structures.find((s): s is Structure => s === structure.toLowerCase()) ?? 'unknown',
    heightM,
    owner: fields.optionalText(names.owner) ?? operators[0] ?? '',
    tenants: [...new Set(operators)].map((operator) => ({
      operator,
      // the middle of a two-metre panel at the top
      antennaHeightM: Math.max(1, heightM - 1),
      cells: [...new Set(used)].flatMap((technology) => assumedCells(facts, operator, technology, id)),
    })),
  };
};

const checkKeys = (
  sites: readonly Site[],
  places: readonly { id: string; place: string }[],
  file: string,
  facts: Facts,
  problems: ProblemList,
): void => {
  const placeOf = new Map(places.map(({ id, place }) => [id, place]));
  const known = {
    operator: new Set(facts.operators.map(({ id }) => id)),
    band: new Set(facts.bands.map(({ id }) => id)),
    antenna: new Set(facts.antennas.map(({ id }) => id)),
  };
  for (const { id, tenants } of sites) {
    const check = (kind: keyof typeof known, key: string): void => {
      if (known[kind].has(key)) return;
      const ruleValues = { allowed: [...known[kind]].join(', ') };
      problems.error({ file, place: `${placeOf.get(id)}, ${kind}`, value: key, rule: 'not-one-of', ruleValues });
    };
    for (const { operator, cells } of tenants) {
      check('operator', operator);
      for (const { band, antenna } of cells) {
        check('band', band);
        check('antenna', antenna);
      }
    }
  }
};
