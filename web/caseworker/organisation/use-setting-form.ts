import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../ui/ErrorSummary.tsx';

/** Why a setting was not stored. */
export interface Refusal {
  readonly faults: readonly Fault[];
  /** Whether somebody else changed the same settings first. */
  readonly isOutdated: boolean;
}

/** What came of saving: the setting as it is stored now, or why it is not. */
export type Saving<Stored> = { readonly stored: Stored } | Refusal;

/** A setting while it is changed. */
export interface SettingForm<Stored, Draft> extends Refusal {
  readonly draft: Draft;
  /** Of what is stored, as far as this page knows. */
  readonly version: string;
  readonly change: (next: Draft) => void;
  readonly submit: (event: FormEvent) => Promise<void>;
  readonly isSending: boolean;
  /** What was stored last, while nothing was changed since. */
  readonly saved: Stored | null;
  /** Counts the tries that were refused. */
  readonly attempt: number;
  /** Says no longer what is wrong, where the places have others in them now. */
  readonly forgetFaults: () => void;
  /** Whether there is something that is not stored. The same function all along. */
  readonly isLosing: () => boolean;
}

const NO_REFUSAL: Refusal = { faults: [], isOutdated: false };

/**
 * Keeps what an administrator fills in until it is stored. Whatever comes of a try, what was filled in stays.
 *
 * @param loaded the setting as it was read. @param draftOf how it is filled in; plain data. @param send stores it under
 *   the version that it was read with; never throws.
 */
export function useSettingForm<Stored extends { readonly version: string }, Draft>(
  loaded: Stored,
  draftOf: (stored: Stored) => Draft,
  send: (draft: Draft, version: string) => Promise<Saving<Stored>>,
): SettingForm<Stored, Draft> {
  const [kept, setKept] = useState(() => ({ version: loaded.version, draft: draftOf(loaded) }));
  const [draft, setDraft] = useState(kept.draft);
  const [isSending, setSending] = useState(false);
  const [saved, setSaved] = useState<Stored | null>(null);
  const [{ attempt, ...refusal }, setRefusal] = useState({ ...NO_REFUSAL, attempt: 0 });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(kept.draft);
  const losing = useRef(isChanged);
  useEffect(() => {
    losing.current = isChanged;
  }, [isChanged]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    setSending(true);
    setSaved(null);
    const outcome = await send(draft, kept.version);
    setSending(false);
    if (!('stored' in outcome)) return setRefusal({ ...outcome, attempt: attempt + 1 });
    const next = draftOf(outcome.stored);
    setRefusal({ ...NO_REFUSAL, attempt });
    setKept({ version: outcome.stored.version, draft: next });
    setSaved(outcome.stored);
    // What was written while it was on its way is not stored yet, and stays as it is.
    setDraft((now) => (now === draft ? next : now));
  };

  return {
    draft,
    version: kept.version,
    change: setDraft,
    submit,
    isSending,
    saved: isChanged ? null : saved,
    attempt,
    forgetFaults: () => setRefusal({ ...NO_REFUSAL, attempt }),
    isLosing: useCallback(() => losing.current, []),
    ...refusal,
  };
}
