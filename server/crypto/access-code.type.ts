declare const accessCodeBrand: unique symbol;

/**
 * The code a reporter comes back with: 16 symbols of Crockford base32, upper case, no hyphens, check symbol right.
 *
 * Only `drawAccessCode` and `parseAccessCode` make one, so whoever holds this type need not check it again.
 * Never stored, never logged, never put in an error.
 */
export type AccessCode = string & { readonly [accessCodeBrand]: true };
