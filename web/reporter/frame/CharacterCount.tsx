import { useSay } from '../text.tsx';

/**
 * How long a text is. Filled in by the enhancement script; the sentence is written here, with its count left open.
 *
 * @param field `id` of the text, which has its limit in `data-limit`
 */
export function CharacterCount({ field, limit }: { field: string; limit: number }) {
  const say = useSay();
  return (
    <>
      <p
        className="count"
        data-count-for={field}
        data-text={say('question.count', { count: '{count}', limit })}
        aria-hidden="true"
        hidden
      />
      <p className="heard" role="status" data-count-said />
    </>
  );
}
