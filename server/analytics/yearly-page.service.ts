import type { DataSource } from 'typeorm';
import type { AuditActor, AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { inTransaction } from '../database/transaction.ts';
import type { OrganisationService } from '../organisation/organisation.service.ts';
import type { Day } from '../shared/day.ts';
import type { YearlyFiguresService } from './yearly-figures.service.ts';
import { figuresIn, type YearlyFigures } from './yearly-figures.ts';
import { YearCannotBeTold, type YearlyPage, YearPublished, type YearToPublish } from './yearly-page.type.ts';

interface StoredYear {
  readonly year: number;
  readonly is_public: boolean;
  readonly published_on: Day;
}

/** The pages on which the public reads what was told in a year. */
export class YearlyPageService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organisations: OrganisationService,
    private readonly figures: YearlyFiguresService,
    private readonly audit: AuditService,
  ) {}

  /** Every closed year, the latest first. */
  async years(): Promise<YearToPublish[]> {
    const stored = await this.dataSource.query<StoredYear[]>(
      'SELECT year, is_public, published_on FROM statistics.published_year',
    );
    const years: YearToPublish[] = [];
    for (const year of await this.figures.closedYears()) {
      const found = stored.find((each) => each.year === year);
      years.push({
        year,
        isPublic: found?.is_public ?? false,
        publishedOn: found?.published_on ?? null,
        canBeTold: found !== undefined || (await this.figures.of(year)) !== null,
      });
    }
    return years;
  }

  /** What the public reads, or would read. Null where nothing can be told. */
  async preview(year: number, locale: string | undefined): Promise<YearlyPage | null> {
    const figures = (await this.stored(year))?.figures ?? (await this.figures.of(year));
    return figures && figuresIn(year, figures, locale);
  }

  /** Puts the page of a year on the portal. What was published once comes back as it was, number for number. */
  async publish(actor: AuditActor, year: number): Promise<YearPublished | YearCannotBeTold> {
    const figures = (await this.stored(year))?.figures ?? (await this.figures.of(year));
    if (!figures) return new YearCannotBeTold();
    const today = await this.organisations.today();
    await inTransaction(this.dataSource, async (manager) => {
      const changed = await manager.query<unknown[]>(
        `INSERT INTO statistics.published_year AS p (year, figures, is_public, published_on) VALUES ($1, $2, true, $3)
         ON CONFLICT (year) DO UPDATE SET is_public = true, published_on = EXCLUDED.published_on
         WHERE NOT p.is_public RETURNING year`,
        [year, JSON.stringify(figures), today],
      );
      if (changed.length > 0) {
        this.audit.record(manager, actor, AuditAct.YEAR_PUBLISHED, { object: String(year) });
      }
    });
    const published = (await this.years()).find((each) => each.year === year);
    return published ? new YearPublished(published) : new YearCannotBeTold();
  }

  /** Takes the page of a year off the portal. Does nothing where it was not there. */
  async withdraw(actor: AuditActor, year: number): Promise<void> {
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        'UPDATE statistics.published_year SET is_public = false WHERE year = $1::int AND is_public RETURNING year',
        [year],
      );
      if (rows.length > 0) {
        this.audit.record(manager, actor, AuditAct.YEAR_WITHDRAWN, { object: String(year) });
      }
    });
  }

  /** The years that everybody can read, the latest first. */
  async published(): Promise<number[]> {
    const rows = await this.dataSource.query<{ year: number }[]>(
      'SELECT year FROM statistics.published_year WHERE is_public ORDER BY year DESC',
    );
    return rows.map(({ year }) => year);
  }

  /** The page of a year that everybody can read; null where there is none. */
  async page(year: number, locale: string | undefined): Promise<YearlyPage | null> {
    const stored = await this.stored(year);
    return stored?.isPublic ? figuresIn(year, stored.figures, locale) : null;
  }

  private async stored(year: number): Promise<{ figures: YearlyFigures; isPublic: boolean } | null> {
    const [row] = await this.dataSource.query<{ figures: YearlyFigures; isPublic: boolean }[]>(
      'SELECT figures, is_public AS "isPublic" FROM statistics.published_year WHERE year = $1::int',
      [year],
    );
    return row ?? null;
  }
}
