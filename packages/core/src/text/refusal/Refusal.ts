/** What a refusal says: one sentence for each reason, and the whole answer with places and what is allowed instead. */

import type { Refusal, RefusalReason } from "../../case/Refusal.ts"
import type { Language, RuleId } from "../../policy/Rule.ts"
import { texts } from "../catalogue/Texts.ts"
import { listed } from "../phrase/Lists.ts"
import { wording } from "../phrase/Voice.ts"
import { parameters } from "../shape/Reason.ts"
import type { Wording } from "../shape/Voice.ts"

type Said = Readonly<Record<string, string | readonly string[]>>

/** Returns one sentence without its full stop: lower case in English, the person's own words between backticks. */
export const refusal = (reason: RefusalReason, language: Language): string =>
  sentence(reason, language, wording(language))

const sentence = (reason: RefusalReason, language: Language, wording: Wording): string => {
  const say = texts[language].refusal[reason.code] as (details: Said, wording: Wording) => string
  return say(saysOf(reason, language), wording)
}

/** Returns what a parameter is called, and what its marks say. */
export const parameter = (
  read: string
): { readonly name: string; readonly isList: boolean; readonly may: boolean } => ({
  name: read.replace(/[*?]+$/, ""),
  isList: read.includes("*"),
  may: read.includes("?")
})

/**
 * Reads the parameters of a reason; `within.zh-CN` beside `within` is the same words in that language. What is missing
 * is nothing where the sentence reads well without it, else an ellipsis, never a placeholder.
 */
const saysOf = ({ code, says }: RefusalReason, language: Language): Said =>
  Object.fromEntries(
    parameters[code].map((read) => {
      const { name, isList, may } = parameter(read)
      const said = says[`${name}.${language}`] ?? says[name]
      if (isList) return [name, said === undefined ? (may ? [] : ["…"]) : listOf(said)]
      return [name, textOf(said ?? (may ? "" : "…"), language)]
    })
  )

const listOf = (said: RefusalReason["says"][string]): readonly string[] =>
  typeof said === "object" ? said : [String(said)]

const textOf = (said: RefusalReason["says"][string], language: Language): string =>
  typeof said === "object" ? listed(said, language) : String(said)

const told = (
  reasons: readonly RefusalReason[],
  language: Language,
  place: (rule: RuleId) => string | undefined
): readonly string[] => {
  const v = wording(language)
  const all = reasons.map((reason) => {
    const where = reason.rule === undefined ? undefined : place(reason.rule)
    const said = sentence(reason, language, v)
    return where === undefined ? said : `${said}${v.form.aside(where)}`
  })
  return [...new Set(all)]
}

/** Returns the whole answer: what was asked, every reason with its place, who may, and what is allowed now. */
export const refused = (
  { asked, reasons, allowed, needs }: Refusal,
  language: Language,
  place: (rule: RuleId) => string | undefined = () => undefined
): string => {
  const v = wording(language)
  const say = texts[language].refused
  return [
    say.cannot(asked, told(reasons, language, place).join(v.form.semicolon), v),
    needs === undefined ? "" : say.needs(needs.role, needs.people, v),
    allowed.length === 0 ? "" : say.allowed(v.list(allowed.map((text) => say.command(text, v))))
  ].join("")
}
