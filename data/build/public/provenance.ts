import type { Hamlet } from '../../../src/model/hamlet.ts';
import { isSynthetic } from '../../../src/model/origin.ts';
import type { LayerKind, PackManifest, Provenance } from '../../../src/model/pack.ts';
import type { Site } from '../../../src/model/site.ts';
import type { Gathered, Receipt } from '../../../src/sources/gather.ts';
import type { Need } from '../../../src/sources/source.ts';
import { builtInProvenance } from '../built-in.ts';
import type { UnitsDrawn } from './communes.ts';
import { type PeopleBasis, peopleBases } from './people.ts';

/** What stands beside the layers themselves to tell where they come from. */
export interface Told {
  gathered: Gathered;
  drawn: UnitsDrawn;
  basis: readonly PeopleBasis[];
  terrainNote: string;
  hamlets: readonly Hamlet[];
  sites: readonly Site[];
  /** Whether roads and land cover are a source's. */
  hasRoads: boolean;
  hasCover: boolean;
  hasAreas: boolean;
}

const madeHere = 'Phủ Sóng, made from the facts';

/** A layer as its source gave it. */
const from = (receipt: Receipt | undefined, kind: LayerKind, note: string): Provenance => {
  if (!receipt) return made(note);
  const { source, date, licence, files } = receipt;
  const { terms } = source;
  return {
    kind,
    // whoever shows where a layer comes from shows what its giver asks to be shown
    source: `${files.length > 0 ? `${source.name} (${files.join(', ')})` : source.name}. ${terms.attribution}`,
    date: date || 'not stated',
    licence: licence ?? terms.licence,
    note: [note, terms.notice].filter(Boolean).join(' '),
    attribution: terms.attribution,
  };
};

const made = (note: string): Provenance => ({
  kind: 'synthetic',
  source: madeHere,
  date: 'not stated',
  licence: 'Apache-2.0',
  note,
});

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** A layer that may hold made up entries beside those of sources; it is called synthetic as soon as it holds one. */
const mixed = (
  entries: readonly (Hamlet | Site)[],
  receipts: readonly (Receipt | undefined)[],
  notes: { known: string; madeUp: string },
): Provenance => {
  const madeUp = entries.filter((entry) => isSynthetic(entry, false)).length;
  const known = entries.length - madeUp;
  const given = receipts.filter((receipt) => receipt !== undefined);
  if (known === 0) return made(notes.madeUp);
  const parts = given.map((receipt) => from(receipt, 'derived', ''));
  const join = (key: 'source' | 'date' | 'licence' | 'attribution'): string =>
    [...new Set(parts.map((part) => part[key]))].join('; ');
  const said = [
    `${count(known, 'entry', 'entries')} of ${entries.length} ${known === 1 ? 'is' : 'are'} of sources, each with its own number: ${notes.known}`,
    ...(madeUp > 0
      ? [`${count(madeUp, 'is', 'are')} made up and ${madeUp === 1 ? 'says' : 'say'} so. ${notes.madeUp}`]
      : []),
    ...new Set(given.map(({ source }) => source.terms.notice ?? '')),
  ];
  return {
    kind: madeUp > 0 ? 'synthetic' : 'derived',
    source: madeUp > 0 ? `${join('source')}; ${madeHere}` : join('source'),
    date: join('date'),
    licence: join('licence'),
    note: said.filter(Boolean).join(' '),
    attribution: join('attribution'),
  };
};

const peopleNotes: Record<PeopleBasis, string> = {
  census: 'by the census of 1 April 2019',
  raster: 'by the population raster',
  places: 'by what mapped places state',
  assumed: 'at an assumed density, no source having any',
};

const population = ({ basis, gathered }: Told): Provenance => {
  const used = peopleBases.filter((one) => basis.includes(one));
  const units = used.map((one) => `${basis.filter((of) => of === one).length} units ${peopleNotes[one]}`).join(', ');
  const raster = gathered.receipts.population;
  const spread = raster
    ? 'They live where the population raster has them, scaled to these figures.'
    : 'Where in the unit they live is made up.';
  const note = `People of ${units}. ${spread}`;
  const official = builtInProvenance.population;
  if (!raster) {
    if (used.includes('assumed')) return made(note);
    if (used.includes('census')) return { ...official, note };
    return from(gathered.receipts.places, 'derived', note);
  }
  const given = from(raster, 'derived', note);
  const cited = gathered.people?.doi ? { ...given, source: `${given.source}, doi:${gathered.people.doi}` } : given;
  return used.includes('census') ? { ...cited, source: `${official.source}; ${cited.source}` } : cited;
};

/** What clearings change of land cover. */
const opened = '; open where people live and to masts within 500 m';

/** Where every layer comes from, layer by layer. */
export const provenanceOf = (told: Told): PackManifest['provenance'] => {
  const { gathered, drawn, hamlets, sites, terrainNote, hasRoads, hasCover, hasAreas } = told;
  const { receipts } = gathered;
  const boundaries = (note: string) => from(receipts.boundaries, 'derived', note);
  return {
    communes: boundaries(drawn.note),
    districts: boundaries('Joined from the units; where there are no districts the area itself stands for them.'),
    province: boundaries('Joined from the units.'),
    areas: hasAreas
      ? boundaries('Named by the article of 31/12/2020; shapes joined from the units.')
      : made('No areas of interest are known here.'),
    hamlets: mixed(hamlets, [receipts.places], {
      known: 'name and place as mapped; households and fibre are assumed.',
      madeUp: 'No open list of hamlets exists: their places and names are made up.',
    }),
    population: population(told),
    sites: mixed(sites, [receipts.masts, receipts.cells], {
      known:
        'positions of heard cells are estimates from phones, never masts surveyed; owners, and heights and equipment where not stated, are assumed.',
      madeUp: 'No open list of sites exists: these are placed where operators would build.',
    }),
    fibre: made('No open source has fibre: which hamlets have it and where it runs is made up.'),
    roads: hasRoads
      ? from(receipts.roads, 'derived', 'As mapped; bends under 10 m left out.')
      : made('Least climbing ways between the units’ points.'),
    points: made('Offices, schools, health stations and post points: their places are made up.'),
    terrain: gathered.ground
      ? from(receipts.terrain, 'measured', terrainNote)
      : made('No source of terrain was asked: the ground is made up.'),
    landcover: hasCover
      ? from(
          receipts.landcover,
          'derived',
          `Classes mapped to those of radio planning; urban where most of a square of 500 m is built up${gathered.ground ? '' : opened}.`,
        )
      : made(`From the slope of the terrain and population density${opened}.`),
    facts: builtInProvenance.facts,
  };
};

/** What the pack must say of itself, by the terms of all that is in it. */
export const noticeOf = ({ receipts }: Gathered): Pick<PackManifest, 'notice' | 'mayBePassedOn'> => {
  const terms = (Object.keys(receipts) as Need[]).map((need) => receipts[need]!.source.terms);
  const notices = [...new Set(terms.flatMap(({ notice }) => notice ?? []))];
  return {
    ...(notices.length > 0 && { notice: notices.join(' ') }),
    ...(terms.some(({ mayBePassedOn }) => !mayBePassedOn) && { mayBePassedOn: false }),
  };
};
