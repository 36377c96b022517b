/** A question that can be asked by its name alone, at `/analytics/q/{name}.csv` and `.json`. */
interface SavedQuestion {
  readonly name: string;
  readonly query: string;
  readonly field: string;
  readonly variables: readonly string[];
  readonly columns: readonly string[];
}

const DAYS = '$from: Date = "2000-01-01", $to: Date = "2029-12-31"';
const WHERE = 'where: { from: $from, to: $to }';

function counts(name: string, by: string, columns: readonly string[], bucket = 'MONTH'): SavedQuestion {
  return {
    name,
    query: `query Saved(${DAYS}, $bucket: Bucket! = ${bucket}) {
      reportCounts(by: [${by}], bucket: $bucket, ${WHERE}) { rows { ${columns.join(' ')} count suppressed } } }`,
    field: 'reportCounts',
    variables: ['from', 'to', 'bucket'],
    columns: [...columns, 'count', 'suppressed'],
  };
}

function work(field: string, name: string, columns: readonly string[], by = ''): SavedQuestion {
  return {
    name,
    query: `query Saved(${DAYS}, $bucket: Bucket! = QUARTER) {
      ${field}(${by}bucket: $bucket, ${WHERE}) { rows { ${columns.join(' ')} suppressed } } }`,
    field,
    variables: ['from', 'to', 'bucket'],
    columns: [...columns, 'suppressed'],
  };
}

/** What is asked most. `from`, `to` and `bucket` may stand in the address, and `question` where it is one. */
export const SAVED_QUESTIONS: readonly SavedQuestion[] = [
  counts('reports', 'PERIOD', ['period']),
  counts('reports-by-category', 'PERIOD, CATEGORY', ['period', 'category']),
  counts('reports-by-route', 'PERIOD, ROUTE', ['period', 'route']),
  counts('reports-by-status', 'PERIOD, STATUS', ['period', 'status']),
  counts('reports-by-locale', 'PERIOD, LOCALE', ['period', 'locale']),
  {
    name: 'answers-by-route',
    query: `query Saved(${DAYS}, $question: ID!) {
      reportCounts(by: [ROUTE, ANSWER], question: $question, ${WHERE}) { rows { route answer count suppressed } } }`,
    field: 'reportCounts',
    variables: ['from', 'to', 'question'],
    columns: ['route', 'answer', 'count', 'suppressed'],
  },
  work(
    'replyTimes',
    'reply-times',
    ['period', 'count', 'medianWorkingHours', 'p90WorkingHours', 'withinTarget'],
    'by: [PERIOD], ',
  ),
  work('messagingUse', 'messaging', ['period', 'reports', 'optedIn', 'wroteAgain']),
  work('workFlow', 'work-flow', ['period', 'received', 'closed']),
  {
    name: 'backlog',
    query: 'query Saved { backlog { rows { age count suppressed } } }',
    field: 'backlog',
    variables: [],
    columns: ['age', 'count', 'suppressed'],
  },
];
