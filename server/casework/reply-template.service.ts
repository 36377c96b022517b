import type { DataSource } from 'typeorm';
import type { AuditService } from '../audit/audit.service.ts';
import { AuditAct } from '../audit/audit-act.type.ts';
import { takenIn } from '../database/database-unavailable.ts';
import { inTransaction } from '../database/transaction.ts';
import { LONGEST_MESSAGE } from '../messaging/message-text.service.ts';
import { ChangedMeanwhile } from '../organisation/settings.type.ts';
import { saveOf, versionOf } from '../shared/state-version.ts';
import { characterCount, tidyLine, tidyText } from '../shared/text.ts';
import { isUuid } from '../shared/uuid.ts';
import type { Caseworker } from '../viewer.ts';
import type { SaveTemplateInput } from './reply-template.input.ts';
import { InvalidTemplate, type ReplyTemplate, TemplateSaved } from './reply-template.type.ts';

const LONGEST_NAME = 100; // characters
/** BCP 47, as far as languages, scripts and regions go. */
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** What staff write often. */
export class ReplyTemplateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
  ) {}

  /** All of them, in the order of the list. */
  async all(): Promise<ReplyTemplate[]> {
    return (await this.dataSource.query<TemplateRow[]>(`${TEMPLATE} ORDER BY sort, name, id`)).map(viewOf);
  }

  /** Makes a template, or changes the one with this id, unless somebody did since `version` was read. */
  async save(
    caseworker: Caseworker,
    input: SaveTemplateInput,
  ): Promise<TemplateSaved | InvalidTemplate | ChangedMeanwhile> {
    const name = tidyLine(input.name);
    const texts = input.texts.map(({ locale, text }) => ({ locale, text: tidyText(text) }));
    const fault = faultOf(input, name, texts);
    if (fault) return new InvalidTemplate(fault);
    const template = { id: input.id.toLowerCase(), name, sort: input.sort, texts };
    try {
      const save = await inTransaction(this.dataSource, async (manager) => {
        // Two that are saved at once are looked at one after the other.
        await manager.query('LOCK TABLE reply_template IN SHARE ROW EXCLUSIVE MODE');
        const [now] = await manager.query<TemplateRow[]>(`${TEMPLATE} WHERE id = $1`, [template.id]);
        const decided = saveOf(now ? stateOf(now) : null, stateOf(template), input.version);
        if (decided !== 'store') return decided;
        await manager.query(
          `INSERT INTO reply_template (id, name, sort, texts) VALUES ($1, $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name, sort = EXCLUDED.sort, texts = EXCLUDED.texts`,
          [template.id, name, template.sort, JSON.stringify(texts)],
        );
        this.audit.record(manager, caseworker, AuditAct.TEMPLATE_SAVED, { object: name });
        return decided;
      });
      if (save === 'outdated') return ChangedMeanwhile.inList();
    } catch (error) {
      if (takenIn(error) === null) throw error;
      return new InvalidTemplate('Another template has this name already. Nothing was stored.');
    }
    return new TemplateSaved(viewOf(template));
  }

  /** Deletes a template, where there is one. */
  async delete(caseworker: Caseworker, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await inTransaction(this.dataSource, async (manager) => {
      const [rows] = await manager.query<[{ name: string }[], number]>(
        'DELETE FROM reply_template WHERE id = $1 RETURNING name',
        [id],
      );
      for (const { name } of rows) {
        this.audit.record(manager, caseworker, AuditAct.TEMPLATE_DELETED, { object: name });
      }
    });
  }
}

type TemplateRow = Omit<ReplyTemplate, 'version'>;

const TEMPLATE = 'SELECT id, name, sort, texts FROM reply_template';

/** Names the state of a template. */
function stateOf({ name, sort, texts }: TemplateRow): string {
  return versionOf({ name, sort, texts });
}

function viewOf(row: TemplateRow): ReplyTemplate {
  return { ...row, version: stateOf(row) };
}

function faultOf(
  { id }: SaveTemplateInput,
  name: string,
  texts: readonly { locale: string; text: string }[],
): string | null {
  if (!isUuid(id)) return 'The id of a template is a UUID. Nothing was stored.';
  if (name === '' || characterCount(name) > LONGEST_NAME) {
    return `Give the template a name of at most ${LONGEST_NAME} characters. Nothing was stored.`;
  }
  if (texts.length === 0) return 'Write the template in at least one language. Nothing was stored.';
  if (texts.some(({ locale }) => !LOCALE.test(locale))) {
    return 'Say the language like en or en-GB. Nothing was stored.';
  }
  if (new Set(texts.map(({ locale }) => locale)).size < texts.length) {
    return 'Write one text for each language. Nothing was stored.';
  }
  if (texts.some(({ text }) => text === '' || characterCount(text) > LONGEST_MESSAGE)) {
    return 'A text has 1 to 5,000 characters. Nothing was stored.';
  }
  return null;
}
