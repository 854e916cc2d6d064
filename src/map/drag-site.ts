import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent, Point } from 'maplibre-gl';
import type { LonLat } from '../model/place.ts';

/** A site under way, dropped, or put back where it stood. */
export type SiteDrag = { kind: 'move' | 'drop'; at: LonLat } | { kind: 'cancel' };

/** How near in pixels the pointer must take hold. */
const reachPixels = 16;
/** A press that moves less than this is a click. */
const clickPixels = 3;

interface SiteDragging {
  isUnderWay: () => boolean;
  /** The cursor over the site; null away from it. */
  cursorAt: (point: Point) => string | null;
}

/** Lets pointer or finger drag the site at `siteAt`; Escape puts it back. The map stays where it is meanwhile. */
export const listenToSiteDrag = (
  map: MapLibreMap,
  siteAt: () => LonLat | null,
  onDrag: (drag: SiteDrag) => void,
): SiteDragging => {
  let underWay = false;

  const isNear = (point: Point): boolean => {
    const at = siteAt();
    return at !== null && map.project([at[0], at[1]]).dist(point) <= reachPixels;
  };

  const hold = (start: Point): void => {
    const canvas = map.getCanvas();
    let moved = false;
    const place = ({ clientX, clientY }: PointerEvent): { at: LonLat; pixels: number } => {
      const { left, top } = canvas.getBoundingClientRect();
      const [x, y] = [clientX - left, clientY - top];
      const { lng, lat } = map.unproject([x, y]);
      return { at: [lng, lat], pixels: Math.hypot(x - start.x, y - start.y) };
    };
    const onMove = (event: PointerEvent): void => {
      const { at, pixels } = place(event);
      moved ||= pixels > clickPixels;
      if (moved) onDrag({ kind: 'move', at });
    };
    const end = (drag: SiteDrag | null): void => {
      underWay = false;
      canvas.style.cursor = '';
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey, true);
      if (drag) onDrag(drag);
    };
    const onUp = (event: PointerEvent): void => end(moved ? { kind: 'drop', at: place(event).at } : null);
    const onCancel = (): void => end({ kind: 'cancel' });
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    };
    underWay = true;
    canvas.style.cursor = 'grabbing';
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey, true);
  };

  const onPress = (event: MapMouseEvent | MapTouchEvent): void => {
    const { originalEvent } = event;
    const isOther = originalEvent instanceof MouseEvent ? originalEvent.button !== 0 : originalEvent.touches.length > 1;
    if (underWay || isOther || !isNear(event.point)) return;
    event.preventDefault();
    hold(event.point);
  };
  map.on('mousedown', onPress);
  map.on('touchstart', onPress);

  return {
    isUnderWay: () => underWay,
    cursorAt: (point) => (underWay ? 'grabbing' : isNear(point) ? 'grab' : null),
  };
};
