import type { Map as MapLibreMap } from 'maplibre-gl';
import { optionIcons } from './option-icons.ts';
import { type Palette, palettes, type Theme } from './palette.ts';

const size = 22;
const pixelRatio = 2;

/** A site as a triangle: hollow with one tenant, solid with two, solid with a dot in it with three or more. */
const drawSite = (palette: Palette, tenants: number): ImageData => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext('2d')!;
  context.scale(pixelRatio, pixelRatio);
  context.lineJoin = 'round';
  const scale = tenants === 1 ? 0.78 : tenants === 2 ? 0.95 : 1.1;
  const half = 7 * scale;
  const top = size / 2 - 7.5 * scale;
  const bottom = size / 2 + 5.5 * scale;
  context.beginPath();
  context.moveTo(size / 2, top);
  context.lineTo(size / 2 + half, bottom);
  context.lineTo(size / 2 - half, bottom);
  context.closePath();
  context.lineWidth = tenants === 1 ? 4 : 2.5;
  context.strokeStyle = palette.site.stroke;
  context.stroke();
  context.fillStyle = tenants === 1 ? palette.site.stroke : palette.site.shared;
  context.fill();
  if (tenants === 1) {
    context.lineWidth = 1.8;
    context.strokeStyle = palette.site.one;
    context.stroke();
  }
  if (tenants >= 3) {
    context.beginPath();
    context.arc(size / 2, bottom - 4.4 * scale, 2.1, 0, 2 * Math.PI);
    context.fillStyle = palette.site.stroke;
    context.fill();
  }
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

/** An arrowhead along the line, towards the host. */
const drawArrow = (palette: Palette): ImageData => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext('2d')!;
  context.scale(pixelRatio, pixelRatio);
  const middle = size / 2;
  context.beginPath();
  context.moveTo(middle + 8, middle);
  context.lineTo(middle - 5, middle - 7);
  context.lineTo(middle - 5, middle + 7);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = palette.site.stroke;
  context.stroke();
  context.fillStyle = palette.merge;
  context.fill();
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const tenancies = [1, 2, 3] as const;

export const addIcons = (map: MapLibreMap): void => {
  for (const theme of Object.keys(palettes) as Theme[]) {
    const arrow = `merge-arrow-${theme}`;
    if (!map.hasImage(arrow)) map.addImage(arrow, drawArrow(palettes[theme]), { pixelRatio });
    for (const tenants of tenancies) {
      const name = `site-${tenants}-${theme}`;
      if (!map.hasImage(name)) map.addImage(name, drawSite(palettes[theme], tenants), { pixelRatio });
    }
    for (const { name, image } of optionIcons(theme)) {
      if (!map.hasImage(name)) map.addImage(name, image, { pixelRatio });
    }
  }
};

/** The same mark for the legend, as a picture's address. */
export const siteIconUrl = (theme: Theme, tenants: number): string => {
  const image = drawSite(palettes[theme], tenants);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas.toDataURL();
};
