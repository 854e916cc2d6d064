import { selection } from '../app-state/view.ts';
import { Boundary } from '../kit/boundary.tsx';
import { later } from '../kit/later.tsx';

const Selected = later(async () => (await import('./selection.tsx')).Selected);

/** What is selected, where something is. */
export const SelectionPanel = () => <Boundary>{selection.value && <Selected />}</Boundary>;
