/**
 * Something that keeps the program from starting, or from staying open, and that the person at the keyboard can put right.
 *
 * `message` is one plain sentence of what is wrong, `advice` one of what to do. Neither holds a secret or a
 * reporter's words: both are printed as they are, without a stack trace.
 */
export class StartFault extends Error {
  override readonly name: string = 'StartFault';

  constructor(
    message: string,
    readonly advice: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
