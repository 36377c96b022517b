import { pathToFileURL } from 'node:url';

/** The program of the thread that opens sealed boxes, for tests, whose sources no thread can run. */
export function testBoxThread(): URL {
  const program = process.env['RESTANTE_TEST_BOX_THREAD'];
  if (!program) throw new Error('The global setup makes the program of the thread');
  return pathToFileURL(program);
}
