/**
 * Checks the reasons for pauses of clocks and what ends each pause. People choose the names of reasons, so a reason
 * is reported only if it means the same as one of `resumed-by` in other words: `waiting-for-customer` beside
 * `waiting-on-customer`.
 */
import type { ClockRule } from "../../bundle/Bundle.ts"
import { isSlip } from "../../diagnostic/Suggestion.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { dig, entriesOf, get, type Tree } from "../../link/Tree.ts"
import { type Reading, unknown } from "../../read/Reading.ts"

/** Checks the reasons of an entry of `clocks`, or of `clock-defaults`; `own` are the clocks that the entry makes. */
export const pauses = (
  reading: Reading,
  tree: Tree | undefined,
  rules: readonly ClockRule[],
  own: readonly ClockRule[]
): void => {
  const meant = neverResumed(reading, tree)
  if (!reading.isPack) resumesNothing(reading, tree, rules, own, meant)
}

/** Reports pauses that always last to their cap, because what ends them names the same reason in other words. */
const neverResumed = (reading: Reading, tree: Tree | undefined): ReadonlySet<string> => {
  const defaults = dig(reading.root, "clock-defaults")
  const resumed = [tree, defaults].flatMap((each) => entriesOf(get(each, "resumed-by")))
  const ended = new Set(resumed.map(([name]) => name))
  // Reasons that the policy resumes but never pauses have their own finding.
  const inherited = resumed.flatMap(([name, by]) => (by.named.file === reading.root.span.file ? [] : [name]))
  const pause = get(tree, "pause")
  const own = entriesOf(pause).filter(([, cap]) => !cap.named.file.path.startsWith("pack:"))
  const reasons = new Set(own.map(([reason]) => reason))
  const found = new Set<string>()
  for (const [reason, cap] of own) {
    if (ended.has(reason)) continue
    const meant = inherited.find((other) => !reasons.has(other) && isSame(reason, other))
    if (meant === undefined) continue
    found.add(meant)
    reading.say("clock/never-resumed", cap, { reason, meant }, { span: cap.named })
  }
  return found
}

/** Words that only say that a clock waits. */
const waiting = new Set("wait waits waiting await awaits awaiting pending paused on for of the a to by from".split(" "))

/** Returns the person or thing that a reason waits for. */
const objectOf = (reason: string): string =>
  reason
    .replace(/^(?:等待|等候|等)/u, "")
    .replace(/(?:回复|答复|回音|反馈)$/u, "")
    // The base pack names the wait for customers in English.
    .replace(/^(?:客户|顾客|用户)$/u, "customer")
    .split(/[-.]/)
    .filter((word) => !waiting.has(word.toLowerCase()))
    .join("-")

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [objectOf(one), objectOf(other)]
  return a !== "" && b !== "" && (a === b || isSlip(a, b))
}

/** Reports a reason that pauses no clock here. Reasons of a pack are not checked, because its heirs use them. */
const resumesNothing = (
  reading: Reading,
  tree: Tree | undefined,
  rules: readonly ClockRule[],
  own: readonly ClockRule[],
  told: ReadonlySet<string>
): void => {
  const reasons = [...new Set((own.length > 0 ? own : rules).flatMap(({ pause }) => Object.keys(pause)))]
  // Defaults can have reasons that no clock here uses; one that is similar to a used reason is probably misspelt.
  const isMissing = (reason: string): boolean =>
    !reasons.includes(reason) && (own.length > 0 || guessed(reason, reasons).guess !== undefined)
  for (const [reason, by] of entriesOf(get(tree, "resumed-by")))
    if (isMissing(reason) && !told.has(reason) && by.span.file === reading.root.span.file)
      unknown(reading, "gate", by, reason, reasons, "reason", by.named)
}
