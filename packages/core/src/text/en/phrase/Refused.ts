/** How a refusal is answered: what was asked, why not, who may, and what is allowed now. */
import { quoted } from "../../shape/Said.ts"
import type { Wording } from "../../shape/Voice.ts"

export const refused = {
  cannot: (asked: string, why: string, wording: Wording): string => `cannot ${wording.word("verb", asked)}: ${why}.`,
  /** `people`: those who have the role. */
  needs: (role: string, people: readonly string[], wording: Wording): string =>
    ` It needs ${quoted(role)}${people.length === 0 ? "" : ` (${wording.anyOf(people)})`}.`,
  allowed: (commands: string): string => ` Allowed now: ${commands}.`,
  /** A command as it is given, such as `pass told`. */
  command: (text: string, _: Wording): string => quoted(text)
}
