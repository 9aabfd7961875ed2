/**
 * What a refusal says: one sentence for each reason, and the whole answer with places and what is allowed instead.
 *
 * The catalogue is exhaustive by type: a refusal code without its sentence in both languages does not compile.
 */

import type { Reason, Refusal, RefusalCode } from "../../case/Refusal.ts"
import type { Language, RuleId } from "../../policy/Bundle.ts"
import { listed, quoted } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { ofAuthority } from "./Authority.ts"
import { ofCase } from "./Case.ts"
import { ofClock } from "./Clock.ts"
import type { Entry } from "./Entry.ts"
import { saysOf } from "./Entry.ts"
import { ofEvidence } from "./Evidence.ts"
import { ofGate } from "./Gate.ts"
import { ofGoverning } from "./Governing.ts"
import { ofOwnership } from "./Ownership.ts"
import { anyOf } from "./Person.ts"

/** Every refusal code with its sentence and the parameters it reads. */
export const refusals: Readonly<Record<RefusalCode, Entry>> = {
  ...ofCase,
  ...ofGate,
  ...ofEvidence,
  ...ofOwnership,
  ...ofAuthority,
  ...ofClock,
  ...ofGoverning
}

/** Returns one sentence without its full stop: lower case in English, the person's own words between backticks. */
export const refusal = (reason: Reason, language: Language): string => {
  const row = refusals[reason.code]
  return row.text[language](saysOf(row, reason, language))
}

/** Returns a command as it is given, such as `pass told`. */
const command = (text: string, language: Language): string => {
  if (language === "en") return quoted(text)
  const [verb = "", ...gate] = text.split(" ")
  const said = word("verb", verb, language)
  const named = gate.length === 0 ? "" : ` ${quoted(gate.join(" "))}`
  return said === verb ? quoted(text) : `${said}${named}`
}

const told = (
  reasons: readonly Reason[],
  language: Language,
  place: (rule: RuleId) => string | undefined
): readonly string[] => [
  ...new Set(
    reasons.map((reason) => {
      const where = reason.rule === undefined ? undefined : place(reason.rule)
      const sentence = refusal(reason, language)
      if (where === undefined) return sentence
      return language === "en" ? `${sentence} (${where})` : `${sentence}（${where}）`
    })
  )
]

/** Returns the whole answer: what was asked, every reason with its place, who may, and what is allowed now. */
export const refused = (
  answer: Refusal,
  language: Language,
  place: (rule: RuleId) => string | undefined = () => undefined
): string => {
  const { asked, reasons, allowed, needs } = answer
  const verb = word("verb", asked, language)
  const why = told(reasons, language, place)
  const now = allowed.map((text) => command(text, language))
  if (language === "en")
    return [
      `cannot ${verb}: ${why.join("; ")}.`,
      needs === undefined ? "" : ` It needs ${quoted(needs.role)}${people(needs.people, language)}.`,
      now.length === 0 ? "" : ` Allowed now: ${listed(now, language)}.`
    ].join("")
  return [
    `不能${verb === asked ? ` ${quoted(asked)}` : verb}：${why.join("；")}。`,
    needs === undefined ? "" : `须由 ${quoted(needs.role)}${people(needs.people, language)} 办理。`,
    now.length === 0 ? "" : `现在可以：${listed(now, language)}。`
  ].join("")
}

const people = (ids: readonly string[], language: Language): string => {
  if (ids.length === 0) return ""
  const said = anyOf(ids, language)
  return language === "en" ? ` (${said})` : `（${said}）`
}
