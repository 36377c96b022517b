import { type ReactNode, useId } from 'react';

/** One row: what is counted, and how much; `count` null: not shown. */
export interface YearRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly count: number | null;
  /** The number in words; the words for what is not shown where there is none. */
  readonly said: ReactNode;
}

const LENGTH = 100; // units of the picture, which is as wide as its place
const HEIGHT = 12;

/**
 * A table in which every number has its bar beside it. The bar is for those who look; whoever listens has the number. What
 * is not shown has a dashed outline as long as its place: it is not known how long it would be, and it is never nothing.
 *
 * @param level of its heading.
 * @param most what the longest bar stands for.
 */
export function YearFigure({
  level: Heading,
  heading,
  note,
  columns: [what, much],
  rows,
  most = Math.max(...rows.map(({ count }) => count ?? 0)),
}: {
  readonly level: 'h2' | 'h3';
  readonly heading: ReactNode;
  readonly note?: ReactNode;
  readonly columns: readonly [what: ReactNode, much: ReactNode];
  readonly rows: readonly YearRow[];
  readonly most?: number;
}) {
  const id = useId();
  return (
    <figure className="year-figure">
      <figcaption>
        <Heading id={id}>{heading}</Heading>
        {note && <p>{note}</p>}
      </figcaption>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">{much}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, count, said }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>
                <div className="year-number">
                  <svg
                    viewBox={`0 0 ${LENGTH} ${HEIGHT}`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                    focusable="false"
                  >
                    {count === null ? (
                      <rect className="year-untold" x="0.5" y="0.5" width={LENGTH - 1} height={HEIGHT - 1} />
                    ) : (
                      <rect width={most > 0 ? Math.round((count / most) * LENGTH) : 0} height={HEIGHT} />
                    )}
                  </svg>
                  <span>{said}</span>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
