import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import { type Failure, failureOf } from '../service/failure.ts';
import { type EditedQuestion, fromSource, toInput } from './question-edit.ts';
import { type Draft, PublishMutation, QuestionsPageQuery, SaveDraftMutation } from './questions.query.ts';

/** What came of saving or publishing, as far as it has to be said. */
export type DraftOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'moved-on' }
  | { readonly kind: 'refused'; readonly sentences: readonly string[] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** The draft on the page: what is stored, and what has been changed since. */
export interface DraftOnPage {
  readonly stored: Draft;
  readonly questions: readonly EditedQuestion[];
  readonly isUnsaved: boolean;
  /** The same at this very moment, before the page is drawn anew. */
  isLosing(): boolean;
  readonly isBusy: boolean;
  change(questions: readonly EditedQuestion[]): void;
  /** @returns what is stored now; null where it could not be saved. @param over saves over what somebody else saved. */
  save(over?: boolean): Promise<Draft | null>;
  /** Takes what is stored now in place of what is on the page. */
  reload(): Promise<void>;
  publish(): Promise<DraftOutcome>;
  readonly outcome: DraftOutcome | null;
}

/** Keeps the draft while it is edited. Nothing of it is stored before somebody presses Save. */
export function useDraft(loaded: Draft): DraftOnPage {
  const client = useApolloClient();
  const [stored, setStored] = useState(loaded);
  const [questions, setQuestions] = useState(() => loaded.questions.map(fromSource));
  const latest = useRef<readonly EditedQuestion[]>(questions);
  const [isUnsaved, setUnsaved] = useState(false);
  const losing = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<DraftOutcome | null>(null);
  // Drawn once for each state of the questions, so that a save whose answer was lost can be made again.
  const [revision, setRevision] = useState(() => crypto.randomUUID());

  const tried = useRef(new Set<string>());

  const change = useCallback((next: readonly EditedQuestion[]) => {
    latest.current = [...next];
    setQuestions([...next]);
    losing.current = true;
    setUnsaved(true);
    setOutcome(null);
    setRevision(crypto.randomUUID());
  }, []);

  const load = async () => {
    const { data } = await client.query({ query: QuestionsPageQuery, fetchPolicy: 'no-cache' });
    if (data === undefined) throw new TypeError('No draft came');
    return data.questionnaireDraft;
  };

  const take = (draft: Draft) => {
    const edited = draft.questions.map(fromSource);
    latest.current = edited;
    setStored(draft);
    setQuestions(edited);
    losing.current = false;
    setUnsaved(false);
    setRevision(crypto.randomUUID());
  };

  const busily = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      setOutcome({ kind: 'failed', failure: failureOf(error) });
      return otherwise;
    } finally {
      setBusy(false);
    }
  };

  const send = async (basedOn: string): Promise<Draft | null> => {
    const sent = latest.current;
    tried.current.add(revision);
    const input = { basedOn, revision, questions: sent.map(toInput) };
    const { data } = await client.mutate({
      mutation: SaveDraftMutation,
      variables: { input },
      fetchPolicy: 'no-cache',
    });
    const result = data?.saveQuestionnaireDraft;
    switch (result?.__typename) {
      case 'QuestionnaireDraftSaved':
        // What was written while the save was on its way is not saved, and stays.
        if (latest.current === sent) take(result.draft);
        else setStored(result.draft);
        setOutcome({ kind: 'saved' });
        return result.draft;
      case 'QuestionnaireDraftMovedOn': {
        const now = await load();
        // A save of this page whose answer was lost is no other person's.
        if (tried.current.has(now.revision) && now.revision !== basedOn) return send(now.revision);
        setOutcome({ kind: 'moved-on' });
        return null;
      }
      case 'InvalidQuestionnaireDraft':
        setOutcome({
          kind: 'refused',
          sentences: [result.refusal, ...result.faults.map(({ message }) => message)],
        });
        return null;
      case 'ServiceBusy':
      case undefined:
        setOutcome({ kind: 'failed', failure: 'service' });
        return null;
      default:
        return assertNever(result);
    }
  };

  const publish = async (): Promise<DraftOutcome> => {
    const { data } = await client.mutate({
      mutation: PublishMutation,
      variables: { revision: stored.revision },
      fetchPolicy: 'no-cache',
    });
    const result = data?.publishQuestionnaire;
    switch (result?.__typename) {
      case 'QuestionnairePublished':
        take(await load());
        return { kind: 'published', version: result.version.number };
      case 'QuestionnaireDraftMovedOn':
        return { kind: 'moved-on' };
      case 'QuestionnaireNotReady':
        return { kind: 'refused', sentences: [result.refusal] };
      case 'ServiceBusy':
      case undefined:
        return { kind: 'failed', failure: 'service' };
      default:
        return assertNever(result);
    }
  };

  return {
    stored,
    questions,
    isUnsaved,
    isLosing: useCallback(() => losing.current, []),
    isBusy,
    change,
    outcome,
    save: (over = false) => busily(async () => send(over ? (await load()).revision : stored.revision), null),
    reload: () =>
      busily(async () => {
        take(await load());
        setOutcome(null);
      }, undefined),
    publish: async () => {
      const failed: DraftOutcome = { kind: 'failed', failure: 'unreachable' };
      const came = await busily(publish, failed);
      if (came !== failed) setOutcome(came);
      return came;
    },
  };
}
