/** How refusals name people: who-words in plain words, roles and people between backticks. */
import { isMachine, parse } from "../../people/Actor.ts"
import type { Language } from "../../policy/Bundle.ts"
import { named } from "../../who/Signature.ts"
import { listed, quoted } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"

/** Says who is meant by a who-word, a role, a department or an id. */
export const who = (name: string, language: Language): string => {
  const signatory = named(name)
  if (signatory._tag === "Department") {
    const department = quoted(signatory.department)
    return language === "en" ? `department ${department}` : `部门 ${department}`
  }
  const actor = parse(name)
  if (actor.kind === "system") return word("system", actor.part, language)
  if (actor.kind === "customer") return quoted(actor.id)
  const said = word("who", name, language)
  return said === name ? quoted(name) : said
}

/** Says a list of who, any of whom may; where the owner is known they are named beside the word for them. */
export const anyOf = (list: readonly string[], language: Language, last: "and" | "or" = "or", owner = ""): string =>
  listed(
    list.map((name) => {
      const said = who(name, language)
      return name === "owner" && owner !== "" && !isMachine(owner) ? `${said} ${quoted(owner)}` : said
    }),
    language,
    last
  )
