import { writeFileSync } from 'node:fs';

/** Writes down how many tests passed, failed and were left out, for the last line of `npm test`. */
export default class CountReporter {
  /**
   * A file that could not even be loaded counts as one failure: its tests ran as little as if they had been deleted.
   *
   * @param {unknown} _contexts
   * @param {Record<'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests' | 'numRuntimeErrorTestSuites', number> & { wasInterrupted: boolean }} results
   */
  onRunComplete(_contexts, results) {
    const counts = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites + (results.wasInterrupted ? 1 : 0),
      skipped: results.numPendingTests + results.numTodoTests,
    };
    if (process.env.RESTANTE_TEST_COUNT)
      writeFileSync(process.env.RESTANTE_TEST_COUNT, JSON.stringify(counts));
  }
}
