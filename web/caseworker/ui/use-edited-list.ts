import { useState } from 'react';
import { useNextFocus } from './use-next-focus.ts';

/** A list of which one thing at a time is changed in its place. */
export interface EditedList<Item> {
  /** What is not stored yet, to be filled in; null: nothing is. */
  readonly added: Item | null;
  /** Id of what is changed now. */
  readonly openId: string | null;
  readonly add: (item: Item) => void;
  readonly open: (id: string) => void;
  /** Puts the focus where the form was opened from. */
  readonly close: () => void;
}

/**
 * Which thing of a list is changed.
 *
 * @param fieldId the first field of the form. @param addId the button that adds a thing.
 */
export function useEditedList<Item extends { readonly id: string }>(
  fieldId: string,
  addId: string,
): EditedList<Item> {
  const focusNext = useNextFocus();
  const [added, setAdded] = useState<Item | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  return {
    added,
    openId,
    add: (item) => {
      setAdded(item);
      setOpenId(item.id);
      focusNext(fieldId);
    },
    open: (id) => {
      setAdded(null);
      setOpenId(id);
      focusNext(fieldId);
    },
    close: () => {
      focusNext(`change-${openId}`, addId);
      setAdded(null);
      setOpenId(null);
    },
  };
}
