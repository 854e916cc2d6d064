import { useId, useMemo } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { t } from '../../i18n/language.ts';
import type { PathExplanation } from '../../radio/explain-path.ts';
import { type Chart, type ChartSize, obstaclesOf, pointAtShare, profileChart } from './chart-geometry.ts';
import { pathMark } from './path-question.ts';
import { useWidth } from './use-width.ts';

const margins = { left: 48, right: 16, top: 12, bottom: 34 };
const height = 204;
/** A press of an arrow key moves by this share of the path. */
const keyStep = 0.01;

const moveByKey = (key: string): number | null => {
  const at = pathMark.peek() ?? 0.5;
  if (key === 'ArrowLeft') return Math.max(0, at - keyStep);
  if (key === 'ArrowRight') return Math.min(1, at + keyStep);
  if (key === 'Home') return 0;
  return key === 'End' ? 1 : null;
};

const Axes = ({ chart, size }: { chart: Chart; size: ChartSize }) => (
  <g class="chart-axes">
    {chart.yTicks.map(({ at, value }) => (
      <g key={value}>
        <line x1={size.left} x2={size.width - size.right} y1={at} y2={at} />
        <text x={size.left - 7} y={at + 4} text-anchor="end">
          {formatNumber(value)}
        </text>
      </g>
    ))}
    {chart.xTicks.map(({ at, value }) => (
      <text key={value} x={at} y={size.height - size.bottom + 15} text-anchor="middle">
        {formatNumber(value, Number.isInteger(value) ? 0 : 1)}
      </text>
    ))}
    <text class="chart-unit" x={(size.left + size.width - size.right) / 2} y={size.height - 3} text-anchor="middle">
      {t('path.chart.distance')}
    </text>
    <text
      class="chart-unit"
      transform={`translate(11 ${(size.top + size.height - size.bottom) / 2}) rotate(-90)`}
      text-anchor="middle"
    >
      {t('path.chart.height')}
    </text>
  </g>
);

/** The point looked at, and in words what is there. */
const Mark = ({ path, chart, size }: { path: PathExplanation; chart: Chart; size: ChartSize }) => {
  const share = pathMark.value;
  if (share === null) return null;
  const point = pointAtShare(path, share);
  const x = chart.x(share * path.distanceKm);
  return (
    <g class="chart-mark">
      <line x1={x} x2={x} y1={size.top} y2={size.height - size.bottom} />
      <circle cx={x} cy={chart.y(point.raisedM)} r={4} />
      <circle class="chart-mark-ray" cx={x} cy={chart.y(point.rayM)} r={3} />
    </g>
  );
};

const Readout = ({ path }: { path: PathExplanation }) => {
  const share = pathMark.value;
  if (share === null) return <p class="chart-readout quiet">{t('path.length', lengthOf(path))}</p>;
  const point = pointAtShare(path, share);
  return (
    <p class="chart-readout tabular">
      {t('path.chart.readout', {
        distance: formatNumber(share * path.distanceKm, 2),
        ground: formatNumber(point.terrainM),
        clutter: formatNumber(point.clutterM),
        ray: formatNumber(point.rayM),
        clearance: formatNumber(point.clearance, 2),
      })}
    </p>
  );
};

const lengthOf = (path: PathExplanation) => ({
  distance: formatNumber(path.distanceKm, 2),
  azimuth: formatNumber(path.azimuthDeg, 1),
});

/** The profile, drawn. The pointer or the arrow keys move the point looked at, which the map shows too. */
export const PathChart = ({ path }: { path: PathExplanation }) => {
  const [box, width] = useWidth<HTMLDivElement>(640);
  const clip = useId();
  const size: ChartSize = { ...margins, width, height };
  const chart = useMemo(() => profileChart(path, { ...margins, width, height }), [path, width]);
  const obstacles = useMemo(() => obstaclesOf(path), [path]);
  const { profile, p1812, distanceKm } = path;
  const last = profile.heightM.length - 1;

  const follow = (event: PointerEvent): void => {
    const { left } = box.current!.getBoundingClientRect();
    const share = (event.clientX - left - size.left) / (width - size.left - size.right);
    pathMark.value = share >= 0 && share <= 1 ? share : null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moveByKey(event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    pathMark.value = next;
  };
  const valueNow = Math.round((pathMark.value ?? 0.5) * 100);
  return (
    <div class="path-chart">
      <div
        ref={box}
        class="chart-box"
        role="slider"
        tabIndex={0}
        aria-label={t('path.chart.label', { distance: formatNumber(distanceKm, 1) })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={valueNow}
        aria-valuetext={`${formatNumber((distanceKm * valueNow) / 100, 2)} km`}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={() => {
          pathMark.value = null;
        }}
        onKeyDown={onKeyDown}
      >
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
          <clipPath id={clip}>
            <rect
              x={size.left}
              y={size.top}
              width={width - size.left - size.right}
              height={height - size.top - size.bottom}
            />
          </clipPath>
          <Axes chart={chart} size={size} />
          <g clip-path={`url(#${clip})`}>
            <path class="chart-fresnel" d={chart.fresnel} />
            <path class="chart-fresnel60" d={chart.fresnel60} />
            <path class="chart-clutter" d={chart.clutter} />
            <path class="chart-ground" d={chart.ground} />
            <path class="chart-bulge" d={chart.bulge} />
            <path class="chart-ray" d={chart.ray} />
          </g>
          <g class="chart-ends">
            <line x1={chart.x(0)} x2={chart.x(0)} y1={chart.y(profile.heightM[0])} y2={chart.y(p1812.txAltitudeM)} />
            <circle cx={chart.x(0)} cy={chart.y(p1812.txAltitudeM)} r={3.5} />
            <line
              x1={chart.x(distanceKm)}
              x2={chart.x(distanceKm)}
              y1={chart.y(profile.heightM[last])}
              y2={chart.y(p1812.rxAltitudeM)}
            />
            <circle cx={chart.x(distanceKm)} cy={chart.y(p1812.rxAltitudeM)} r={3.5} />
          </g>
          <g class="chart-obstacles">
            {obstacles.map(({ index, distanceKm: at }) => {
              const x = chart.x(at);
              const y = chart.y(path.points[index - 1].raisedM);
              return <path key={index} d={`M${x} ${y - 3}l-5 -9h10z`} />;
            })}
          </g>
          <Mark path={path} chart={chart} size={size} />
        </svg>
      </div>
      <Readout path={path} />
      <ul class="chart-key" aria-hidden="true">
        <li class="key-ray">{t('path.chart.ray')}</li>
        <li class="key-fresnel">{t('path.chart.fresnel')}</li>
        <li class="key-ground">{t('path.chart.ground')}</li>
        {chart.clutter !== '' && <li class="key-clutter">{t('path.chart.clutter')}</li>}
        <li class="key-bulge">{t('path.chart.bulge')}</li>
        {obstacles.length > 0 && <li class="key-obstacle">{t('path.chart.obstacle')}</li>}
      </ul>
    </div>
  );
};
