import { describe, expect, it } from '@jest/globals';
import { hostileVariables } from '../authorisation/hostile-variables.ts';
import { isRefusal, readMatrix } from '../authorisation/matrix.ts';
import { useOfferedFields } from '../authorisation/offered-fields.ts';
import { DOOR_OF, PEOPLE } from '../authorisation/people.ts';
import { RememberedTables } from '../authorisation/remembered-tables.ts';
import { SAMPLE_INPUTS } from '../authorisation/sample-inputs.ts';
import { sampleDocument } from '../authorisation/sample-operation.ts';
import { World } from '../authorisation/world.ts';
import { useTestServer } from '../test-server.ts';

describe('a value that no form sends', () => {
  const lab = useTestServer();
  const offered = useOfferedFields();

  it('is no failure of the service, in whichever place of whichever query or mutation it stands', async () => {
    const matrix = await readMatrix();
    const world = await World.begin(lab);
    const remembered = await RememberedTables.of(lab.ownerUrl);

    const failed: string[] = [];
    for (const { door, root } of offered().filter(({ root: { kind } }) => kind !== 'subscription')) {
      const row = matrix.find((each) => each.door === door && each.field === root.field.name);
      const may = PEOPLE.filter((each) => row && !isRefusal(row[each]));
      const somebody = may.find((each) => DOOR_OF[each] === door) ?? 'nobody';
      const sample = SAMPLE_INPUTS[root.field.name]?.({ ...world.parts, somebody }) ?? {};
      for (const variables of hostileVariables(root.field.args, sample)) {
        const document = sampleDocument(root, Object.keys(variables));
        const codes = await world.at(door, somebody).errorCodes(document, variables);
        if (codes.includes('INTERNAL_SERVER_ERROR')) {
          failed.push(`${door} ${root.field.name} ${JSON.stringify(variables)}`);
        }
      }
      await remembered.restore();
    }
    await remembered.forget();

    expect(failed).toEqual([]);
  }, 240_000);
});
