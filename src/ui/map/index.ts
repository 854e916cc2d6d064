export { Attribution } from './attribution.tsx';
export { Legend } from './legend/legend.tsx';
export { MapCanvas } from './map-canvas.tsx';
export { MapControls } from './map-controls.tsx';
export { MapMenu } from './map-menu.tsx';
export { Swipe } from './swipe.tsx';
export { Tooltip } from './tooltip.tsx';
