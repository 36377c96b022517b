import { CaseEpochService } from '../access/case-epoch.service.ts';
import { DepartureService } from '../casework/departure.service.ts';
import { Argon2Queue } from '../crypto/argon2-queue.ts';
import { inTransaction } from '../database/transaction.ts';
import { OrganisationService } from '../organisation/organisation.service.ts';
import { CaseFileService } from '../reports/case-file.service.ts';
import { StaffService } from '../staff/staff.service.ts';
import type { TestServer } from './test-server.ts';

/**
 * Somebody leaves, as another process does it: in one transaction, whatever goes on at the same time.
 *
 * @param fault is thrown before COMMIT.
 */
export async function depart(lab: TestServer, email: string, fault?: Error): Promise<null> {
  const { dataSource, clock } = lab;
  const epochs = new CaseEpochService(new StaffService(dataSource, new Argon2Queue()));
  const departures = new DepartureService(epochs, new CaseFileService());
  const today = await new OrganisationService(dataSource, clock).today();
  await inTransaction(dataSource, async (manager) => {
    const [row] = await manager.query<{ id: string }[]>('SELECT id FROM caseworker WHERE email = $1', [
      email,
    ]);
    if (!row) throw new TypeError('Nobody has this address');
    await departures.departed(manager, row.id, today);
    await manager.query('UPDATE caseworker SET is_active = false WHERE id = $1', [row.id]);
    await manager.query('DELETE FROM staff_session WHERE caseworker_id = $1', [row.id]);
    if (fault) throw fault;
  });
  lab.wakeUp.notify();
  return null;
}
