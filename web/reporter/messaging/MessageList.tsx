import { Say, useDay, useSay } from '../text.tsx';
import type { Message } from './conversation.ts';

/** Dated articles, oldest first: letters, not bubbles. Days only, no clock times. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  const day = useDay();
  const say = useSay();
  if (messages.length === 0) {
    return (
      <p className="none">
        <Say id="messages.none" />
      </p>
    );
  }
  return (
    <ol className="letters" aria-label={say('messages.list')}>
      {messages.map(({ seq, author, text, sentOn }) => (
        <li key={seq}>
          <article className={author === 'CASEWORKER' ? 'letter from-caseworker' : 'letter'}>
            <h2>
              <Say id={`messages.by.${author}`} values={{ date: day(sentOn, 'dated') }} />
            </h2>
            <p className="said" dir="auto">
              {text}
            </p>
          </article>
        </li>
      ))}
    </ol>
  );
}
