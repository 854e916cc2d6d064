import type { Translation } from '../../texts.ts';
import type { units as vietnamese } from '../../vi/screen/units.ts';

export const units: Translation<typeof vietnamese> = {
  title: 'Administrative units of',
  hint: 'Read tables, map and report by the administrative units of {{vintage}}',
  reading: 'Drawing the administrative units…',
  failed: 'The other administrative units could not be drawn; figures stay by those of the pack.',
  unknown:
    'It is not known which units of {{asked}} those of this pack, of {{own}}, are: it can be read by its own alone.',
  joined:
    'Units of {{told}} are joined from the communes of {{own}}: each goes whole to one unit by the list of predecessors, even where maps draw a part of it in another. There are no districts. Totals stay.',
  drawn:
    'The pack has shapes of the units of {{own}} alone; the communes of {{told}} are drawn inside them: right in area and place, schematic in outline. Totals stay.',
};
