import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { CurvePoint, MoneyCurve } from './curve-job.ts';

export const curveSize = { width: 352, height: 200, left: 60, right: 12, top: 14, bottom: 36 };

/** The curve in the chart's own measure: money across, people up to all who are without service. */
export const moneyCurve = ({ points, unserved }: MoneyCurve) => {
  const { width, height, left, right, top, bottom } = curveSize;
  const most = Math.max(1, ...points.map(({ costVnd }) => costVnd.central));
  const x = scaleLinear()
    .domain([0, most])
    .range([left, width - right]);
  const y = scaleLinear()
    .domain([0, Math.max(1, unserved)])
    .nice(4)
    .range([height - bottom, top]);
  return {
    x,
    y,
    xTicks: x.ticks(5),
    /** Decimals of thousand millions that tell the ticks apart. */
    xDecimals: x.ticks(5).every((vnd) => vnd % 1e9 === 0) ? 0 : 1,
    yTicks: y.ticks(4),
    // money between two points serves what the smaller sum does
    line: line<CurvePoint>(
      ({ costVnd }) => x(costVnd.central),
      ({ people }) => y(people),
    )
      .curve(curveStepAfter)
      .digits(1)(points)!,
  };
};
