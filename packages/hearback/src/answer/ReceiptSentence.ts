/** Puts a receipt into words of the reader's language: the case, or why there is no case yet. */
import { type Bundle, type Refusal, Text, Visible } from "@hearback/core"
import type { Session } from "../call/Call.ts"
import { texts } from "../text/catalogue/Texts.ts"

type Why = string | ((rest: readonly string[], says: Refusal.Says) => string)

const isRefusal = (code: string): code is Refusal.RefusalCode => Object.hasOwn(Text.refusals, code)

/** Returns why there is no case, from the stored reason. A reason of the host is returned unchanged. */
export const whyNoCase = (reason: string, says: Refusal.Says = {}, language: Bundle.Language): string => {
  const [code = "", ...rest] = reason.split(" ")
  if (isRefusal(code)) return Visible.visible(Text.refusal({ code, says }, language))
  const own: Readonly<Record<string, Why>> = texts[language].receipt.why
  const why = Object.hasOwn(own, code) ? own[code] : undefined
  return Visible.visible((typeof why === "function" ? why(rest, says) : why) ?? reason)
}

/** Returns the sentence for feedback that has a case. */
export const caseSentence = (
  { language, names }: Session,
  {
    outcome,
    case: id,
    owner,
    replayed
  }: { outcome: "opened" | "joined"; case: string; owner: string; replayed: boolean }
): string => {
  return texts[language].receipt.case(outcome, id, names(owner), replayed)
}

/** Returns the sentence for feedback that has no case. */
export const waitingSentence = (
  language: Bundle.Language,
  { outcome, id, why }: { outcome: "quarantined" | "received"; id: string; why: string }
): string => {
  const { stored, waits } = texts[language].receipt
  return outcome === "received" ? stored(why) : waits(why, id)
}
