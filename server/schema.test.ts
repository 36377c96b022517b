import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type BreakingChange,
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { buildDoorSchema, PUBLIC_RESOLVERS, printWholeSchema, STAFF_RESOLVERS } from './schema.ts';

/** Fields that tell when staff did something, or until when they may. None is about a reporter. */
const TIMES_OF_STAFF = [
  'AnalyticsToken.madeAt',
  'AnalyticsToken.expiresAt',
  'AnalyticsToken.revokedAt',
  'AnalyticsToken.lastQueryAt',
  'StaffSession.endsAt',
  'CaseNote.writtenAt',
  'CaseAct.at',
  'Invitation.worksUntil',
  'ResetDrawn.worksUntil',
  'AuditEntry.at',
];

/** Something in a schema that clients see by name. */
interface Part {
  readonly name: string;
  readonly description: string | null | undefined;
  /** Of a field, an argument or an input field, as SDL writes it. */
  readonly type?: string;
}

/** Every type, field, argument, input field and enum value, by its whole name. */
function partsOf(schema: GraphQLSchema): Part[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !/^(__|Boolean$|Float$|ID$|Int$|String$)/.test(name))
    .flatMap((type) => [{ name: type.name, description: type.description }, ...membersOf(type)]);
}

function membersOf(type: GraphQLNamedType): Part[] {
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description }) => ({ name: `${type.name}.${name}`, description }));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => ({
      name: `${type.name}.${field.name}`,
      description: field.description,
      type: String(field.type),
    }));
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    { name: `${type.name}.${field.name}`, description: field.description, type: String(field.type) },
    ...field.args.map((arg) => ({
      name: `${type.name}.${field.name}(${arg.name})`,
      description: arg.description,
      type: String(arg.type),
    })),
  ]);
}

function problemsOf(changes: readonly BreakingChange[]): string[] {
  return changes.map(({ description }) => description).sort();
}

describe('the schema', () => {
  const root = join(import.meta.dirname, '..');
  let contract: GraphQLSchema;
  let committed: string;
  let whole: GraphQLSchema;
  let publicDoor: GraphQLSchema;
  let staffDoor: GraphQLSchema;

  beforeAll(async () => {
    contract = buildSchema(await readFile(join(root, 'server/testing/contract.graphql'), 'utf8'));
    committed = await readFile(join(root, 'schema.graphql'), 'utf8');
    whole = buildSchema(committed);
    publicDoor = await buildDoorSchema(PUBLIC_RESOLVERS, { resolvers: [], feeds: {} });
    staffDoor = await buildDoorSchema(STAFF_RESOLVERS, { resolvers: [], feeds: {} });
  });

  it('stands in schema.graphql as the resolvers make it', async () => {
    expect(await printWholeSchema()).toBe(committed);
  });

  it('breaks nothing of the contract', () => {
    expect(problemsOf(findBreakingChanges(contract, whole))).toEqual([]);
  });

  it('keeps every type and nullability of the contract to the letter', () => {
    const kept = new Map(partsOf(whole).map((part) => [part.name, part.type]));
    const promised = partsOf(contract).filter((part) => part.type && kept.has(part.name));

    expect(promised.length).toBeGreaterThan(130);
    expect(promised.map((part) => `${part.name}: ${kept.get(part.name)}`)).toEqual(
      promised.map((part) => `${part.name}: ${part.type}`),
    );
  });

  it('changes no default of the contract, and adds to a union nothing but problems', () => {
    const changes = findDangerousChanges(contract, whole);
    const added = (name: string) =>
      (contract.getType(name) && whole.getType(name)) as GraphQLNamedType | undefined;

    expect(changes.filter(({ type }) => type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE)).toEqual([]);
    for (const name of Object.keys(contract.getTypeMap())) {
      const promised = contract.getType(name);
      const type = added(name);
      if (!isUnionType(promised) || !isUnionType(type)) continue;
      const known = promised.getTypes().map((member) => member.name);
      for (const member of type.getTypes()) {
        if (known.includes(member.name)) continue;
        expect(member.getInterfaces().map((each) => each.name)).toEqual(['Problem']);
      }
    }
  });

  it('describes every type, field, argument, input field and enum value', () => {
    const parts = partsOf(whole).filter(({ name }) => !/^(Query|Mutation|Subscription)$/.test(name));

    expect(parts.length).toBeGreaterThan(250);
    expect(parts.filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  it('has no staff type behind the public door', () => {
    const names = Object.keys(publicDoor.getTypeMap());

    expect(
      names.filter((name) => /^(Case|Caseworker|Staff|Inbox|SignIn|Welcome|Invitation|Accept)/.test(name)),
    ).toEqual([]);
    expect(names).not.toEqual(expect.arrayContaining(['ContactDetails', 'PageInfo', 'ReplyToReporterInput']));
    expect(Object.keys(publicDoor.getMutationType()?.getFields() ?? {}).sort()).toEqual([
      'logOut',
      'loginWithCode',
      'optIntoMessaging',
      'sendMessage',
      'submitReport',
    ]);
  });

  it('has no way to a reporter’s code or session behind the staff door', () => {
    const names = Object.keys(staffDoor.getTypeMap());

    for (const name of [
      'Report',
      'ReporterSession',
      'MessagingOffer',
      'CodeNotRecognised',
      'SubmitReportInput',
    ])
      expect(names).not.toContain(name);
    expect(partsOf(staffDoor).filter(({ name }) => /enrolment|accessCode|lookup/i.test(name))).toEqual([]);
  });

  it('shares between the doors nothing but these', () => {
    const own = (schema: GraphQLSchema) =>
      Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'));
    const staff = own(staffDoor);

    expect(
      own(publicDoor)
        .filter((name) => staff.includes(name))
        .sort(),
    ).toEqual([
      'Answer',
      'Boolean',
      'Choice',
      'Closure',
      'Date',
      'DateTimeISO',
      'Float',
      'ID',
      'Int',
      'InvalidMessage',
      'KeptOutChoice',
      'KeyReused',
      'LocalText',
      'Message',
      'MessageAuthor',
      'Mutation',
      'Organisation',
      'OrganisationWords',
      'Problem',
      'Query',
      'Question',
      'QuestionKind',
      'ServiceBusy',
      'ShownWhen',
      'String',
      'Subscription',
      'SupportService',
      'WordingPart',
      'YearlyNumber',
      'YearlyPage',
    ]);
  });

  it('names nothing that watches a reporter: presence, typing, reading, delivery, visits or devices', () => {
    const watching =
      /presen|typing|isOnline|lastSeen|seenA|delivered|read(At|On|By|Receipt)|lastA(ccess|ctive)|visit|device|userAgent|ipAddress|lastLogin/i;

    expect(partsOf(whole).filter(({ name }) => watching.test(name))).toEqual([]);
  });

  it('gives no clock time of anything a reporter did: days, but for the ends of what people hold', () => {
    const timesBehind = (schema: GraphQLSchema) =>
      partsOf(schema)
        .filter(({ type }) => /^DateTimeISO/.test(type ?? ''))
        .map(({ name }) => name);

    expect(timesBehind(publicDoor).sort()).toEqual(['MessagingOffer.expiresAt', 'ReporterSession.endsAt']);
    for (const name of timesBehind(staffDoor)) expect(TIMES_OF_STAFF).toContain(name);
  });

  it('never says chat, online, live, typing or seen', () => {
    const said = partsOf(whole).flatMap(({ name, description }) => [name, description ?? '']);

    expect(said.filter((text) => /\b(chat|online|live|typing|seen)\b/i.test(text))).toEqual([]);
  });
});
