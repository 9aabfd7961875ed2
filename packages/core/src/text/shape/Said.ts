/** What sentences of every language are put together with: a person's own words between marks, and parts that may lack. */
import { cutLine } from "../../language/Visible.ts"

/** Puts a name from the policy or a command between backticks. */
export const quoted = (name: string, most = 60): string => `\`${cutLine(name, most)}\``

/** Returns a name of a policy that has no title as people read it: `complaint-review` as `complaint review`. */
export const readable = (name: string): string => name.replaceAll("-", " ")

/** Puts what a person said between quotation marks, cut to one line; words that were erased are an ellipsis. */
export const spoken = (text: string | undefined, most = 80): string =>
  `“${text === undefined ? "…" : inner(cutLine(text, most))}”`

/** Quotation marks within others are single ones. */
const inner = (text: string): string => text.replaceAll("“", "‘").replaceAll("”", "’")

/** Returns a part only where its words are known: `opt(reason, (r) => `: ${r}`)`. */
export const opt = <T extends string | readonly string[]>(value: T | undefined, say: (value: T) => string): string => {
  const isEmpty = value === undefined || (typeof value === "string" ? value.trim() === "" : value.length === 0)
  return isEmpty ? "" : say(value)
}
