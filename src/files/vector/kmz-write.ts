import type { LineString, MultiPolygon, Point, Polygon, Position } from 'geojson';
import type { BoundingBox } from '../../model/place.ts';
import { showable } from '../../model/printable.ts';
import { zipFiles } from '../archive/zip-write.ts';

/** How marks of a kind look. Colours are '#rrggbb', opacities 0..1. */
export interface KmlStyle {
  id: string;
  /** Tints the icon; a point without one shows its name only. */
  icon?: { colour: string; scale: number };
  line?: { colour: string; widthPx: number; opacity?: number };
  fill?: { colour: string; opacity: number };
}

export interface KmlFeature {
  id: string;
  name: string;
  style: string;
  geometry: Point | LineString | Polygon | MultiPolygon;
  /** Shown when the mark is clicked, in this order. */
  data: readonly (readonly [name: string, value: string])[];
}

export interface KmlFolder {
  name: string;
  /** Whether it shows when the file is opened. */
  visible: boolean;
  features: readonly KmlFeature[];
}

/** A picture laid over the ground between parallels and meridians. */
export interface KmlOverlay {
  name: string;
  bounds: BoundingBox;
  png: Uint8Array;
  opacity: number;
  visible: boolean;
}

export interface KmlDocument {
  name: string;
  description: string;
  styles: readonly KmlStyle[];
  folders: readonly KmlFolder[];
  overlays: readonly KmlOverlay[];
  /** A white mark with a clear ground, for every icon to tint: a viewer's own icons come over the network. */
  icon: Uint8Array | null;
  /** A picture in the lower left corner of the screen, that tells what the colours mean. */
  legend?: { name: string; png: Uint8Array };
}

/** Text for XML 1.0: markup escaped, characters it cannot hold left out. */
const plain = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

const tag = (name: string, content: string): string => `<${name}>${content}</${name}>`;

/** '#rrggbb' as KML has it: opacity, blue, green, red. */
const kmlColour = (colour: string, opacity = 1): string => {
  const [red, green, blue] = [1, 3, 5].map((at) => colour.slice(at, at + 2));
  return `${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}${blue}${green}${red}`.toLowerCase();
};

const iconPath = 'files/mark.png';

const styleKml = ({ id, icon, line, fill }: KmlStyle): string => {
  const parts = [
    icon
      ? tag(
          'IconStyle',
          tag('color', kmlColour(icon.colour)) +
            tag('scale', String(icon.scale)) +
            tag('Icon', tag('href', iconPath)) +
            '<hotSpot x="0.5" y="0.5" xunits="fraction" yunits="fraction"/>',
        ) + tag('LabelStyle', tag('scale', '0'))
      : '',
    line
      ? tag('LineStyle', tag('color', kmlColour(line.colour, line.opacity)) + tag('width', String(line.widthPx)))
      : '',
    fill ? tag('PolyStyle', tag('color', kmlColour(fill.colour, fill.opacity))) : '',
  ];
  return `<Style id="${plain(id)}">${parts.join('')}</Style>`;
};

/** About 0.1 m. */
const degree = (value: number): string => String(Number(value.toFixed(6)));
const coordinates = (line: readonly Position[]): string =>
  tag('coordinates', line.map(([lon, lat]) => `${degree(lon)},${degree(lat)}`).join(' '));

const polygonKml = ([outer, ...holes]: readonly Position[][]): string =>
  tag(
    'Polygon',
    tag('outerBoundaryIs', tag('LinearRing', coordinates(outer))) +
      holes.map((hole) => tag('innerBoundaryIs', tag('LinearRing', coordinates(hole)))).join(''),
  );

const geometryKml = (geometry: KmlFeature['geometry']): string => {
  switch (geometry.type) {
    case 'Point':
      return tag('Point', coordinates([geometry.coordinates]));
    case 'LineString':
      return tag('LineString', tag('tessellate', '1') + coordinates(geometry.coordinates));
    case 'Polygon':
      return polygonKml(geometry.coordinates);
    case 'MultiPolygon':
      return tag('MultiGeometry', geometry.coordinates.map(polygonKml).join(''));
  }
};

const visibility = (visible: boolean): string => (visible ? '' : tag('visibility', '0'));

const featureKml = ({ id, name, style, geometry, data }: KmlFeature, visible: boolean): string => {
  const fields = data.map(([label, value]) => `<Data name="${plain(label)}">${tag('value', plain(value))}</Data>`);
  return `<Placemark id="${plain(id)}">${[
    tag('name', plain(name)),
    visibility(visible),
    tag('styleUrl', `#${plain(style)}`),
    fields.length > 0 ? tag('ExtendedData', fields.join('')) : '',
    geometryKml(geometry),
  ].join('')}</Placemark>`;
};

const folderKml = ({ name, visible, features }: KmlFolder): string =>
  tag(
    'Folder',
    [
      tag('name', plain(name)),
      visibility(visible),
      tag('open', '0'),
      ...features.map((feature) => featureKml(feature, visible)),
    ].join('\n'),
  );

const overlayPath = (index: number): string => `files/overlay-${index + 1}.png`;

const overlayKml = ({ name, bounds: [west, south, east, north], opacity, visible }: KmlOverlay, i: number): string =>
  tag(
    'GroundOverlay',
    [
      tag('name', plain(name)),
      visibility(visible),
      tag('color', kmlColour('#ffffff', opacity)),
      tag('Icon', tag('href', overlayPath(i))),
      tag(
        'LatLonBox',
        tag('north', String(north)) +
          tag('south', String(south)) +
          tag('east', String(east)) +
          tag('west', String(west)),
      ),
    ].join(''),
  );

const legendPath = 'files/legend.png';

const legendKml = ({ name }: { name: string }): string =>
  tag(
    'ScreenOverlay',
    [
      tag('name', plain(name)),
      tag('Icon', tag('href', legendPath)),
      '<overlayXY x="0" y="0" xunits="fraction" yunits="fraction"/>',
      '<screenXY x="16" y="32" xunits="pixels" yunits="pixels"/>',
      '<size x="0" y="0" xunits="pixels" yunits="pixels"/>',
    ].join(''),
  );

/**
 * A KMZ file, as OGC KML 2.3 has it: doc.kml first, its pictures beside it, positions in WGS 84. Names and values are
 * text, never markup. The same document gives the same bytes.
 */
export const writeKmz = (document: KmlDocument): Uint8Array => {
  const { name, description, styles, folders, overlays, icon, legend } = document;
  const kml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2">',
    '<Document>',
    tag('name', plain(name)),
    tag('description', plain(description)),
    ...styles.map(styleKml),
    ...overlays.map(overlayKml),
    ...(legend ? [legendKml(legend)] : []),
    ...folders.map(folderKml),
    '</Document>',
    '</kml>',
  ].join('\n');
  return zipFiles(
    new Map([
      ['doc.kml', new TextEncoder().encode(`${showable(kml)}\n`)],
      ...(icon ? [[iconPath, icon] as const] : []),
      ...overlays.map(({ png }, i) => [overlayPath(i), png] as const),
      ...(legend ? [[legendPath, legend.png] as const] : []),
    ]),
  );
};
