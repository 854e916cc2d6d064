import { plainName } from '../table/raw-table.ts';

/** What a file may bring. `cells` are rows of single cells, as OpenCellID gives them, gathered into sites. */
export const importTargets = ['sites', 'cells', 'hamlets', 'boundaries', 'fibre', 'points', 'measurements'] as const;
export type ImportTarget = (typeof importTargets)[number];

/** Headings under which a field is found, Vietnamese and English, without accents, case and separators. */
const headings = {
  lon: ['lon', 'lng', 'long', 'longitude', 'kinhdo', 'kinh', 'x', 'easting', 'toadoy', 'toadox', 'dong', 'longwgs84'],
  lat: ['lat', 'latitude', 'vido', 'y', 'northing', 'bac', 'latwgs84'],
  id: ['id', 'siteid', 'matram', 'mavitri', 'macot', 'idtram', 'sitecode', 'mabts', 'maxom', 'hamletid', 'code', 'ma'],
  name: [
    'name',
    'ten',
    'tenxom',
    'xom',
    'hamlet',
    'namevi',
    'tenthon',
    'thon',
    'ban',
    'tentodanpho',
    'xomban',
    'tendiem',
    'tentram',
    'sitename',
    'communevn',
  ],
  operator: [
    'operators',
    'operator',
    'tenants',
    'nhamang',
    'nhacungcap',
    'mang',
    'doanhnghiep',
    'network',
    'carrier',
    'tennhamang',
    'donvi',
  ],
  technology: ['technologies', 'technology', 'tech', 'congnghe', 'radio', 'loaitram', 'rat', 'act'],
  height: [
    'heightm',
    'height',
    'chieucao',
    'docao',
    'chieucaocot',
    'docaocot',
    'chieucaom',
    'caocot',
    'docaocotm',
    'chieucaocotm',
  ],
  structure: ['structure', 'loaicot', 'type', 'kieucot', 'ketcau', 'towertype'],
  owner: ['owner', 'chusohuu', 'donvisohuu', 'sohuu', 'chudautu'],
  communeCode: ['gsocode', 'gso', 'communecode', 'maxa', 'maphuongxa', 'xacode', 'madvhc', 'maxaphuong'],
  people: [
    'people',
    'population',
    'danso',
    'sodan',
    'nhankhau',
    'sonhankhau',
    'sokhau',
    'songuoi',
    'tongdanso',
    'dansonguoi',
  ],
  households: ['households', 'soho', 'sohodan', 'hodan', 'tongsoho', 'ho'],
  hasFibre: ['hasfibre', 'fibre', 'fiber', 'capquang', 'cocapquang', 'ftth', 'quang'],
  kind: ['kind', 'loai', 'loaidiem', 'phanloai', 'category', 'type'],
  from: ['from', 'tu', 'diemdau', 'start', 'source'],
  to: ['to', 'den', 'diemcuoi', 'end', 'target'],
  mcc: ['mcc'],
  mnc: ['mnc', 'net'],
  area: ['tac', 'lac', 'area', 'lactac', 'taclac'],
  cell: ['cid', 'cell', 'cellid', 'ci', 'eci', 'cgi'],
  samples: ['sam', 'samples', 'somau'],
  rsrp: ['rsrp', 'rsrpdbm', 'level', 'mucthu', 'signal', 'cuongdotinhieu', 'signalstrength', 'dbm'],
} as const;
export type ImportField = keyof typeof headings;

interface TargetFields {
  needed: readonly ImportField[];
  taken: readonly ImportField[];
  /** Fields that tell this target from the others. */
  telling: readonly ImportField[];
}

/** Which fields each target takes; positions are needed where the file has no geometry. */
export const targetFields: Readonly<Record<ImportTarget, TargetFields>> = {
  sites: {
    needed: ['operator'],
    taken: ['id', 'name', 'operator', 'technology', 'height', 'structure', 'owner', 'communeCode'],
    telling: ['height', 'structure', 'owner', 'technology', 'operator'],
  },
  cells: {
    needed: ['technology', 'mcc', 'mnc', 'cell'],
    taken: ['technology', 'mcc', 'mnc', 'area', 'cell', 'samples'],
    telling: ['mcc', 'mnc', 'area', 'cell', 'samples', 'technology'],
  },
  hamlets: {
    needed: ['name', 'people'],
    taken: ['id', 'name', 'people', 'households', 'hasFibre', 'communeCode'],
    telling: ['people', 'households', 'hasFibre'],
  },
  boundaries: { needed: ['communeCode'], taken: ['communeCode', 'name'], telling: ['communeCode'] },
  fibre: { needed: [], taken: ['id', 'kind', 'from', 'to', 'communeCode'], telling: ['from', 'to'] },
  points: { needed: ['name'], taken: ['id', 'name', 'kind', 'communeCode'], telling: ['kind'] },
  measurements: {
    needed: ['rsrp'],
    taken: ['id', 'operator', 'mcc', 'mnc', 'rsrp'],
    telling: ['rsrp'],
  },
};

/** Which column holds a field: index into the table's columns. */
export type ColumnChoice = Partial<Record<ImportField, number>>;

/** The column of each field by its heading; the first heading in our order wins, a column serves one field. */
export const guessColumns = (columns: readonly string[], fields: readonly ImportField[]): ColumnChoice => {
  const plain = columns.map(plainName);
  const taken = new Set<number>();
  const choice: ColumnChoice = {};
  const claim = (field: ImportField, fits: (heading: string, column: string) => boolean): void => {
    if (choice[field] !== undefined) return;
    for (const heading of headings[field]) {
      const at = plain.findIndex((column, i) => !taken.has(i) && column !== '' && fits(heading, column));
      if (at < 0) continue;
      choice[field] = at;
      taken.add(at);
      return;
    }
  };
  for (const field of fields) claim(field, (heading, column) => heading === column);
  // 'Chiều cao cột (m)', 'Kinh độ WGS84': a heading of some length may have more around it
  for (const field of fields) claim(field, (heading, column) => heading.length >= 5 && column.startsWith(heading));
  return choice;
};

/** How many headings of a row we know; tells the row of headings from a title above it. */
export const knownHeadings = (cells: readonly string[]): number => {
  const all = Object.keys(headings) as ImportField[];
  return Object.keys(guessColumns(cells, all)).length;
};

/** Fields of a target with those of a position. */
export const fieldsOf = (target: ImportTarget): readonly ImportField[] => ['lon', 'lat', ...targetFields[target].taken];
