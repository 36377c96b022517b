/** A message that was not sent, as its writer wrote it. */
export function UnsentWords({ text }: { text: string }) {
  return (
    <article className="letter">
      <p className="said" dir="auto">
        {text.trim()}
      </p>
    </article>
  );
}
