export { readPosition } from './coordinates.ts';
export { findPlaces, indexPlaces, type PlaceIndex } from './places.ts';
export { askedFor, bestOf, findable } from './plain-text.ts';
export { fromPlane, type PlanePosition, toPlane } from './planes.ts';
