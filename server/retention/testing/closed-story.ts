import { CaseStory, keyed } from '../../testing/case-story.ts';
import { REPLY } from '../../testing/operations.ts';
import type { TestServer } from '../../testing/test-server.ts';
import { keepFor, MARK_READ } from './retention-operations.ts';

/** A case whose answer was read and that is closed, where closed cases are kept for 100 days. */
export async function closedStory(lab: TestServer): Promise<CaseStory> {
  const story = await CaseStory.begin(lab);
  await keepFor(story.morgan, 100);
  await story.morgan.outcome(REPLY, keyed({ caseId: story.caseId, text: 'a reply' }));
  await story.morgan.data(MARK_READ, { id: story.caseId, seq: 1 });
  await story.move('CLOSED', 'done');
  return story;
}
