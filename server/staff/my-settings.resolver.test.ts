import { describe, expect, it } from '@jest/globals';
import { MY_SETTINGS, USE_SINGLE_KEYS } from '../testing/casework-operations.ts';
import { useTestServer } from '../testing/test-server.ts';

describe('mySettings', () => {
  const lab = useTestServer();

  it('are kept with the account, and are each caseworker’s own', async () => {
    const morgan = await lab.seed.firstAdministrator();
    const noor = await lab.seed.colleague();
    const before = await noor.data(MY_SETTINGS);

    const answer = await noor.data(USE_SINGLE_KEYS, { on: false });

    expect([before, answer]).toEqual([
      { mySettings: { singleKeys: true } },
      { useSingleKeys: { singleKeys: false } },
    ]);
    const again = await lab.seed.signedInAgain('noor@example.ac.uk', 'harbour pencil comet wool');
    expect(await again.data(MY_SETTINGS)).toEqual({ mySettings: { singleKeys: false } });
    expect(await morgan.data(MY_SETTINGS)).toEqual({ mySettings: { singleKeys: true } });
  });

  it('need a session', async () => {
    expect(await lab.stranger().errorCodes(MY_SETTINGS)).toEqual(['UNAUTHENTICATED']);
    expect(await lab.stranger().errorCodes(USE_SINGLE_KEYS, { on: true })).toEqual(['UNAUTHENTICATED']);
  });
});
