/**
 * SQL: whether a second factor is needed here. Where nobody chose, it is as soon as a second person works here: alone,
 * whoever sets the installation up could lock themselves out before there is anybody to let them in again.
 */
export const SECOND_FACTOR_IS_NEEDED = `COALESCE(
  (SELECT needs_second_factor FROM staff_policy),
  (SELECT count(*) >= 2 FROM caseworker WHERE is_active))`;

/** SQL: whether `caseworker c` has to set up a second factor before anything else. */
export const HAS_TO_SET_UP = `(c.totp_secret IS NULL AND ${SECOND_FACTOR_IS_NEEDED})`;
