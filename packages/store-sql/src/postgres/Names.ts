/** Names of schemas, as a host gives them and as SQL statements contain them. */
import { storeError } from "@hearback/engine"

/** Returns a name quoted for a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/**
 * Returns the name of a schema.  Errors: throws `store/schema` for a name with special characters, since it is written
 * into function bodies.
 */
export const checkedSchema = (name: string): string => {
  if (/^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/.test(name)) return name
  throw storeError("store/schema", `\`${name}\` is no name of a schema: letters, digits and _ alone, at most 63`)
}
