export { readCoordinates } from './coordinates.ts';
export { PathInspector } from './path-inspector.tsx';
export {
  aimPathAt,
  type Carrier,
  closePath,
  mapPath,
  openPathFrom,
  openPathTo,
  pathChoosing,
  pathMark,
  pathQuestion,
} from './path-question.ts';
