export { SelectionPanel } from './selection.tsx';
