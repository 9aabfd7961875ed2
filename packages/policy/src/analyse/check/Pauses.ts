/**
 * Reasons to pause a clock, and what ends the pause of each. A reason is whatever name people give it, so one is told only
 * where it says the same as one of `resumed-by` in other words: `waiting-for-customer` beside `waiting-on-customer`.
 */
import type { ClockRule } from "../../bundle/Bundle.ts"
import { isSlip } from "../../diagnostic/Suggestion.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { dig, entriesOf, get, type Tree } from "../../link/Tree.ts"
import { type Reading, unknown } from "../../read/Reading.ts"

/** Checks the reasons of an entry of `clocks`, or of their defaults; `own` are the clocks that the entry makes. */
export const pauses = (
  reading: Reading,
  tree: Tree | undefined,
  rules: readonly ClockRule[],
  own: readonly ClockRule[]
): void => {
  const meant = neverResumed(reading, tree)
  if (!reading.isPack) resumesNothing(reading, tree, rules, own, meant)
}

/** Says which pauses go on to their longest, since what ends them is said of the same reason in other words. */
const neverResumed = (reading: Reading, tree: Tree | undefined): ReadonlySet<string> => {
  const defaults = dig(reading.root, "clock-defaults")
  const resumed = [tree, defaults].flatMap((each) => entriesOf(get(each, "resumed-by")))
  const ended = new Set(resumed.map(([name]) => name))
  // What the policy itself ends and never pauses is told there.
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

/** Words that say no more than that a clock waits. */
const waiting = new Set("wait waits waiting await awaits awaiting pending paused on for of the a to by from".split(" "))

/** Returns whom or what a reason waits for. */
const objectOf = (reason: string): string =>
  reason
    .replace(/^(?:等待|等候|等)/u, "")
    .replace(/(?:回复|答复|回音|反馈)$/u, "")
    // The base pack ends the wait for customers under its English name.
    .replace(/^(?:客户|顾客|用户)$/u, "customer")
    .split(/[-.]/)
    .filter((word) => !waiting.has(word.toLowerCase()))
    .join("-")

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [objectOf(one), objectOf(other)]
  return a !== "" && b !== "" && (a === b || isSlip(a, b))
}

/** A reason that pauses no clock here; what a pack says of reasons is for whoever gives them. */
const resumesNothing = (
  reading: Reading,
  tree: Tree | undefined,
  rules: readonly ClockRule[],
  own: readonly ClockRule[],
  told: ReadonlySet<string>
): void => {
  const reasons = [...new Set((own.length > 0 ? own : rules).flatMap(({ pause }) => Object.keys(pause)))]
  // Defaults may speak of reasons that no clock here has; what is near to one of theirs is misspelt.
  const isMissing = (reason: string): boolean =>
    !reasons.includes(reason) && (own.length > 0 || guessed(reason, reasons).guess !== undefined)
  for (const [reason, by] of entriesOf(get(tree, "resumed-by")))
    if (isMissing(reason) && !told.has(reason) && by.span.file === reading.root.span.file)
      unknown(reading, "gate", by, reason, reasons, "reason", by.named)
}
