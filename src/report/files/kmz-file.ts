import { type KmlFeature, type KmlFolder, type KmlStyle, writeKmz } from '../../files/vector/kmz-write.ts';
import type { HamletFinding } from '../../findings/findings.ts';
import { isShared } from '../../model/site.ts';
import { proposalTitle } from '../document/proposals.ts';
import { colours, shareClasses } from '../figures/colours.ts';
import { createRasteriser, type DrawingTools } from '../figures/rasterise.ts';
import { signalLegend } from '../figures/signal-legend.ts';
import { isSynthetic } from '../notice.ts';
import type { ReportInput } from '../report-input.ts';
import { operatorNames } from '../tables/hamlet-tables.ts';
import { reasonsText } from '../tables/proposal-tables.ts';
import { fillIn, writeNumber, writeShare } from '../write-value.ts';
import { coverageNote, overlayOf } from './rasters.ts';

const markPx = 32;
const mark = {
  id: 'mark',
  alt: '',
  widthMm: markPx,
  heightMm: markPx,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><circle cx="16" cy="16" r="14" fill="#ffffff" stroke="#000000" stroke-opacity="0.55" stroke-width="2"/></svg>`,
};
const dotsPerInchOfPixels = 25.4;
/** A legend readable on a screen. */
const legendDotsPerInch = 120;

const line = { colour: colours.communeBorder, widthPx: 1 };
const point = (id: string, colour: string, scale: number): KmlStyle => ({ id, icon: { colour, scale } });
const styles: readonly KmlStyle[] = [
  point('none', colours.none, 0.55),
  point('hole', colours.hole, 0.5),
  point('served', colours.served, 0.3),
  point('fibre-missing', colours.fibreMissing, 0.5),
  point('site', colours.siteOne, 0.35),
  point('site-shared', colours.siteShared, 0.45),
  point('proposed', colours.proposed, 0.6),
  { id: 'merge', line: { colour: colours.merge, widthPx: 3 } },
  ...shareClasses.map(({ fill }, i) => ({ id: `share-${i}`, line, fill: { colour: fill, opacity: 0.6 } })),
];

const communesFolder = ({ findings, places, words }: ReportInput): KmlFolder => {
  const rows = new Map(findings.communes.map((row) => [row.code, row]));
  const { column, write } = words;
  return {
    name: words.figure.shareMap,
    visible: true,
    features: places.communes.features.map(({ geometry, properties }): KmlFeature => {
      const row = rows.get(properties.code);
      const share = row?.any.unservedShare ?? 0;
      const count = (value: number | undefined): string => writeNumber(value ?? 0, 0, write);
      return {
        id: `commune-${properties.code}`,
        name: properties.name,
        style: `share-${shareClasses.findLastIndex(({ from }) => share >= from)}`,
        geometry,
        data: [
          [column.code, properties.code],
          [column.district, properties.districtName],
          [column.hamlets, count(row?.hamlets)],
          [column.people, count(row?.people)],
          [column.none, count(row?.any.hamlets.none)],
          [column.hole, count(row?.any.hamlets.hole)],
          [column.peopleUnserved, count(row?.any.peopleUnserved)],
          [column.unservedShare, writeShare(share, 1, write)],
          [column.hamletsWithoutFibre, count(row?.withoutFibre.hamlets)],
        ],
      };
    }),
  };
};

const hamletFolders = (input: ReportInput): KmlFolder[] => {
  const { findings, words } = input;
  const { column, figure, write } = words;
  const nameOf = operatorNames(input);
  const feature =
    (prefix: string, style: string) =>
    (hamlet: HamletFinding): KmlFeature => ({
      id: `${prefix}-${hamlet.id}`,
      name: hamlet.name,
      style,
      geometry: { type: 'Point', coordinates: [...hamlet.position] },
      data: [
        [column.id, hamlet.id],
        [column.commune, hamlet.communeName],
        [column.district, hamlet.districtName],
        [column.people, writeNumber(hamlet.people, 0, write)],
        [column.status, words.status[hamlet.status]],
        [column.peopleUnserved, writeNumber(hamlet.peopleUnserved, 0, write)],
        [
          column.bestRsrp,
          hamlet.bestRsrpDbm === null
            ? write.unknown
            : `${writeNumber(hamlet.bestRsrpDbm, 1, write)} ${words.unit.dbm}`,
        ],
        [column.bestOperator, nameOf(hamlet.bestOperator) ?? write.unknown],
        [column.hasFibre, hamlet.hasFibre ? write.yes : write.no],
      ],
    });
  const folder = (label: string, style: string, of: readonly HamletFinding[], visible: boolean): KmlFolder => ({
    name: fillIn(figure.hamletsOf, { label, count: writeNumber(of.length, 0, write) }),
    visible,
    features: of.map(feature(style, style)),
  });
  const withStatus = (status: HamletFinding['status'], visible: boolean): KmlFolder =>
    folder(
      words.status[status],
      status,
      findings.hamlets.filter((hamlet) => hamlet.status === status),
      visible,
    );
  return [
    withStatus('none', true),
    withStatus('hole', true),
    withStatus('served', false),
    folder(
      figure.withoutFibre,
      'fibre-missing',
      findings.hamlets.filter(({ hasFibre }) => !hasFibre),
      false,
    ),
  ];
};

const siteFolders = (input: ReportInput): KmlFolder[] => {
  const { findings, places, words } = input;
  const { column, figure, write } = words;
  const nameOf = operatorNames(input);
  const at = new Map(places.sites.map(({ id, position }) => [id, position]));
  const count = (label: string, value: number): string =>
    fillIn(figure.countOf, { label, count: writeNumber(value, 0, write) });
  return [
    {
      name: count(words.table.sites, places.sites.length),
      visible: false,
      features: places.sites.map((site) => ({
        id: `site-${site.id}`,
        name: site.id,
        style: isShared(site) ? 'site-shared' : 'site',
        geometry: { type: 'Point', coordinates: [...site.position] },
        data: [
          [column.structure, words.structure[site.structure]],
          [column.height, `${writeNumber(site.heightM, 1, write)} ${words.unit.metre}`],
          [column.owner, nameOf(site.owner) ?? write.unknown],
          [column.operators, site.tenants.map(({ operator }) => nameOf(operator)).join(', ')],
        ],
      })),
    },
    {
      name: count(figure.merge, findings.sharing.chosen.length),
      visible: false,
      features: findings.sharing.chosen.flatMap(({ hostId, movedId, distanceM }): KmlFeature[] => {
        const [from, to] = [at.get(movedId), at.get(hostId)];
        if (!from || !to) return [];
        return [
          {
            id: `merge-${movedId}`,
            name: `${movedId} → ${hostId}`,
            style: 'merge',
            geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
            data: [[column.distance, `${writeNumber(distanceM, 0, write)} ${words.unit.metre}`]],
          },
        ];
      }),
    },
  ];
};

/** Carriers' proposed masts, a folder a file. */
const proposalFolders = (input: ReportInput): KmlFolder[] => {
  const { findings, words } = input;
  const { column, write } = words;
  const nameOf = operatorNames(input);
  const count = (value: number): string => writeNumber(value, 0, write);
  return (findings.proposals?.files ?? []).map((proposal, i) => ({
    name: proposalTitle(input, proposal),
    visible: true,
    features: proposal.towers.map(
      (tower): KmlFeature => ({
        id: `proposed-${i + 1}-${tower.id}`,
        name: tower.id,
        style: 'proposed',
        geometry: { type: 'Point', coordinates: [...tower.position] },
        data: [
          [column.commune, tower.communeName],
          [column.operators, tower.operators.map(nameOf).join(', ')],
          [column.height, `${writeNumber(tower.heightM, 1, write)} ${words.unit.metre}`],
          [column.peopleNewlyServed, count(tower.gain.own.people)],
          [column.hamletsNewlyServed, count(tower.gain.own.hamletsServed)],
          [column.verdict, words.proposal.verdict[tower.verdict] + (tower.hostId === null ? '' : ` (${tower.hostId})`)],
          [column.reason, reasonsText(input, tower)],
        ],
      }),
    ),
  }));
};

/** The findings on the ground, for a globe viewer: communes, hamlets and sites, and the pictures of rasters over them. */
export const kmzFile = async (input: ReportInput, tools: DrawingTools): Promise<Uint8Array> => {
  const { findings, rasters, words } = input;
  const rasterise = await createRasteriser(tools);
  const { thresholdDbm } = findings.service;
  const coverage = rasters.find((raster) => raster.kind === 'coverage');
  const notice = isSynthetic(findings) ? words.syntheticNotice : words.realNotice;
  return writeKmz({
    name: words.title,
    description: [
      `${words.ownNames === 'vi' ? findings.pack.title : findings.pack.titleEn}.`,
      notice,
      ...(coverage ? [coverageNote(coverage, thresholdDbm, words)] : []),
    ].join(' '),
    styles,
    folders: [...proposalFolders(input), ...hamletFolders(input), ...siteFolders(input), communesFolder(input)],
    overlays: rasters.flatMap((raster) => {
      const overlay = overlayOf(raster, thresholdDbm);
      return overlay ? [{ name: raster.title, ...overlay, opacity: 0.7, visible: false }] : [];
    }),
    icon: rasterise(mark, dotsPerInchOfPixels),
    ...(coverage
      ? {
          legend: {
            name: words.raster.legend,
            png: rasterise(signalLegend(thresholdDbm, words), legendDotsPerInch),
          },
        }
      : {}),
  });
};
