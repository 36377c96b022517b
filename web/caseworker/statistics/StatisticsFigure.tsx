import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { saveFile } from '../ui/save-file.ts';
import { csvFile } from './csv-file.ts';
import type { Sheet } from './sheet.ts';

/** One report: what it says, a picture, the table with every number, and the same table as a file. */
export function StatisticsFigure({
  id,
  heading,
  about,
  sheet,
  children,
}: {
  /** Names the file as well. */
  readonly id: string;
  readonly heading: string;
  readonly about: ReactNode;
  readonly sheet: Sheet;
  readonly children: ReactNode;
}) {
  const headingId = `statistics-${id}`;
  return (
    <figure className="statistics-figure" aria-labelledby={headingId}>
      <figcaption>
        <h2 id={headingId}>{heading}</h2>
        <p>{about}</p>
      </figcaption>
      {children}
      {/* A table that is wider than its place is moved with the keyboard, too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever cannot scroll with a pointer needs the focus in it */}
      <section className="statistics-table" aria-labelledby={headingId} tabIndex={0}>
        <table aria-labelledby={headingId}>
          <thead>
            <tr>
              {sheet.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.map(([name, ...cells]) => (
              <tr key={name?.text}>
                <th scope="row">{name?.text}</th>
                {cells.map(({ text, value }, index) => (
                  <td key={sheet.head[index + 1]} className={typeof value === 'number' ? 'number' : 'untold'}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <button type="button" className="secondary" onClick={() => saveSheet(id, sheet)}>
        <FormattedMessage
          id="statistics.download"
          values={{ name: <span className="visually-hidden">{heading}</span> }}
        />
      </button>
    </figure>
  );
}

function saveSheet(id: string, { head, rows }: Sheet): void {
  const csv = csvFile([head, ...rows.map((row) => row.map(({ value }) => value))]);
  saveFile(`${id}.csv`, 'text/csv;charset=utf-8', csv);
}
