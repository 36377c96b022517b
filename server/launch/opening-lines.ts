/** What the operator is told once everything is open. */
export interface Opening {
  /** Origin of the public listener; null: this process does not open it. */
  publicUrl: string | null;
  /** Origin of the staff listener; null: this process does not open it. */
  staffUrl: string | null;
  /** The link of the first administrator, the end of one printed before, or null once somebody took it. */
  firstAdministratorLink: { url: string } | { workingUntil: Date } | null;
}

const LABEL_WIDTH = 23; // columns

/** The block that is printed when the program is open, as lines. */
export function openingLines({ publicUrl, staffUrl, firstAdministratorLink: link }: Opening): string[] {
  const lines = ['Restante is open.'];
  if (publicUrl) lines.push(labelled('Reporters', publicUrl));
  if (staffUrl) lines.push(labelled('Caseworkers', staffUrl));
  if (link && 'url' in link)
    lines.push(labelled('First administrator', `${link.url}   works once, for 24 hours`));
  if (link && 'workingUntil' in link) {
    lines.push(
      labelled('First administrator', `the link printed before works until ${inWords(link.workingUntil)}`),
    );
  }
  return lines;
}

function labelled(label: string, text: string): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${text}`;
}

function inWords(time: Date): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(time);
}
