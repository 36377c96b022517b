import type { FastifyReply } from 'fastify';
import { PAGE_TYPE } from './fixed-answers.ts';

/** Pages in place of those that cannot be shown. They know nothing of the request and need nothing to work. */
const TEXTS = new Map<number, { heading: string; text: string }>([
  [
    403,
    {
      heading: 'This form came from another site',
      text: 'Nothing was sent. Open the form on this site and send it from here.',
    },
  ],
  [404, { heading: 'There is no page at this address', text: 'Nothing was sent.' }],
  [
    408,
    {
      heading: 'Your form did not arrive in time',
      text:
        'Nothing was sent, and what you wrote is not on this page. Your browser may still have it on the page before: ' +
        'go back to it, and send it again when your connection is better.',
    },
  ],
  [
    413,
    {
      heading: 'This is longer than the form can take',
      text:
        'Nothing was sent, and what you wrote is not on this page. Your browser may still have it on the page before: ' +
        'if it does, copy it from there and send a shorter part of it.',
    },
  ],
]);

const UNREADABLE = {
  heading: 'This request could not be read',
  text: 'Nothing was sent. Begin again on the first page.',
};
const UNAVAILABLE = {
  heading: 'This page cannot be shown just now',
  text:
    'If you were sending something, wait a little and reload this page: your browser then asks whether to send it once ' +
    'more. It is stored only once.',
};

/** The whole document for a status. Its title gives nothing away to somebody who looks over a shoulder. */
export function fixedPage(status: number): string {
  const { heading, text } = TEXTS.get(status) ?? (status < 500 ? UNREADABLE : UNAVAILABLE);
  return [
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1"><title>Form</title></head>',
    `<body><main><h1>${heading}</h1><p>${text}</p><p><a href="/">Go to the first page</a></p>`,
    '<p><a href="/leave">Leave this page</a></p></main>',
    '<footer><p>This service is not for emergencies. In danger now? Call your local emergency number.</p></footer>',
    '</body></html>',
  ].join('');
}

/** Answers with the fixed page of a status. */
export function sendFixedPage(reply: FastifyReply, status: number): FastifyReply {
  const page: unknown = fixedPage(status);
  return reply.code(status).type(PAGE_TYPE).send(page);
}
