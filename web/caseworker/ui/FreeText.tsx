/**
 * Text that a person wrote, as it was written: its own direction, its own lines, and nothing in it can be followed.
 */
export function FreeText({ text }: { readonly text: string }) {
  return (
    <p className="free-text" dir="auto">
      {text}
    </p>
  );
}
