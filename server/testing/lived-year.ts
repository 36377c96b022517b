import { liveGeneratedYear } from '../analytics/testing/generated-year.ts';
import { entities } from '../app.ts';
import { openDataSource } from '../database/data-source.ts';

/** Lets a generated year of 5,000 reports happen in the database of a running server. @returns its months. */
export async function liveYearIn(url: string): Promise<string[]> {
  const dataSource = await openDataSource({ url, poolSize: 2, entities });
  try {
    return await liveGeneratedYear(dataSource, new Date());
  } finally {
    await dataSource.destroy();
  }
}
