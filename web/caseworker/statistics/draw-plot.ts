import { axisX, axisY, barX, dot, line, type PlotOptions, plot, ruleX, text } from '@observablehq/plot';
import type { Series } from './sheet.ts';

/** What is drawn, and how wide. */
export interface Drawing {
  readonly steps: readonly string[];
  readonly series: readonly Series[];
  /** pixels */
  readonly width: number;
  /** pixels */
  readonly height: number;
  /** The highest number that has to fit; where plots stand side by side they share it. */
  readonly most: number;
}

const SYMBOLS = ['circle', 'square', 'triangle'] as const;
const DASHES = ['none', '7 4', '2 4'];
const STEP_WIDTH = 72; // pixels that the name of a step takes

/** Lines along time. Where a number is not told the line is broken: nothing is drawn as zero that is none. */
export function drawLines({ steps, series, width, height, most }: Drawing): Element {
  const every = Math.max(1, Math.ceil((steps.length * STEP_WIDTH) / (width - 68)));
  return drawn({
    width,
    height,
    marginLeft: 44,
    marginRight: 24,
    x: { type: 'point', domain: steps, label: null },
    y: { domain: [0, most], nice: true, label: null, grid: true, ticks: height < 160 ? 3 : 5 },
    marks: [
      axisX({ ticks: steps.filter((_, index) => index % every === 0) }),
      ...series.flatMap(({ values }, index) => {
        const stroke = `var(--series-${index + 1})`;
        const points = steps.map((step, at) => ({ step, value: values[at] ?? Number.NaN }));
        const channels = { x: 'step', y: 'value', stroke };
        return [
          line(points, { ...channels, strokeWidth: 2, strokeDasharray: DASHES[index] ?? 'none' }),
          dot(points, { ...channels, symbol: SYMBOLS[index] ?? 'circle', fill: stroke, r: 3.5 }),
        ];
      }),
    ],
  });
}

/** One bar per step; a number that is not told gets its words instead. @param untold those words. */
export function drawBars({ steps, series, width, height, most }: Drawing, untold: string): Element {
  const values = series[0]?.values ?? [];
  const bars = steps.map((step, at) => ({ step, value: values[at] ?? null }));
  const told = bars.filter(({ value }) => value !== null);
  return drawn({
    width,
    height,
    marginLeft: 128,
    marginRight: 24,
    x: { domain: [0, most], nice: true, label: null, grid: true, ticks: width < 400 ? 2 : 5 },
    y: { domain: steps, label: null },
    marks: [
      axisY({ label: null, lineWidth: 9.5, tickSize: 0 }),
      barX(told, { x: 'value', y: 'step', fill: 'var(--series-1)', insetTop: 4, insetBottom: 4 }),
      ruleX([0]),
      text(
        bars.filter(({ value }) => value === null),
        { x: () => 0, y: 'step', text: () => untold, textAnchor: 'start', dx: 8, fontStyle: 'italic' },
      ),
    ],
  });
}

/** The content security policy takes no style elements; their rules stand in `statistics.css`. */
function drawn(options: PlotOptions): Element {
  const picture = plot({ ...options, className: 'plot', style: { fontSize: '12px', background: 'none' } });
  for (const style of picture.querySelectorAll('style')) style.remove();
  return picture;
}
