import { type KeyboardEvent, type RefObject, useState } from 'react';
import { TemplateList } from './TemplateList.tsx';
import { matching, type TemplateRequest, templateRequestIn, withTemplate } from './template-text.ts';
import type { ReadyTemplate } from './use-templates.ts';
import type { Writing } from './use-writing.ts';
import type { FieldAssistance } from './WritingForm.tsx';

const LIST_ID = 'template-list';
const MOST_OFFERED = 8; // more would have to be scrolled; another letter finds better

/** The list of templates that `;;` opens under a field: arrows move, Enter or Tab takes one, Esc closes it. */
export interface TemplateAssistance extends FieldAssistance {
  /** Puts a template where the caret stands, in the place of `;;` if that is there. */
  insert(template: ReadyTemplate): void;
}

/** Follows the caret of a field and offers templates where they are asked for. */
export function useTemplateList({
  writing,
  box,
  templates,
}: {
  readonly writing: Writing;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly templates: readonly ReadyTemplate[];
}): TemplateAssistance {
  const [request, setRequest] = useState<TemplateRequest | null>(null);
  const [active, setActive] = useState(0);
  const found = request === null ? [] : matching(templates, request.query);
  const offered = found.slice(0, MOST_OFFERED);
  const current = offered[Math.min(active, offered.length - 1)];

  const insert = (template: ReadyTemplate) => {
    const field = box.current;
    const caret = field?.selectionStart ?? writing.draft.text.length;
    const place = request ?? { from: caret, to: field?.selectionEnd ?? caret, query: '' };
    const next = withTemplate(writing.draft.text, place, template.text);
    writing.write(next.text);
    setRequest(null);
    // The field gets its text with the next paint; the caret belongs behind what was put in.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(next.caret, next.caret);
    });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (request === null || event.nativeEvent.isComposing) return false;
    if (event.key === 'Escape') setRequest(null);
    else if (current === undefined) return false;
    else if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
      insert(current);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    insert,
    onKeyDown,
    onCaret: () => {
      const field = box.current;
      if (field === null) return;
      const isCaret = field.selectionStart === field.selectionEnd;
      const next = isCaret ? templateRequestIn(field.value, field.selectionStart) : null;
      if (next?.query !== request?.query) setActive(0);
      setRequest(next);
    },
    attributes: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': request === null ? undefined : LIST_ID,
      'aria-activedescendant': current === undefined ? undefined : `template-${current.id}`,
    },
    list: request !== null && (
      <TemplateList id={LIST_ID} templates={offered} count={found.length} current={current} onPick={insert} />
    ),
  };
}
