import { LONGEST_PASTE } from '../form.ts';
import { CharacterCount } from '../frame/CharacterCount.tsx';
import { ClosureNotice } from '../frame/ClosureNotice.tsx';
import { GoButton, WritingForm } from '../frame/forms.tsx';
import { Letterbox } from '../frame/Letterbox.tsx';
import { FieldProblem, Page } from '../frame/Page.tsx';
import { describedBy } from '../report/question-field.ts';
import { IDLE_MINUTES } from '../session/cookies.ts';
import { Say, useSay } from '../text.tsx';
import { LONGEST_MESSAGE, type Unsent, type WriteFault } from './write-view.ts';

/** "Write a message": a page of its own, so that nothing can be taken for somebody answering at once. */
export function WritePage({
  text,
  idempotencyKey,
  session,
  fault,
  waitsForReply,
}: Unsent & {
  fault: WriteFault | null;
  waitsForReply: boolean;
}) {
  const say = useSay();
  const problem = fault ? wordsOf(fault, say) : undefined;
  return (
    <WritingForm hidden={{ key: idempotencyKey, session }}>
      <Page
        heading={<Say id="write.title" />}
        above={
          <p className="back">
            <GoButton go="messages" look="link">
              <Say id="report.back" />
            </GoButton>
          </p>
        }
        problems={problem ? [{ field: 'text', sentence: problem }] : []}
      >
        <ClosureNotice />
        <Letterbox text="write.promise" />
        {waitsForReply && (
          <p className="notice">
            <Say id="write.again" />
          </p>
        )}
        <div className={problem ? 'field has-problem' : 'field'}>
          <label htmlFor="text">
            <Say id="write.label" />
          </label>
          <p className="hint" id="text-hint">
            <Say id="write.hint" />
          </p>
          <FieldProblem id="text-problem" sentence={problem} />
          <textarea
            id="text"
            name="text"
            rows={8}
            dir="auto"
            defaultValue={text}
            maxLength={LONGEST_PASTE}
            data-limit={LONGEST_MESSAGE}
            aria-invalid={problem ? true : undefined}
            aria-describedby={describedBy('text-hint', problem && 'text-problem')}
          />
          <CharacterCount field="text" limit={LONGEST_MESSAGE} />
        </div>
        <p className="buttons">
          <GoButton go="next">
            <Say id="write.continue" />
          </GoButton>
        </p>
        <p className="hint">
          <Say id="messages.idle" values={{ minutes: IDLE_MINUTES }} />
        </p>
      </Page>
    </WritingForm>
  );
}

function wordsOf(fault: WriteFault, say: ReturnType<typeof useSay>): string {
  switch (fault.kind) {
    case 'empty':
      return say('write.empty');
    case 'too-long':
      return say('write.tooLong', { count: fault.count, limit: LONGEST_MESSAGE });
    case 'refused':
      return say('write.refused');
  }
}
