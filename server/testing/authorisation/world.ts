import { randomUUID } from 'node:crypto';
import { INVITE, NEED_SECOND_FACTOR, RESET } from '../account-operations.ts';
import { Authenticator } from '../authenticator.ts';
import { idOf, keyed } from '../case-story.ts';
import { ADD_NOTE, SAVE_DRAFT, SAVE_KEPT_OUT } from '../casework-operations.ts';
import { GraphQLClient } from '../graphql-client.ts';
import { ACCEPT, CASES, SUBMIT } from '../operations.ts';
import { PASSWORD } from '../seed.ts';
import type { TestServer } from '../test-server.ts';
import { DOOR_OF, type DoorName, type Somebody } from './people.ts';

/** Stands in everything that is written in A's case, and nowhere else. */
export const WORD = 'quagga';

const MAKE_TOKEN = `mutation($input: MakeAnalyticsTokenInput!) { makeAnalyticsToken(input: $input) {
  __typename ... on AnalyticsTokenMade { secret token { id } } ... on Problem { message } } }`;

/** Ids and secrets that requests are made of. */
export interface WorldParts {
  /** The case of reporter A, and that of reporter B, which every caseworker holds. */
  readonly caseA: string;
  readonly caseB: string;
  readonly numberA: string;
  readonly codeB: string;
  /** Ids of accounts by name. */
  readonly ids: Readonly<Record<'morgan' | 'ida' | 'otto' | 'rae', string>>;
  /** Of staff who have a second factor: a code that works once. */
  readonly recoveryCodes: Readonly<Partial<Record<Somebody, string>>>;
  /** Of links that were not used. */
  readonly links: { readonly invitation: string; readonly reset: string };
  /** Of rae. */
  readonly recoveryKey: string;
  readonly keptOutLabel: string;
  readonly analyticsToken: string;
  /** What changes name as what they are based on. */
  readonly versions: {
    readonly settings: string;
    readonly retention: string;
    readonly draft: string;
    readonly questionnaire: string;
  };
}

/** One organisation with one of everybody, each with a real session. */
export class World {
  private constructor(
    private readonly doors: Pick<TestServer, 'publicUrl' | 'staffUrl'>,
    private readonly proofs: Readonly<Partial<Record<Somebody, string>>>,
    readonly parts: WorldParts,
    /** A caseworker in both cases who is none of those that ask. */
    readonly witness: GraphQLClient,
  ) {}

  static async begin(lab: TestServer): Promise<World> {
    const morgan = await lab.seed.firstAdministrator();
    const account = async (name: string, role: string) => {
      const input = { id: randomUUID(), email: `${name}@example.ac.uk`, roles: [role] };
      const drawn = await morgan.outcome(INVITE, { input });
      const client = lab.stranger();
      const welcome = await client.outcome(ACCEPT, {
        input: { token: drawn['token'], name, password: PASSWORD },
      });
      return { client, id: await idOf(client), recoveryKey: String(welcome['recoveryKey']) };
    };
    const kit = await account('Kit', 'CASEWORKER');
    const keptOutLabel = randomUUID();
    await morgan.outcome(SAVE_KEPT_OUT, {
      input: {
        id: keptOutLabel,
        texts: [{ locale: 'en', text: 'somebody in personnel' }],
        caseworkerIds: [kit.id],
      },
    });
    const ida = await account('Ida', 'CASEWORKER');
    const ada = await account('Ada', 'ADMINISTRATOR');
    const una = await account('Una', 'CASEWORKER');
    const rae = await account('Rae', 'CASEWORKER');

    const offerA = await lab.seed.offer();
    const inputA: Record<string, unknown> = {
      ...(await lab.seed.reportInput(`${WORD} report`, offerA.enrolment)),
      keptOut: [keptOutLabel],
    };
    await lab.anyone().outcome(SUBMIT, { input: inputA });
    const a = await lab.seed.reporter(offerA.code);
    await lab.seed.message(a.client, `${WORD} message`);
    const [caseA = ''] = await lab.seed.caseIds(ida.client);
    await lab.seed.reply(ida.client, `${WORD} reply`);
    await ida.client.outcome(ADD_NOTE, keyed({ caseId: caseA, text: `${WORD} note` }));
    await ida.client.outcome(SAVE_DRAFT, { input: { caseId: caseA, kind: 'NOTE', text: `${WORD} draft` } });
    const otto = await account('Otto', 'CASEWORKER');
    const { code: codeB } = await lab.seed.report('report of B');
    const b = await lab.seed.reporter(codeB);
    const [caseB = ''] = await lab.seed.caseIds(otto.client);

    const made = await morgan.outcome(MAKE_TOKEN, { input: { id: randomUUID(), name: 'Figures', days: 90 } });
    const reset = await morgan.outcome(RESET, { id: rae.id });
    const staff = { 'in the case': ida, 'out of it': otto, 'kept out': kit, administrator: ada } as const;
    const recoveryCodes: Partial<Record<Somebody, string>> = {};
    for (const [somebody, { client }] of Object.entries(staff)) {
      const { recoveryCodes: codes } = await Authenticator.setUp(client, lab.clock);
      recoveryCodes[somebody as keyof typeof staff] = codes[0] ?? '';
    }
    await Authenticator.setUp(morgan, lab.clock);
    await morgan.data(NEED_SECOND_FACTOR, { isNeeded: true });

    const { openness, retention, questionnaireDraft } = await morgan.data<{
      openness: { version: string };
      retention: { version: string };
      questionnaireDraft: { revision: string };
    }>('{ openness { version } retention { version } questionnaireDraft { revision } }');
    const { cases } = await ida.client.data<{ cases: { edges: { node: { id: string; number: string } }[] } }>(
      CASES,
    );
    return new World(
      lab,
      {
        'reporter A': a.token,
        'reporter B': b.token,
        'in the case': cookieOf(ida.client),
        'out of it': cookieOf(otto.client),
        'kept out': cookieOf(kit.client),
        administrator: cookieOf(ada.client),
        'not ready': cookieOf(una.client),
        analyst: String(made['secret']),
      },
      {
        caseA,
        caseB,
        numberA: cases.edges.find(({ node }) => node.id === caseA)?.node.number ?? '',
        codeB,
        ids: { morgan: await idOf(morgan), ida: ida.id, otto: otto.id, rae: rae.id },
        recoveryCodes,
        links: { invitation: await lab.seed.invitation('new@example.ac.uk'), reset: String(reset['token']) },
        recoveryKey: rae.recoveryKey,
        keptOutLabel,
        analyticsToken: (made['token'] as { id: string }).id,
        versions: {
          settings: openness.version,
          retention: retention.version,
          draft: questionnaireDraft.revision,
          questionnaire: String(inputA['questionnaireVersion']),
        },
      },
      morgan,
    );
  }

  /** The same people at the doors of another server on the same database. */
  movedTo(doors: Pick<TestServer, 'publicUrl' | 'staffUrl'>): World {
    return new World(doors, this.proofs, this.parts, this.witness);
  }

  /** Somebody at a door, with the proof they have: in the cookie of their own door, as a bearer token elsewhere. */
  at(door: DoorName, somebody: Somebody): GraphQLClient {
    const { publicUrl, staffUrl } = this.doors;
    const url = { public: publicUrl, staff: staffUrl, analytics: `${staffUrl}/analytics` }[door];
    const proof = this.proofs[somebody];
    const client = new GraphQLClient(url);
    if (proof === undefined) return client;
    if (door !== 'staff' || DOOR_OF[somebody] !== 'staff') return client.withToken(proof);
    client.cookies.set('__Host-staff', proof);
    return client;
  }
}

function cookieOf(client: GraphQLClient): string {
  return client.cookies.get('__Host-staff') ?? '';
}
