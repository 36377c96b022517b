import type { DraftPlace } from './drafts.ts';

/** What another tab did with the draft of a place: the account keeps other words now, or none. */
export type DraftLeft = 'words' | 'nothing';

/** Tells other tabs of this browser which draft was saved or deleted. Never what was written. */
export interface DraftChannel {
  tell(place: DraftPlace, left: DraftLeft): void;
  follow(heard: (place: DraftPlace, left: DraftLeft) => void): void;
}

const NAME = 'restante drafts';
const KINDS = ['NOTE', 'REPLY'] as const;

/** Opens the channel of this browser, for as long as the page stands. */
export function openDraftChannel(): DraftChannel {
  const channel = new BroadcastChannel(NAME);
  return {
    tell: ({ caseId, kind }, left) => channel.postMessage({ caseId, kind, left }),
    follow: (heard) => {
      channel.onmessage = ({ data }: MessageEvent<unknown>) => {
        if (typeof data !== 'object' || data === null) return;
        const { caseId, kind, left } = data as Record<string, unknown>;
        const known = KINDS.find((each) => each === kind);
        if (typeof caseId !== 'string' || known === undefined) return;
        if (left === 'words' || left === 'nothing') heard({ caseId, kind: known }, left);
      };
    },
  };
}
