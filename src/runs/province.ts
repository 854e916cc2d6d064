export {
  type BuiltProvince,
  openProvinceBuilder,
  type PlaceAsked,
  type ProvinceProgress,
  type ProvinceQuestion,
  type ProvinceRow,
  type SourceRow,
} from '../../workers/province/client.ts';
