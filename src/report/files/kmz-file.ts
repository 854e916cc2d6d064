import { type KmlFeature, type KmlFolder, type KmlStyle, writeKmz } from '../../files/vector/kmz-write.ts';
import { statusInFiles } from '../../findings/file-names.ts';
import { type HamletFinding, hasDistricts, statusesIn } from '../../findings/findings.ts';
import { shareClassOf, shareOf } from '../../findings/share-classes.ts';
import { isShared } from '../../model/site.ts';
import { proposalTitle } from '../document/proposals.ts';
import { colours, shareFills, unknownShareFill } from '../figures/colours.ts';
import { createRasteriser, type DrawingTools } from '../figures/rasterise.ts';
import { signalLegend } from '../figures/signal-legend.ts';
import { isSynthetic } from '../notice.ts';
import type { ReportContext } from '../report-input.ts';
import { operatorNames } from '../tables/hamlet-tables.ts';
import { reasonsText } from '../tables/proposal-tables.ts';
import { coverageNote, overlayOf, rasterTitle } from './rasters.ts';

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
  point('hole', colours.partial, 0.5),
  point('served', colours.served, 0.3),
  point('unknown', colours.unknown, 0.35),
  point('absent', colours.absent, 0.3),
  point('fibre-missing', colours.fibreMissing, 0.5),
  point('site', colours.siteOne, 0.35),
  point('site-shared', colours.siteShared, 0.45),
  point('proposed', colours.proposed, 0.6),
  { id: 'merge', line: { colour: colours.merge, widthPx: 3 } },
  ...[...shareFills, unknownShareFill].map((colour, i) => ({ id: `share-${i}`, line, fill: { colour, opacity: 0.6 } })),
];

const communesFolder = (input: ReportContext): KmlFolder => {
  const { findings, places, texts } = input;
  const { t, asked } = texts;
  const count = (value: number | null = 0): string => (value === null ? t('table.absent', asked) : texts.count(value));
  const rows = new Map(findings.communes.map((row) => [row.code, row]));
  return {
    name: t('picture.shareMap', asked),
    visible: true,
    features: places.communes.features.map(({ geometry, properties }): KmlFeature => {
      const row = rows.get(properties.code);
      const share = shareOf(row);
      return {
        id: `commune-${properties.code}`,
        name: properties.name,
        style: `share-${shareClassOf(share) ?? shareFills.length}`,
        geometry,
        data: [
          [t('table.column.code'), properties.code],
          ...districtRow(input, properties),
          [t('table.column.hamlets'), count(row?.hamlets)],
          [t('table.column.people'), count(row?.people)],
          [t('table.column.none', asked), count(row?.any.hamlets.none)],
          [t('table.column.hole', asked), count(row?.any.hamlets.partial)],
          [t('table.column.peopleUnserved', asked), count(row?.any.peopleUnserved)],
          [
            t('table.column.unservedShare', asked),
            share === null ? t('picture.shareUnknown', asked) : texts.share(share),
          ],
          [t('table.column.hamletsWithoutFibre'), count(row?.withoutFibre.hamlets)],
        ],
      };
    }),
  };
};

/** The district of a place, where there are districts. */
const districtRow = (
  { findings, texts }: ReportContext,
  { districtName }: { districtName: string },
): [string, string][] => (hasDistricts(findings) ? [[texts.t('table.column.district'), districtName]] : []);

const hamletFolders = (input: ReportContext): KmlFolder[] => {
  const { findings, texts } = input;
  const { t, count, number, asked } = texts;
  const nameOf = operatorNames(input);
  const feature =
    (prefix: string, style: string) =>
    (hamlet: HamletFinding): KmlFeature => ({
      id: `${prefix}-${hamlet.id}`,
      name: hamlet.name,
      style,
      geometry: { type: 'Point', coordinates: [...hamlet.position] },
      data: [
        [t('table.column.id'), hamlet.id],
        [t('table.column.commune'), hamlet.communeName],
        ...districtRow(input, hamlet),
        [t('table.column.people'), count(hamlet.people)],
        [t('table.column.status', asked), t(`status.${hamlet.status}`)],
        [
          t('table.column.peopleUnserved', asked),
          hamlet.peopleUnserved === null ? t('status.absent') : count(hamlet.peopleUnserved),
        ],
        [
          t('table.column.bestRsrp', asked),
          hamlet.bestLevelDbm === null
            ? t('value.unknown')
            : `${number(hamlet.bestLevelDbm, 1)} ${t('table.unit.dbm')}`,
        ],
        [t('table.column.bestOperator', asked), nameOf(hamlet.bestOperator) ?? t('value.unknown')],
        [t('table.column.hasFibre'), hamlet.hasFibre ? t('value.yes') : t('value.no')],
      ],
    });
  const folder = (label: string, style: string, of: readonly HamletFinding[], visible: boolean): KmlFolder => ({
    name: t('picture.hamletsOf', { label, count: count(of.length) }),
    visible,
    features: of.map(feature(style, style)),
  });
  const withStatus = (status: HamletFinding['status'], visible: boolean): KmlFolder =>
    folder(
      t(`status.${status}`),
      statusInFiles[status],
      findings.hamlets.filter((hamlet) => hamlet.status === status),
      visible,
    );
  return [
    ...statusesIn(findings).map((status) => withStatus(status, status === 'none' || status === 'partial')),
    folder(
      t('picture.withoutFibre'),
      'fibre-missing',
      findings.hamlets.filter(({ hasFibre }) => !hasFibre),
      false,
    ),
  ];
};

const siteFolders = (input: ReportContext): KmlFolder[] => {
  const { findings, places, texts } = input;
  const { t, count, number } = texts;
  const nameOf = operatorNames(input);
  const at = new Map(places.sites.map(({ id, position }) => [id, position]));
  const labelOf = (label: string, value: number): string => t('picture.countOf', { label, count: count(value) });
  return [
    {
      name: labelOf(t('table.title.sites'), places.sites.length),
      visible: false,
      features: places.sites.map((site) => ({
        id: `site-${site.id}`,
        name: site.id,
        style: isShared(site) ? 'site-shared' : 'site',
        geometry: { type: 'Point', coordinates: [...site.position] },
        data: [
          [t('table.column.structure'), t(`value.structure.${site.structure}`)],
          [t('table.column.height'), `${number(site.heightM, 1)} ${t('table.unit.metre')}`],
          [t('table.column.owner'), nameOf(site.owner) ?? t('value.unknown')],
          [t('table.column.operators'), site.tenants.map(({ operator }) => nameOf(operator)).join(', ')],
        ],
      })),
    },
    {
      name: labelOf(t('picture.merge'), findings.sharing.chosen.length),
      visible: false,
      features: findings.sharing.chosen.flatMap(({ hostId, donorId, distanceM }): KmlFeature[] => {
        const [from, to] = [at.get(donorId), at.get(hostId)];
        if (!from || !to) return [];
        return [
          {
            id: `merge-${donorId}`,
            name: `${donorId} → ${hostId}`,
            style: 'merge',
            geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
            data: [[t('table.column.distance'), `${count(distanceM)} ${t('table.unit.metre')}`]],
          },
        ];
      }),
    },
  ];
};

/** Carriers' proposed sites, a folder a file. */
const proposalFolders = (input: ReportContext): KmlFolder[] => {
  const { findings, texts } = input;
  const { t, count, number, asked } = texts;
  const nameOf = operatorNames(input);
  return (findings.proposals?.files ?? []).map((proposal, i) => ({
    name: proposalTitle(input, proposal),
    visible: true,
    features: proposal.proposedSites.map(
      (proposed): KmlFeature => ({
        id: `proposed-${i + 1}-${proposed.id}`,
        name: proposed.id,
        style: 'proposed',
        geometry: { type: 'Point', coordinates: [...proposed.position] },
        data: [
          [t('table.column.commune'), proposed.communeName],
          [t('table.column.operators'), proposed.operators.map(nameOf).join(', ')],
          [t('table.column.height'), `${number(proposed.heightM, 1)} ${t('table.unit.metre')}`],
          [t('table.column.peopleNewlyServed', asked), count(proposed.gain.own.people)],
          [t('table.column.hamletsNewlyServed', asked), count(proposed.gain.own.hamletsServed)],
          [
            t('table.column.verdict'),
            t(`proposal.verdict.${proposed.verdict}`, asked) +
              (proposed.hostId === null ? '' : ` (${proposed.hostId})`),
          ],
          [t('table.column.reason'), reasonsText(input, proposed)],
        ],
      }),
    ),
  }));
};

/** The findings on the ground, for a globe viewer: communes, hamlets and sites, and the pictures of rasters over them. */
export const kmzFile = async (input: ReportContext, tools: DrawingTools): Promise<Uint8Array> => {
  const { findings, rasters, texts } = input;
  const { t, asked } = texts;
  const rasterise = await createRasteriser(tools);
  const { thresholdDbm } = findings.service;
  const coverage = rasters.find((raster) => raster.kind === 'coverage');
  const notice = isSynthetic(findings) ? t('document.syntheticNotice') : t('document.realNotice');
  return writeKmz({
    name: t('document.title', asked),
    description: [
      `${texts.language === 'vi' ? findings.pack.title : findings.pack.titleEn}.`,
      notice,
      ...(coverage ? [coverageNote(coverage, thresholdDbm, texts)] : []),
    ].join(' '),
    styles,
    folders: [...proposalFolders(input), ...hamletFolders(input), ...siteFolders(input), communesFolder(input)],
    overlays: rasters.flatMap((raster) => {
      const overlay = overlayOf(raster, thresholdDbm);
      return overlay ? [{ name: rasterTitle(raster, input), ...overlay, opacity: 0.7, visible: false }] : [];
    }),
    icon: rasterise(mark, dotsPerInchOfPixels),
    ...(coverage
      ? {
          legend: {
            name: t('raster.legend', asked),
            png: rasterise(signalLegend(thresholdDbm, texts), legendDotsPerInch),
          },
        }
      : {}),
  });
};
