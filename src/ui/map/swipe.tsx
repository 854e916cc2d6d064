import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import { currentMap } from '../app-state/go-to.ts';
import { theme } from '../app-state/preferences.ts';
import { Icon } from '../kit/icon.tsx';
import { type SwipeSide, stopSwiping, swipeShare, swipeSides } from '../scenarios/index.ts';
import { rightState } from './map-canvas.tsx';

const step = 0.02;
const longStep = 0.1;

const put = (share: number): void => {
  swipeShare.value = Math.min(1, Math.max(0, share));
};

/** The right side: a map of its own over the first, cut at the line. */
const Right = () => {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = currentMap()?.openSwipeMap(container.current!, theme.peek());
    if (!view) return undefined;
    const stops = [
      effect(() => {
        if (rightState.value) view.draw(rightState.value);
      }),
      effect(() => view.cutAt(swipeShare.value)),
    ];
    return () => {
      for (const stop of stops) stop();
      view.remove();
    };
  }, []);
  return <div ref={container} class="map swipe-right" aria-hidden="true" />;
};

const Name = ({ letter, side }: { letter: 'A' | 'B'; side: SwipeSide }) => (
  <p class={`swipe-name swipe-name-${letter}`} data-swipe-side={letter} data-ready={side.findings !== null}>
    <strong>{letter}</strong> <span>{side.name ?? t('study.base')}</span>
    {side.findings === null && <span class="quiet">{t('scenarios.swiping.pending')}</span>}
  </p>
);

const onKey = (event: KeyboardEvent): void => {
  const by = event.shiftKey ? longStep : step;
  const to: Record<string, () => void> = {
    ArrowLeft: () => put(swipeShare.peek() - by),
    ArrowDown: () => put(swipeShare.peek() - by),
    ArrowRight: () => put(swipeShare.peek() + by),
    ArrowUp: () => put(swipeShare.peek() + by),
    PageDown: () => put(swipeShare.peek() - longStep),
    PageUp: () => put(swipeShare.peek() + longStep),
    Home: () => put(0),
    End: () => put(1),
  };
  if (!to[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  to[event.key]();
};

const Handle = () => {
  const share = swipeShare.value;
  const percent = Math.round(share * 100);
  const follow = (event: PointerEvent): void => {
    const handle = event.currentTarget as HTMLElement;
    if (!handle.hasPointerCapture(event.pointerId)) return;
    const area = handle.parentElement!.getBoundingClientRect();
    put((event.clientX - area.left) / area.width);
  };
  return (
    <div
      class="swipe-handle"
      style={{ left: `${share * 100}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('scenarios.swiping.handle')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={t('scenarios.swiping.at', { a: formatNumber(percent), b: formatNumber(100 - percent) })}
      data-swipe-at={percent}
      onKeyDown={onKey}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.focus();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={follow}
    >
      <span class="swipe-grip">
        <Icon name="left" size={16} />
        <Icon name="right" size={16} />
      </span>
    </div>
  );
};

/** Two scenarios over each other: A left of a line that can be moved, B right of it. */
export const Swipe = () => {
  const sides = swipeSides.value;
  if (!sides || !currentMap()) return null;
  return (
    <div class="swipe" data-swipe>
      <Right />
      <Name letter="A" side={sides[0]} />
      <Name letter="B" side={sides[1]} />
      <Handle />
      <button
        type="button"
        class="icon-button swipe-close"
        aria-label={t('scenarios.swiping.close')}
        title={t('scenarios.swiping.close')}
        onClick={stopSwiping}
      >
        <Icon name="close" />
      </button>
    </div>
  );
};
