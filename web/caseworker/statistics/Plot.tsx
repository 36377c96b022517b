import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import type { Series } from './sheet.ts';

const NARROWEST = 200; // pixels

/**
 * A picture of numbers that stand in a table beside it, so nobody needs it: it is hidden from whoever cannot look at it,
 * stays away where its code does not arrive, and where fewer than two numbers are told.
 */
export function Plot(plot: PlotProps) {
  return toldCount(plot.series) >= 2 ? <Picture {...plot} /> : null;
}

interface PlotProps {
  readonly kind: 'lines' | 'bars';
  readonly steps: readonly string[];
  readonly series: readonly Series[];
  /** pixels */
  readonly height: number;
  /** The highest number that has to fit. @default the highest of these. */
  readonly most?: number;
}

/** Measures its place when it is mounted, so it is mounted only where there is something to draw. */
function Picture({ kind, steps, series, height, most = mostOf(series) }: PlotProps) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);

  useEffect(() => {
    if (width < NARROWEST) return;
    let isWanted = true;
    import('./draw-plot.ts').then(
      ({ drawLines, drawBars }) => {
        if (!isWanted) return;
        const drawing = { steps, series, width, height, most };
        const untold = intl.formatMessage({ id: 'statistics.untold.number' });
        place.current?.replaceChildren(kind === 'lines' ? drawLines(drawing) : drawBars(drawing, untold));
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [intl, kind, steps, series, width, height, most]);

  return (
    <div aria-hidden="true">
      {series.length > 1 && (
        <ul className="plot-legend">
          {series.map(({ name }) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <div ref={place} className="plot-place" style={{ minHeight: height }} />
    </div>
  );
}

/** The highest number among those that are told. */
export function mostOf(series: readonly Series[]): number {
  return Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

/** How many numbers are told. */
export function toldCount(series: readonly Series[]): number {
  return series.flatMap(({ values }) => values.filter((value) => value !== null)).length;
}

function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
