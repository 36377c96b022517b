import { type RefObject, useEffect, useRef } from 'react';

/**
 * A box in which letters are never short cuts, and which Escape leads out of once nothing inside it wants the key.
 *
 * Whoever goes on typing after one Escape would open the reply otherwise, and have the rest of a thought for staff
 * stand there.
 *
 * @returns `box` for the part that is left, `outside` for what takes the focus then: it has to be focusable.
 */
export function useWayOut(): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly outside: RefObject<HTMLHeadingElement | null>;
} {
  const box = useRef<HTMLDivElement>(null);
  const outside = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    // On the window, to come after all that lies in the box: an open list closes first, and the field leads to its tab.
    const leave = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Node && box.current?.contains(event.target) === true;
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !isInside) return;
      event.preventDefault();
      outside.current?.focus();
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, []);

  return { box, outside };
}
