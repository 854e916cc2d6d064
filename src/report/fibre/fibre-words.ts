import type { FibreNote, UnreachedReason, WirelessOption } from '../../fibre/fibre-types.ts';

type Words<Key extends string> = Readonly<Record<Key, string>>;

/** Heads of columns, values and notes in a fibre plan's files, in one language. */
export interface FibreWords {
  column: Words<
    | 'order'
    | 'hamlet_id'
    | 'hamlet'
    | 'commune_code'
    | 'commune'
    | 'lon'
    | 'lat'
    | 'homes'
    | 'people'
    | 'poor_homes'
    | 'share_km'
    | 'share_low_vnd'
    | 'share_central_vnd'
    | 'share_high_vnd'
    | 'added_km'
    | 'added_central_vnd'
    | 'cable_km'
    | 'lit_node'
    | 'sight'
    | 'wireless_site'
    | 'wireless_km'
    | 'people_in_sight_share'
    | 'wireless_low_vnd'
    | 'wireless_central_vnd'
    | 'wireless_high_vnd'
    | 'wireless_cheaper'
    | 'unreached'
  >;
  sight: Words<WirelessOption['sight']>;
  unreached: Words<UnreachedReason>;
  note: Words<FibreNote>;
  yes: string;
  no: string;
  unknown: string;
}
