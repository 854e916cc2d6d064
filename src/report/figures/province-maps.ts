import { statusesIn } from '../../findings/findings.ts';
import { shareClassOf, shareClassStarts, shareOf } from '../../findings/share-classes.ts';
import { isDistrictCode } from '../../model/place.ts';
import { isShared } from '../../model/site.ts';
import type { ReportContext } from '../report-input.ts';
import { colours, shareFills, unknownShareFill } from './colours.ts';
import { type Figure, figureOf, pageWidth } from './figure.ts';
import { dot, type LegendEntry, legend, ring, square, stroke, swatch } from './legend.ts';
import { boxOf, frameOf, type MapFrame, middleOf, northArrow, outline, scaleBar } from './map-frame.ts';
import { element, short, text } from './svg.ts';

/** Leaves room on a page for a paragraph above. */
const maxHeight = 1480;

type CommuneFill = (code: string) => string;

const areas = ({ places }: ReportContext, frame: MapFrame, fill: CommuneFill): string =>
  places.communes.features
    .map(({ geometry, properties }) =>
      element('path', {
        d: outline(geometry, frame),
        fill: fill(properties.code),
        stroke: colours.communeBorder,
        'stroke-width': 1.5,
      }),
    )
    .join('');

/** What stands for districts where there are none is the province, and drawn as such. */
const districtsIn = ({ districts }: ReportContext['places']) =>
  districts.features.filter(({ properties: { code } }) => isDistrictCode(code));

const borders = ({ places }: ReportContext, frame: MapFrame): string => {
  const line = (d: string, colour: string, width: number): string =>
    element('path', { d, fill: 'none', stroke: colour, 'stroke-width': width, 'stroke-linejoin': 'round' });
  return (
    line(
      districtsIn(places)
        .map(({ geometry }) => outline(geometry, frame))
        .join(''),
      colours.districtBorder,
      4,
    ) +
    line(places.province.features.map(({ geometry }) => outline(geometry, frame)).join(''), colours.provinceBorder, 7)
  );
};

const districtNames = ({ places }: ReportContext, frame: MapFrame): string =>
  districtsIn(places)
    .map(({ geometry, properties }) => {
      const [x, y] = middleOf(geometry, frame);
      const line = (content: string, dy: number): string =>
        text(x, y + dy, content, { size: 31, weight: 600, anchor: 'middle', halo: true });
      // the name under its kind: the last two words are the name in nearly every district
      const words = properties.name.split(' ');
      if (words.length < 3) return line(properties.name, 0);
      return line(words.slice(0, -2).join(' '), -16) + line(words.slice(-2).join(' '), 20);
    })
    .join('');

interface ProvinceMap {
  id: string;
  alt: string;
  fill?: CommuneFill;
  marks: (frame: MapFrame) => string;
  entries: readonly LegendEntry[];
}

const provinceMap = (input: ReportContext, { id, alt, fill, marks, entries }: ProvinceMap): Figure => {
  const { places, texts } = input;
  const { t, number } = texts;
  const frame = frameOf(boxOf(places.province.features.map(({ geometry }) => geometry)), pageWidth, maxHeight);
  const key = legend(entries, 20, frame.height + 20, pageWidth - 40);
  const content = [
    areas(input, frame, fill ?? (() => colours.land)),
    borders(input, frame),
    marks(frame),
    districtNames(input, frame),
    scaleBar(frame, (km) => t('picture.km', { value: number(km, km < 1 ? 1 : 0) })),
    northArrow(frame, t('picture.north')),
    key.svg,
  ];
  return figureOf(id, alt, pageWidth, frame.height + 40 + key.height, content.join(''));
};

/** Hamlets by what any operator gives them. Those without signal lie on top, solid and large. */
export const statusMap = (input: ReportContext): Figure => {
  const { findings, texts } = input;
  const { t, count } = texts;
  const marksOf = {
    served: dot(3, colours.served, colours.served),
    partial: ring(7, colours.partial),
    none: dot(11, colours.none),
    unknown: ring(5, colours.unknown),
    absent: dot(3, colours.absent, colours.absent),
  };
  const order = [...statusesIn(findings)].reverse();
  return provinceMap(input, {
    id: 'map-status',
    alt: t('picture.statusMap', texts.asked),
    marks: ({ place }) =>
      order
        .flatMap((status) =>
          findings.hamlets
            .filter((hamlet) => hamlet.status === status)
            .map(({ position }) => marksOf[status](...place(position))),
        )
        .join(''),
    entries: [...order].reverse().map((status) => ({
      mark: marksOf[status],
      label: t('picture.hamletsOf', {
        label: t(`status.${status}`),
        count: count(findings.province.any.hamlets[status]),
      }),
    })),
  });
};

/** Communes by the share of their people without signal. */
export const shareMap = (input: ReportContext): Figure => {
  const { findings, texts } = input;
  const { t } = texts;
  const rows = new Map(findings.communes.map((row) => [row.code, row]));
  const classOf: CommuneFill = (code) => {
    const one = shareClassOf(shareOf(rows.get(code)));
    return one === null ? unknownShareFill : shareFills[one];
  };
  const percent = (share: number): string => texts.share(share, 0);
  return provinceMap(input, {
    id: 'map-share',
    alt: t('picture.shareMap', texts.asked),
    fill: classOf,
    marks: () => '',
    entries: [
      ...shareClassStarts.map((from, i) => {
        const next = shareClassStarts[i + 1];
        const label =
          i === 0
            ? percent(0)
            : i === 1
              ? t('picture.below', { value: percent(next) })
              : next === undefined
                ? t('picture.from', { value: percent(from) })
                : t('picture.between', { low: percent(from), high: percent(next) });
        return { mark: swatch(shareFills[i]), label };
      }),
      ...(findings.communes.some((row) => shareOf(row) === null)
        ? [{ mark: swatch(unknownShareFill), label: t('picture.shareUnknown', texts.asked) }]
        : []),
    ],
  });
};

/** Hamlets without fibre on the fibre routes of the pack. */
export const fibreMap = (input: ReportContext): Figure => {
  const { findings, places, texts } = input;
  const { t, count } = texts;
  const missing = dot(10, colours.fibreMissing);
  return provinceMap(input, {
    id: 'map-fibre',
    alt: t('picture.fibreMap'),
    marks: ({ place }) => {
      const routes = places.fibreRoutes.features
        .map(({ geometry }) => `M${geometry.coordinates.map((at) => place(at).map(short).join(' ')).join('L')}`)
        .join('');
      return (
        element('path', { d: routes, fill: 'none', stroke: colours.bar, 'stroke-width': 2, 'stroke-opacity': 0.55 }) +
        findings.hamlets
          .filter(({ hasFibre }) => !hasFibre)
          .map(({ position }) => missing(...place(position)))
          .join('')
      );
    },
    entries: [
      {
        mark: missing,
        label: t('picture.hamletsOf', {
          label: t('picture.withoutFibre'),
          count: count(findings.province.withoutFibre.hamlets),
        }),
      },
      { mark: stroke(colours.bar, 4), label: t('picture.fibreRoute') },
    ],
  });
};

/** Sites by tenancy, and the merges of the plan. */
export const sharingMap = (input: ReportContext): Figure => {
  const { findings, places, texts } = input;
  const { t, count } = texts;
  const { today, chosen } = findings.sharing;
  const one = square(9, colours.siteOne);
  const shared = square(16, colours.siteShared);
  const at = new Map(places.sites.map(({ id, position }) => [id, position]));
  const labelOf = (label: string, value: number): string => t('picture.countOf', { label, count: count(value) });
  const merge = ring(12, colours.partial);
  return provinceMap(input, {
    id: 'map-sharing',
    alt: t('picture.sharingMap'),
    marks: ({ place }) => {
      const draw = (wantShared: boolean) =>
        places.sites
          .filter((site) => isShared(site) === wantShared)
          .map(({ position }) => (wantShared ? shared : one)(...place(position)));
      const merges = chosen.flatMap(({ hostId }) => {
        const position = at.get(hostId);
        return position ? [merge(...place(position))] : [];
      });
      return [...merges, ...draw(false), ...draw(true)].join('');
    },
    entries: [
      { mark: one, label: labelOf(t('picture.oneTenant'), today.sites - today.sharedSites) },
      { mark: shared, label: labelOf(t('picture.shared'), today.sharedSites) },
      { mark: merge, label: labelOf(t('picture.merge'), chosen.length) },
    ],
  });
};
