/** The same on every notice. */
export const SUBJECT = 'Your regular notice';

const NEWS = 'There is something that you have not opened yet.';
const NO_NEWS = 'There is nothing that you have not opened yet.';

/**
 * The words of a notice: whether anything waits, and nothing else. Both have the same number of bytes, so that whoever
 * sees mail pass, or a list of mail with sizes, learns nothing.
 */
export function noticeText(hasNews: boolean): string {
  const news = (hasNews ? NEWS : NO_NEWS).padEnd(Math.max(NEWS.length, NO_NEWS.length));
  return [
    'This notice comes at the same hours every day, whether or not anything is new.',
    '',
    news,
    '',
    'Sign in as usual to look. There is no link in this mail, on purpose: do not',
    'follow one in a mail that looks like it. Under My settings you can switch',
    'these notices off.',
    '',
  ].join('\r\n');
}
