import { useMonth } from '../text.tsx';
import { isLeftOut, type PageAnswer } from './answer.ts';
import type { Question } from './questionnaire.ts';

/** Writes an answer as people read it, a line for each choice; `null` where the question was left out. */
export function useAnswerWords(): (
  question: Question,
  answer: PageAnswer | null,
) => readonly string[] | null {
  const monthWords = useMonth();
  return (question, answer) => {
    if (!answer || isLeftOut(answer)) return null;
    switch (answer.kind) {
      case 'text':
        return [answer.text.trim()];
      case 'choices':
        return question.choices.filter(({ id }) => answer.choices.includes(id)).map(({ text }) => text);
      case 'month': {
        const month = `${answer.year}-${answer.month}`;
        return [/^\d{4}-\d{2}$/.test(month) ? monthWords(month) : `${answer.month} ${answer.year}`.trim()];
      }
    }
  };
}
