import { statusesIn } from '../../findings/findings.ts';
import type { BoundingBox } from '../../model/place.ts';
import { isShared } from '../../model/site.ts';
import type { ReportContext } from '../report-input.ts';
import { colours } from './colours.ts';
import { type Figure, figureOf } from './figure.ts';
import { dot, legend, ring, square } from './legend.ts';
import { boxOf, frameOf, type MapFrame, northArrow, outline, scaleBar } from './map-frame.ts';
import { element, text } from './svg.ts';

const width = 1300;
const marksOf = {
  served: dot(8, colours.served),
  partial: ring(9, colours.partial),
  none: dot(12, colours.none),
  unknown: ring(7, colours.unknown),
  absent: dot(8, colours.absent),
};

/** Whether any of a box may lie in the picture. */
const reaches = ([west, south, east, north]: BoundingBox, { place, width: across, height }: MapFrame): boolean => {
  const [left, top] = place([west, north]);
  const [right, bottom] = place([east, south]);
  return left < across && right > 0 && top < height && bottom > 0;
};

/** One commune: its hamlets by service, by number of the sheet's list, and the sites in and around it. */
export const communeMap = (input: ReportContext, code: string, maxHeight: number): Figure => {
  const { findings, places, texts } = input;
  const { t, number } = texts;
  const commune = places.communes.features.find(({ properties }) => properties.code === code);
  if (!commune) throw new Error(`There is no commune ${code}`);
  const frame = frameOf(boxOf([commune.geometry]), width, maxHeight);
  const inside = ([x, y]: readonly [number, number]): boolean =>
    x > 8 && y > 8 && x < width - 8 && y < frame.height - 8;
  // the commune itself last, so that no neighbour covers its border
  const inOrder = [
    ...places.communes.features.filter(
      ({ geometry, properties }) => properties.code !== code && reaches(boxOf([geometry]), frame),
    ),
    commune,
  ];
  const around = inOrder.map(({ geometry, properties }) =>
    element('path', {
      d: outline(geometry, frame),
      fill: properties.code === code ? colours.land : '#ffffff',
      stroke: properties.code === code ? colours.provinceBorder : colours.communeBorder,
      'stroke-width': properties.code === code ? 5 : 2,
    }),
  );
  const sites = places.sites.flatMap((site) => {
    const at = frame.place(site.position);
    return inside(at) ? [square(14, isShared(site) ? colours.siteShared : colours.siteOne)(...at)] : [];
  });
  const hamlets = findings.hamlets
    .filter((hamlet) => hamlet.communeCode === code)
    .map((hamlet, i) => {
      const [x, y] = frame.place(hamlet.position);
      return marksOf[hamlet.status](x, y) + text(x + 13, y + 8, String(i + 1), { size: 24, halo: true });
    });
  const key = legend(
    [
      ...statusesIn(findings).map((status) => ({
        mark: marksOf[status],
        label: t(`status.${status}`),
      })),
      { mark: square(14, colours.siteOne), label: t('picture.oneTenant') },
      { mark: square(14, colours.siteShared), label: t('picture.shared') },
    ],
    10,
    frame.height + 10,
    width - 20,
  );
  const content = [
    ...around,
    ...sites,
    ...hamlets,
    // the picture itself ends on the other three sides; a clip would take longer than all the rest
    element('rect', { y: frame.height, width, height: key.height + 20, fill: '#ffffff' }),
    element('rect', { width, height: frame.height, fill: 'none', stroke: colours.districtBorder, 'stroke-width': 2 }),
    scaleBar(frame, (km) => t('picture.km', { value: number(km, km < 1 ? 1 : 0) })),
    northArrow(frame, t('picture.north')),
    key.svg,
  ];
  const alt = t('picture.communeMap', { ...texts.asked, commune: commune.properties.name });
  return figureOf(`map-commune-${code}`, alt, width, frame.height + 20 + key.height, content.join(''));
};
