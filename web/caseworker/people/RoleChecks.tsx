import { FormattedMessage } from 'react-intl';

/** Roles in the order in which they are shown. */
const ROLES = ['CASEWORKER', 'ADMINISTRATOR'] as const;

/** What a member of staff may do. */
export type Role = (typeof ROLES)[number];

/** Which roles somebody has, to choose from. */
export function RoleChecks({
  chosen,
  onChosen,
}: {
  readonly chosen: readonly Role[];
  readonly onChosen: (roles: readonly Role[]) => void;
}) {
  return (
    <fieldset className="roles">
      <legend>
        <FormattedMessage id="people.roles" />
      </legend>
      {ROLES.map((role) => (
        <label className="check" key={role}>
          <input
            type="checkbox"
            checked={chosen.includes(role)}
            onChange={(event) =>
              onChosen(
                ROLES.filter((each) => (each === role ? event.currentTarget.checked : chosen.includes(each))),
              )
            }
          />
          <FormattedMessage id={`people.role.${role}`} />
        </label>
      ))}
    </fieldset>
  );
}
