import { FormattedMessage, useIntl } from 'react-intl';
import type { ReadyTemplate } from './use-templates.ts';

/** The templates on offer under a field. The focus stays in the field, which names the current one. */
export function TemplateList({
  id,
  templates,
  count,
  current,
  onPick,
}: {
  readonly id: string;
  readonly templates: readonly ReadyTemplate[];
  /** All that match, those that are not on offer included. */
  readonly count: number;
  readonly current: ReadyTemplate | undefined;
  readonly onPick: (template: ReadyTemplate) => void;
}) {
  const intl = useIntl();
  return (
    <div className="template-list">
      <p role="status" className="hint">
        <FormattedMessage id="templates.offered" values={{ count }} />
      </p>
      {templates.length > 0 && (
        <div role="listbox" id={id} aria-label={intl.formatMessage({ id: 'templates.heading' })}>
          {templates.map((template) => (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the field keeps the focus and answers the keys
            <div
              key={template.id}
              id={`template-${template.id}`}
              role="option"
              aria-selected={template === current}
              // A press would take the focus from the field, and with it the caret.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(template)}
            >
              <span>{template.name}</span>
              <span className="hint" dir="auto">
                {template.text}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
