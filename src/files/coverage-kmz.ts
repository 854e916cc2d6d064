import { zipSync } from 'fflate';
import type { BoundingBox } from '../model/place.ts';

/** Coverage for a globe viewer: a picture over the ground and its legend in a corner of the screen. */
export interface CoverageKmz {
  name: string;
  description: string;
  bounds: BoundingBox;
  /** 0..1 */
  opacity: number;
  picture: Uint8Array;
  legend: Uint8Array;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Text as XML 1.0 has it: no markup, none of the characters it can't hold. */
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML refuses
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (each) => escapes[each]);

/** White, as opaque as asked: KML tints an overlay by its colour, alpha first. */
const tint = (opacity: number): string =>
  `${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}ffffff`;

const documentOf = ({ name, description, bounds: [west, south, east, north], opacity }: CoverageKmz): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2">
<Document>
<name>${plain(name)}</name>
<description>${plain(description)}</description>
<GroundOverlay>
<name>${plain(name)}</name>
<color>${tint(opacity)}</color>
<Icon><href>files/coverage.png</href></Icon>
<LatLonBox><north>${north}</north><south>${south}</south><east>${east}</east><west>${west}</west></LatLonBox>
</GroundOverlay>
<ScreenOverlay>
<name>RSRP (dBm)</name>
<Icon><href>files/legend.png</href></Icon>
<overlayXY x="0" y="0" xunits="fraction" yunits="fraction"/>
<screenXY x="16" y="32" xunits="pixels" yunits="pixels"/>
<size x="0" y="0" xunits="pixels" yunits="pixels"/>
</ScreenOverlay>
</Document>
</kml>
`;

/** Any date the format can hold; the same one every time gives the same bytes. */
const zipDate = '1980-01-01T00:00:00';

/** A KMZ file (OGC KML 2.3): doc.kml first, its pictures beside it, stored as they are. */
export const coverageKmz = (coverage: CoverageKmz): Uint8Array =>
  zipSync(
    {
      'doc.kml': new TextEncoder().encode(documentOf(coverage)),
      'files/coverage.png': [coverage.picture, { level: 0 }],
      'files/legend.png': [coverage.legend, { level: 0 }],
    },
    { mtime: zipDate },
  );
