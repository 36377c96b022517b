/** Arabic-Indic and Persian digits as 0 to 9: whoever types in Arabic may have no others on the keyboard. */
export function westernDigits(typed: string): string {
  return typed.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
