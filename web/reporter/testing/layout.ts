import type { Page } from 'playwright-core';

/** The least height and width of what is pressed, in CSS pixels. */
const TARGET = 44;

/** What can be measured on a page and must not be there; one heading must. */
export interface Layout {
  /** scripts and styles inside the page, which the policy would have to allow */
  readonly inline: number;
  /** by how many CSS pixels something is wider than the window */
  readonly overflow: number;
  /** the same in letters twice as large, spaced as widely as WCAG 1.4.12 asks for */
  readonly overflowOfLargeLetters: number;
  readonly headings: number;
  /** what can be pressed and is too small */
  readonly small: readonly string[];
}

/** How every page has to be. */
export const SOUND: Layout = { inline: 0, overflow: 0, overflowOfLargeLetters: 0, headings: 1, small: [] };

const LARGE_LETTERS = `
  html { font-size: 200% !important; }
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** Measures the page. Links inside a sentence are as high as their line, which WCAG leaves out too. */
export function measure(page: Page): Promise<Layout> {
  return page.evaluate(measureHere, [TARGET, LARGE_LETTERS] as const);
}

function measureHere([least, largeLetters]: readonly [number, string]): Layout {
  const pressed = document.querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, .choice label',
  );
  const small = [...pressed]
    .filter((element) => {
      const { height, width } = element.getBoundingClientRect();
      const isShown = width > 1 && height > 1 && !element.matches('.default-button');
      const isInSentence =
        getComputedStyle(element).display.startsWith('inline') &&
        [...(element.parentElement?.childNodes ?? [])].some(
          (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.textContent ?? ''),
        );
      return isShown && !isInSentence && (height < least - 0.5 || width < least - 0.5);
    })
    .map((element) => {
      const { height, width } = element.getBoundingClientRect();
      return `${Math.round(width)}×${Math.round(height)} ${element.outerHTML.slice(0, 120)}`;
    });
  return {
    inline: document.querySelectorAll('script:not([src]), style, [style]').length,
    overflow: overflow(),
    overflowOfLargeLetters: overflowWith(largeLetters),
    headings: document.querySelectorAll('h1').length,
    small,
  };

  function overflow(): number {
    return document.documentElement.scrollWidth - document.documentElement.clientWidth;
  }

  function overflowWith(rules: string): number {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
    const width = overflow();
    document.adoptedStyleSheets = [];
    return width;
  }
}
