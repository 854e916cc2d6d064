import type { OptionKind } from '../rollout/rollout-types.ts';
import { palettes, type Theme } from './palette.ts';

const size = 22;
const pixelRatio = 2;

/** What is done to standing sites is green, what is built anew orange: told apart by shape as well. */
const colours: Record<Theme, { standing: string; anew: string }> = {
  light: { standing: '#1b6e46', anew: '#b04a00' },
  dark: { standing: '#6fd3a1', anew: '#ffab66' },
};

type Corner = readonly [number, number];
interface Shape {
  corners: readonly Corner[] | null;
  isAnew: boolean;
  isHollow: boolean;
}

const diamond = (half: number): Corner[] => [
  [0, -half],
  [half, 0],
  [0, half],
  [-half, 0],
];
const square = (half: number): Corner[] => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
];

/** A circle where there are no corners. */
const shapes: Record<OptionKind, Shape> = {
  retune: { corners: null, isAnew: false, isHollow: true },
  sector: { corners: null, isAnew: false, isHollow: false },
  carrier: { corners: square(5.2), isAnew: false, isHollow: true },
  tenancy: { corners: square(5.2), isAnew: false, isHollow: false },
  mast: { corners: diamond(8), isAnew: true, isHollow: false },
  'small-site': { corners: diamond(6.5), isAnew: true, isHollow: true },
};

const drawOption = (theme: Theme, kind: OptionKind): ImageData => {
  const { corners, isAnew, isHollow } = shapes[kind];
  const colour = colours[theme][isAnew ? 'anew' : 'standing'];
  const rim = palettes[theme].site.stroke;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * pixelRatio;
  const context = canvas.getContext('2d')!;
  context.scale(pixelRatio, pixelRatio);
  context.translate(size / 2, size / 2);
  context.lineJoin = 'round';
  context.beginPath();
  if (corners) for (const [x, y] of corners) context.lineTo(x, y);
  else context.arc(0, 0, 5.6, 0, 2 * Math.PI);
  context.closePath();
  context.lineWidth = 4.5;
  context.strokeStyle = rim;
  context.stroke();
  context.fillStyle = isHollow ? rim : colour;
  context.fill();
  context.lineWidth = 2.2;
  context.strokeStyle = colour;
  context.stroke();
  return context.getImageData(0, 0, canvas.width, canvas.height);
};

const optionIcon = (theme: Theme, kind: OptionKind): string => `option-${kind}-${theme}`;

/** The marks of all kinds of options in a theme. */
export const optionIcons = (theme: Theme): { name: string; image: ImageData }[] =>
  (Object.keys(shapes) as OptionKind[]).map((kind) => ({
    name: optionIcon(theme, kind),
    image: drawOption(theme, kind),
  }));

/** The same mark for the legend, as a picture's address. */
export const optionIconUrl = (theme: Theme, kind: OptionKind): string => {
  const image = drawOption(theme, kind);
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')!.putImageData(image, 0, 0);
  return canvas.toDataURL();
};
