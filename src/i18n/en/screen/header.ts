import type { Translation } from '../../texts.ts';
import type { header as vietnamese } from '../../vi/screen/header.ts';

export const header: Translation<typeof vietnamese> = {
  openProvince: 'Open another province…',
  makeReport: 'Report as Word, Excel, PDF…',
  importList: 'Import a list (CSV, Excel, GeoJSON, KML, shapefile)…',
  language: 'Language',
  toDark: 'Switch to dark',
  toLight: 'Switch to light',
  open: 'Open a data pack',
  openFolder: 'Open a pack’s folder…',
  openZip: 'Open a zip file…',
  openBuiltIn: 'Back to the built-in pack',
  openHint: 'A folder or a zip can also be dropped on this window.',
  download: 'Download findings',
  downloadFindings: 'All findings (findings.json)',
  downloadHamletsCsv: 'Table of hamlets (hamlets.csv)',
  downloadSharingCsv: 'Table of sharing (sharing.csv)',
  downloadHamletsGeojson: 'Hamlets on the map (hamlets.geojson)',
  downloadWaiting: 'Available when the run is done',
  help: 'Keyboard shortcuts',
  badge: {
    real: 'real data',
    hint: 'Synthetic layers: {{layers}}. Not to be used as real figures.',
  },
};
