import { type RefObject, useEffect, useRef } from 'react';

/**
 * A field that takes the focus when somebody asks for it by key, also where it stands only from then on.
 *
 * @param asked counts the times; 0 for none.
 */
export function useAskedField(asked: number): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  return field;
}
