import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { FrontierPoint } from '../../../sharing/plan/frontier.ts';

export const chartSize = { width: 352, height: 210, left: 46, right: 12, top: 34, bottom: 36 };

const decimalsFor = ([first = 0, second = 1]: readonly number[]): number =>
  Math.max(0, Math.ceil(-Math.log10((second - first) * 100) - 1e-9));

/** Points in the chart's own measure, from the frontier's rates and savings; `todayRate` is in the picture always. */
export const frontierChart = (points: readonly FrontierPoint[], todayRate: number) => {
  const { width, height, left, right, top, bottom } = chartSize;
  const lows = points.map(({ savingVnd }) => savingVnd.low);
  const highs = points.map(({ savingVnd }) => savingVnd.high);
  const x = scaleLinear()
    .domain([Math.min(todayRate, points[0].rate), Math.max(todayRate, points[points.length - 1].rate)])
    .range([left, width - right]);
  const y = scaleLinear()
    .domain([Math.min(0, ...lows), Math.max(0, ...highs)])
    .nice(5)
    .range([height - bottom, top]);
  const at = (of: (point: FrontierPoint) => number) => (point: FrontierPoint) => y(of(point));
  const across = ({ rate }: FrontierPoint): number => x(rate);
  return {
    x,
    y,
    xTicks: x.ticks(6),
    /** Decimals of a percentage that tell the ticks apart. */
    xDecimals: decimalsFor(x.ticks(6)),
    yTicks: y.ticks(5),
    yDecimals: decimalsFor(y.ticks(5).map((vnd) => vnd / 1e11)),
    line: line(
      across,
      at(({ savingVnd }) => savingVnd.central),
    ).digits(1)(points)!,
    band: area(
      across,
      at(({ savingVnd }) => savingVnd.low),
      at(({ savingVnd }) => savingVnd.high),
    ).digits(1)(points)!,
    /** The point nearest to a place across the chart. */
    nearest: (atX: number): number =>
      points.reduce(
        (best, { rate }, k) => (Math.abs(x(rate) - atX) < Math.abs(x(points[best].rate) - atX) ? k : best),
        0,
      ),
  };
};
