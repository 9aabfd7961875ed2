/** Clocks that start each other, and extensions that say too little. */
import { said } from "../diagnostic/Said.ts"
import { dig, entriesOf, get, type Tree } from "../link/Tree.ts"
import type { ClockRule } from "../model.ts"
import type { Reading } from "../read/Reading.ts"
import { circlesOf } from "./Circle.ts"
import { whole } from "./Whole.ts"

/** Checks what starts what. */
export const clocks = (r: Reading, rules: readonly ClockRule[]): void => {
  const edges = new Map<string, ReadonlySet<string>>()
  for (const { name, from } of rules) {
    const started = from.flatMap((trigger) => startersOf(rules, trigger))
    // Of several starts the first counts, so a clock waits for another only where nothing else starts it.
    if (started.length === from.length) edges.set(name, new Set([...(edges.get(name) ?? []), ...started]))
  }
  for (const circle of circlesOf(edges)) {
    const rule = rules.find(({ name }) => name === circle[0])
    const at = rule === undefined ? undefined : placeOf(r, rule)
    if (at !== undefined) r.say("clock/cycle", at, { clocks: circle })
  }
  for (const [, tree] of [["", dig(r.root, "clock-defaults")] as const, ...entriesOf(dig(r.root, "clocks"))]) {
    const extend = get(tree, "extend")
    if (extend?._tag === "Map")
      whole(r, extend, extension, ["each", "approve", ...(isTold(rules, extend) ? ["tell"] : [])])
  }
}

const extension = said("an extension", "延期")

/** A promise to the customer is not put off without word to them. */
const isTold = (rules: readonly ClockRule[], extend: Tree): boolean =>
  rules.some(({ promise, extend: rule }) => promise && rule?.rule?.startsWith(extend.path) === true)

/** A clock that starts when another is met waits for it. */
const startersOf = (rules: readonly ClockRule[], trigger: string): readonly string[] => {
  if (!trigger.startsWith("clock:")) return []
  const name = trigger.slice("clock:".length)
  return rules.some((rule) => rule.name === name) ? [name] : []
}

const placeOf = (r: Reading, rule: ClockRule) => {
  const own = dig(r.root, "clocks", rule.name) ?? dig(r.root, "clocks", `${rule.loop ?? ""}.${rule.name}`)
  return get(own, "from") ?? own
}
