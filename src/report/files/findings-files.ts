import type { FeatureCollection, Point } from 'geojson';
import { type CsvCell, writeCsv } from '../../files/office/csv.ts';
import { statusInFiles, withFileNames, withoutDistrict } from '../../findings/file-names.ts';
import { type Findings, type HamletFinding, hasDistricts } from '../../findings/findings.ts';
import { writeSharingCsv } from '../sharing/sharing-files.ts';

const hamletColumns = [
  'hamlet_id',
  'hamlet',
  'commune_code',
  'commune',
  'district',
  'lon',
  'lat',
  'people',
  'households',
  'status',
  'certainty',
  'best_rsrp_dbm',
  'best_operator',
  'people_unserved',
  'has_fibre',
];

const hamletRow = (hamlet: HamletFinding): CsvCell[] => [
  hamlet.id,
  hamlet.name,
  hamlet.communeCode,
  hamlet.communeName,
  hamlet.districtName,
  hamlet.position[0],
  hamlet.position[1],
  hamlet.people,
  hamlet.households,
  statusInFiles[hamlet.status],
  hamlet.certainty,
  hamlet.bestLevelDbm,
  hamlet.bestOperator,
  hamlet.peopleUnserved,
  hamlet.hasFibre,
  ...hamlet.operators.flatMap((service): CsvCell[] => [
    statusInFiles[service.status],
    service.levelDbm,
    service.siteId,
  ]),
];

/** Every hamlet with its service, one row each. */
const writeHamletsCsv = (findings: Findings): Uint8Array => {
  const { hamlets } = findings;
  const operators = hamlets[0]?.operators.map((service) => service.operator) ?? [];
  const byOperator = operators.flatMap((id) => [`${id}_status`, `${id}_rsrp_dbm`, `${id}_site`]);
  const columns = [...hamletColumns, ...byOperator];
  const isTold = (_: unknown, column: number): boolean => hasDistricts(findings) || columns[column] !== 'district';
  return writeCsv(
    columns.filter(isTold),
    hamlets.map((hamlet) => hamletRow(hamlet).filter(isTold)),
  );
};

/** The hamlets as points with their finding, for a GIS. */
const writeHamletsGeoJson = (findings: Findings): Uint8Array => {
  const { hamlets } = findings;
  const collection: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: hamlets.map(({ position, operators, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry: { type: 'Point', coordinates: [...position] },
      properties: {
        ...(withFileNames(hasDistricts(findings) ? properties : withoutDistrict(properties)) as object),
        ...Object.fromEntries(
          operators.flatMap((s) => [
            [`${s.operator}_status`, statusInFiles[s.status]],
            [`${s.operator}_rsrp_dbm`, s.levelDbm],
          ]),
        ),
      },
    })),
  };
  return new TextEncoder().encode(`${JSON.stringify(collection)}\n`);
};

const writeFindingsJson = (findings: Findings): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(withFileNames(findings), null, 1)}\n`);

/** Every file the findings are handed out as, by name. */
export const findingsFiles = (findings: Findings): Map<string, Uint8Array> =>
  new Map([
    ['findings.json', writeFindingsJson(findings)],
    ['hamlets.csv', writeHamletsCsv(findings)],
    ['sharing.csv', writeSharingCsv(findings.sharing)],
    ['hamlets.geojson', writeHamletsGeoJson(findings)],
  ]);
