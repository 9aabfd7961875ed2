/** Names of schemas as a host gives them, and as statements have them. */
import { storeError } from "@hearback/engine"

/** Returns a name as it is written in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Returns the name of a schema.  Errors: throws `store/schema` for what is no plain name, since it stands in function bodies. */
export const checkedSchema = (name: string): string => {
  if (/^[a-zA-Z_][a-zA-Z0-9_]{0,62}$/.test(name)) return name
  throw storeError("store/schema", `\`${name}\` is no name of a schema: letters, digits and _ alone, at most 63`)
}
