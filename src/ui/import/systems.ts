import { thaiNguyenZone, vn2000Degrees, vn2000Zones } from '../../geo/vn2000.ts';
import { t } from '../../i18n/language.ts';
import { meridianText } from '../app-state/titles.ts';

export interface SystemChoice {
  epsg: number;
  label: string;
}

const zoneLabel = (epsg: number, degrees: number): string =>
  [
    t('import.meridian', { meridian: meridianText(degrees) }),
    ...(epsg === thaiNguyenZone ? [t('import.thaiNguyen')] : []),
    `EPSG:${epsg}`,
  ].join(' · ');

const zones = (widthDeg: 3 | 6): SystemChoice[] =>
  vn2000Zones
    .filter((zone) => zone.widthDeg === widthDeg)
    .map(({ epsg, meridianDeg }) => ({ epsg, label: zoneLabel(epsg, meridianDeg) }));

/** Reference systems a file of this country may be in, by family; one that only the file itself states comes last. */
export const systemChoices = (current: number): { family: string; systems: SystemChoice[] }[] => {
  const families = [
    {
      family: t('import.degrees'),
      systems: [
        { epsg: 4326, label: t('import.wgs84') },
        { epsg: vn2000Degrees, label: t('import.vn2000Degrees') },
      ],
    },
    { family: t('import.vn3'), systems: zones(3) },
    { family: t('import.vn6'), systems: zones(6) },
    {
      family: t('import.utm'),
      systems: [48, 49].map((zone) => ({ epsg: 32600 + zone, label: t('import.utmZone', { zone }) })),
    },
    { family: t('import.other'), systems: [{ epsg: 3857, label: t('import.mercator') }] },
  ];
  const known = families.some(({ systems }) => systems.some(({ epsg }) => epsg === current));
  if (!known) families[families.length - 1].systems.push({ epsg: current, label: `EPSG:${current}` });
  return families;
};
