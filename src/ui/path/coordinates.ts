import type { LonLat } from '../../model/place.ts';

/**
 * Reads latitude, then longitude, in degrees as people write them: `21.594 105.848`, `21.594, 105.848` or, with decimal
 * commas, `21,594 105,848` and `21,594; 105,848`. Null for anything else.
 */
export const readCoordinates = (text: string): LonLat | null => {
  const trimmed = text.trim().replaceAll('°', '');
  const parts = /[;\s]/.test(trimmed) ? trimmed.split(/[;\s]+/) : trimmed.split(',');
  if (parts.length !== 2) return null;
  const [lat, lon] = parts.map((part) => {
    const plain = part.replace(/,$/, '').replace(',', '.');
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  });
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 180 ? [lon, lat] : null;
};
