/** Rooms of the server, in the order in which they may know of each other: each knows those before it. */
const ROOMS = [
  'audit',
  'organisation',
  'access',
  'staff',
  'questionnaire',
  'reports',
  'messaging',
  'casework',
  'retention',
  'notices',
  'analytics',
];
const ANY_ROOM = `(${ROOMS.join('|')})`;
const TESTS = '\\.test\\.tsx?$|/testing/';

const leaningLeft = ROOMS.map((room, index) => ({
  name: `${room}-leans-left`,
  comment: 'A room knows only the rooms before it in the list.',
  severity: 'error',
  from: { path: `^server/${room}/`, pathNot: TESTS },
  to: { path: `^server/(${[...ROOMS.slice(index + 1), 'http', 'never'].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...leaningLeft,
    {
      name: 'rooms-have-doors',
      comment: 'Another room is entered by its services and types only.',
      severity: 'error',
      from: { path: `^server/${ANY_ROOM}/`, pathNot: TESTS },
      to: { path: `^server/${ANY_ROOM}/`, pathNot: ['^server/$1/', '\\.(service|type)\\.ts$'] },
    },
    {
      name: 'services-know-no-resolver',
      severity: 'error',
      from: { path: '^server/.*\\.(service|entity|type|input)\\.ts$' },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'entities-know-no-service',
      severity: 'error',
      from: { path: '^server/.*\\.(entity|type|input)\\.ts$' },
      to: { path: '\\.service\\.ts$' },
    },
    {
      name: 'only-crypto-holds-primitives',
      severity: 'error',
      from: { pathNot: ['^server/crypto/', '/testing/(bench|laws)/'] },
      to: { path: 'node_modules/(argon2|sodium-native)/' },
    },
    {
      name: 'groundwork-knows-no-room',
      comment: 'What all rooms stand on must not know any of them.',
      severity: 'error',
      from: { path: '^server/(crypto|database|shared|http)/', pathNot: TESTS },
      to: { path: `^server/${ANY_ROOM}/` },
    },
    {
      name: 'no-tests-in-the-program',
      severity: 'error',
      from: {
        path: '^(server|web|migrations)/',
        pathNot: [TESTS, '^migrations/seeds/', '^server/launch/bench\\.mjs$'],
      },
      to: { path: TESTS },
    },
    {
      name: 'web-never-imports-server',
      severity: 'error',
      from: { path: '^web/', pathNot: TESTS },
      to: { path: '^(server|migrations)/' },
    },
    {
      name: 'server-never-imports-web',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^web/' },
    },
    {
      name: 'portal-and-dashboard-apart',
      severity: 'error',
      from: { path: '^web/(reporter|caseworker)/' },
      to: { path: '^web/(reporter|caseworker)/', pathNot: '^web/$1/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache|\\.react-router)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
