import { describedBy, Field, type FieldProps } from '../ui/TextField.tsx';

/** A text of the organisation in one language, on as many lines as it takes. */
export function LocalTextField({
  locale,
  text,
  rows = 3,
  onText,
  ...field
}: FieldProps & {
  /** BCP 47. */
  readonly locale: string;
  readonly text: string;
  readonly rows?: number;
  readonly onText: (text: string) => void;
}) {
  return (
    <Field {...field}>
      <textarea
        {...describedBy(field)}
        id={field.id}
        lang={locale}
        dir="auto"
        rows={rows}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    </Field>
  );
}
