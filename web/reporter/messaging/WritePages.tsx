import { assertNever } from '../../shared/assert-never.ts';
import { AsidePage } from '../frame/AsidePage.tsx';
import { TryAgainPage } from '../frame/TryAgainPage.tsx';
import { LeaveUnsentPage } from './LeaveUnsentPage.tsx';
import { MessageReviewPage } from './MessageReviewPage.tsx';
import { UnsentPage } from './UnsentPage.tsx';
import { WriteAfterLoginPage } from './WriteAfterLoginPage.tsx';
import { WritePage } from './WritePage.tsx';
import type { WriteView } from './write-view.ts';

/** Whichever page of writing a GET or a POST leads to. */
export function WritePages({ view, waitsForReply }: { view: WriteView; waitsForReply: boolean }) {
  switch (view.kind) {
    case 'write':
      return <WritePage {...view} waitsForReply={waitsForReply} />;
    case 'review':
      return <MessageReviewPage {...view} />;
    case 'signed-out':
      return <WriteAfterLoginPage {...view} />;
    case 'leaving':
      return <LeaveUnsentPage {...view} />;
    case 'closed':
      return <UnsentPage text={view.text} />;
    case 'aside':
      return <AsidePage {...view} />;
    case 'try-again':
      return <TryAgainPage fields={view.fields} />;
    default:
      return assertNever(view);
  }
}
