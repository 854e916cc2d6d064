type Attributes = Readonly<Record<string, string | number | undefined>>;

const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A length to a tenth of a unit, as short as it can be written. */
export const short = (value: number): string => String(Math.round(value * 10) / 10);

/** One element; attributes that are undefined are left out. */
export const element = (name: string, attributes: Attributes, content?: string): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
};

interface TextStyle {
  size?: number;
  weight?: 400 | 600;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  /** A light edge that keeps a label readable on a map. */
  halo?: boolean;
}

export const text = (
  x: number,
  y: number,
  content: string,
  { size = 28, weight = 400, anchor = 'start', fill = '#1d262c', halo = false }: TextStyle = {},
): string =>
  element(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-weight': weight === 400 ? undefined : weight,
      'text-anchor': anchor === 'start' ? undefined : anchor,
      fill,
      ...(halo
        ? { stroke: '#ffffff', 'stroke-width': size / 5, 'paint-order': 'stroke', 'stroke-linejoin': 'round' }
        : {}),
    },
    escapeXml(content),
  );

/** Width of a text in Noto Sans, near enough to lay out a legend. */
export const textWidth = (content: string, size: number): number => content.length * size * 0.56;

/** Lines of at most so many units, broken at spaces. */
export const wrapText = (content: string, size: number, width: number): string[] => {
  const lines: string[] = [];
  for (const word of content.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
