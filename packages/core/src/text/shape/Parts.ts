/** Parts of sentences that are the same in every language. */
import type { FeedbackReceipt, WordSpan } from "../../case/track/Feedback.ts"
import { type Timer, timerNamed } from "../../case/track/Timer.ts"
import { byPolicy } from "../../people/Actor.ts"
import type { RuleId } from "../../policy/Rule.ts"
import { opt, spoken } from "./Said.ts"
import type { Voice, Wording } from "./Voice.ts"

/** What feedback says, as a quotation; nothing where it has no words. */
export const wordsOf = ({ verbatim = "", description = "" }: FeedbackReceipt): string =>
  opt(verbatim.trim() === "" ? description : verbatim, (text) => spoken(text))

/** The words that show one of several things, each once. */
export const shownBy = (hits: readonly Pick<WordSpan, "word">[], wording: Wording): string | undefined => {
  const words = [...new Set(hits.flatMap(({ word = "" }) => (word === "" ? [] : [spoken(word)])))]
  return words.length === 0 ? undefined : wording.list(words)
}

export const percent = (share: number): string => `${Math.round(share * 100)}%`

export const isByItself = (by: string): boolean => by === byPolicy

const timers: ReadonlySet<Timer["_tag"] | undefined> = new Set([
  "TakeUp",
  "Handover",
  "OnCall",
  "Shift",
  "Approval",
  "Silence",
  "Observation",
  "Retention"
] as const)

/** Timers act when their time is up; there is nothing to meet. */
export const isTimer = (clock: string): boolean => timers.has(timerNamed(clock)?._tag)

/** The places of rules, each once; a rule without one by its name. */
export const placesOf = (rules: readonly RuleId[], wording: Voice): string =>
  wording.list([...new Set(rules.map((rule) => wording.place(rule) ?? rule))])

/** Enough of a hash for people to tell two apart. */
export const short = (hash: string): string => hash.slice(0, 8)

/** What a kind of value is called; kinds that are not ours stand between backticks. */
export const typeCalled = (kind: string, wording: Wording, quoted: (name: string) => string): string => {
  const said = wording.word("type", kind)
  return said === kind ? quoted(kind) : said
}

/** What was found stands as JSON; a text is said without its marks. */
export const bare = (json: string): string => json.replace(/^"(.*)"$/s, "$1")

/** What would have fitted: a kind of value, or the words that may stand there. */
export const wanted = (expected: readonly string[], wording: Wording): string => {
  const [only, ...others] = expected
  return only === undefined || others.length > 0
    ? wording.names(expected, "or")
    : typeCalled(only, wording, () => wording.names(expected, "or"))
}
