/**
 * Checks entries with `binding: yes` in a base policy. An heir may tighten them (shorter, more), but not loosen or
 * remove them.
 *
 * For each key it is known which change is tighter; a change that is not certainly tighter counts as loosening.
 */
import { Target } from "@hearback/core"
import { type Span, written } from "../source/SourceFile.ts"
import { parseDuration } from "../value/Duration.ts"
import { content } from "./Merge.ts"
import { entriesOf, get, itemsOf, type MapTree, step, type Tree, wordOf, wordsOf, yesNoOf } from "./Tree.ts"

/** A binding value that an heir loosened. */
export interface Loosened {
  readonly path: string
  readonly from: string
  readonly to: string
  readonly at: Span
  readonly was: Span
}

type Tighter = (from: Tree | undefined, to: Tree | undefined) => boolean

const isYes = (tree: Tree | undefined): boolean => yesNoOf(tree) === true
const hasAll: Tighter = (from, to) => wordsOf(from).every((word) => wordsOf(to).includes(word))
const hasNoOther: Tighter = (from, to) => to !== undefined && hasAll(to, from)

const length =
  (fits: (order: number) => boolean): Tighter =>
  (from, to) => {
    if (from === undefined) return true
    const [was, is] = [wordOf(from), wordOf(to)].map((word) => (word === undefined ? undefined : parseDuration(word)))
    const order = was === undefined || is === undefined ? undefined : Target.compare(is, was)
    return order !== undefined && fits(order)
  }
const shorter = length((order) => order <= 0)
const longer = length((order) => order >= 0)
const number =
  (fits: (is: number, was: number) => boolean): Tighter =>
  (from, to) =>
    from === undefined || fits(Number(wordOf(to)), Number(wordOf(from)))
const atLeastAsMany = number((is, was) => is >= was)
const goneOnly: Tighter = (_, to) => to === undefined

/** Makes a rule for a key with words: one word is tighter; the other is the default. */
const word =
  (tight: string, standard: string): Tighter =>
  (from, to) =>
    wordOf(to) === tight || (from === undefined && wordOf(to) === standard)

/** Accepts a change of `resumed-by` if every earlier end of a pause remains. */
const resumesAll: Tighter = (from, to) => entriesOf(from).every(([reason, by]) => hasAll(by, get(to, reason)))

/** The rule for each key of a gate or clock. Keys not listed here change only texts for people. */
const tighter: Readonly<Record<string, Tighter>> = {
  needs: () => false,
  within: shorter,
  "only-within": shorter,
  until: () => false,
  observe: longer,
  when: goneOnly,
  after: hasAll,
  by: hasNoOther,
  "replied-by": (from, to) =>
    from === undefined ? wordsOf(to).every((who) => who === "customer") : hasNoOther(from, to),
  "not-by": hasAll,
  "sign-off": hasAll,
  fields: hasAll,
  optional: (_, to) => !isYes(to),
  "instead-of": hasNoOther,
  "or-explain": goneOnly,
  tell: (from, to) => from === undefined || to !== undefined,
  "out-of-order": (_, to) => wordOf(to) !== "recorded",
  evidence: (_, to) => wordOf(to) === "required",
  smart: (from, to) => isYes(to) || !isYes(from),
  depth: atLeastAsMany,
  "surface-causes": hasAll,
  method: hasNoOther,
  from: () => false,
  calendar: () => false,
  "met-by": hasNoOther,
  "cancelled-by": hasNoOther,
  "restarted-by": hasNoOther,
  pause: (_, to) => wordOf(to) === "never",
  "resumed-by": resumesAll,
  extend: (_, to) => wordOf(to) === "never",
  silence: goneOnly,
  "first-day": word("counted", "excluded"),
  ends: word("same-time", "close-of-day"),
  roll: word("previous", "none"),
  repeats: (from, to) => isYes(to) || !isYes(from),
  "on-reopen": word("continue", "resume"),
  binding: (_, to) => isYes(to)
}

/** Looks up a rule with `Object.hasOwn`, because misspelt keys can be words that JavaScript objects have. */
const ruleOf = (key: string): Tighter | undefined => (Object.hasOwn(tighter, key) ? tighter[key] : undefined)

/** Returns every value of `merged` that loosens a binding entry of `base`. */
export const loosened = (base: MapTree, merged: MapTree): readonly Loosened[] => {
  const clocks = entriesOf(get(base, "clocks")).flatMap(([name, clock]) => {
    const now = get(get(merged, "clocks"), name)
    return [
      ...compared(clock, now, `clocks.${name}`, merged),
      ...byDefaults(base, merged, clock, now, `clocks.${name}`)
    ]
  })
  const gates = entriesOf(get(base, "loops")).flatMap(([loop, tree]) =>
    sides.flatMap((side) =>
      entriesOf(get(tree, side)).flatMap(([name, gate]) => {
        const now = get(get(get(get(merged, "loops"), loop), side), name)
        const path = `loops.${loop}.${side}.${name}`
        if (!isYes(get(gate, "binding"))) return []
        // An entry of `clocks` overrides the short form at its gate.
        const overrides = [name, `${loop}.${name}`].flatMap((clock) => {
          const [was, is] = [base, merged].map((policy) => get(get(policy, "clocks"), clock))
          if (is === undefined || (was !== undefined && content(was) === content(is))) return []
          return keys(gate, is, `clocks.${clock}`)
        })
        return [...compared(gate, now, path, merged), ...overrides]
      })
    )
  )
  // An option can be at the clock and at its gate; both are one change.
  const seen = new Set<string>()
  return [...clocks, ...gates, ...lanes(base, merged)].filter(({ path }) => !seen.has(path) && seen.add(path))
}

/** Returns new or changed gates that make a binding gate not needed when they are passed, because they bypass it. */
const lanes = (base: MapTree, merged: MapTree): readonly Loosened[] =>
  entriesOf(get(merged, "loops")).flatMap(([loop, tree]) => {
    const gatesIn = (policy: MapTree) =>
      sides.flatMap((side) =>
        entriesOf(get(get(get(policy, "loops"), loop), side)).map(([name, gate]) => ({ name, side, gate }))
      )
    const bound = gatesIn(base).filter(({ gate }) => isYes(get(gate, "binding")))
    if (tree._tag !== "Map" || bound.length === 0) return []
    return gatesIn(merged).flatMap(({ name, gate }) => {
      const said = get(gate, "instead-of")
      const before = wordsOf(get(gatesIn(base).find((each) => each.name === name)?.gate, "instead-of"))
      return bound
        .filter((each) => wordsOf(said).includes(each.name) && !before.includes(each.name))
        .map((each) => ({
          path: `loops.${loop}.${each.side}.${each.name}`,
          from: shown(each.gate),
          to: `instead-of: ${name}`,
          at: said?._tag === "Scalar" ? said.span : (said ?? gate).named,
          was: each.gate.named
        }))
    })
  })

const sides = ["customer-loop", "system-loop"] as const

/** Keys that `clock-defaults` may not loosen for a binding clock. The calendar is left to heirs. */
const general = ["pause", "resumed-by", "extend", "first-day", "ends", "roll", "on-reopen"]

/** Returns the keys that a binding clock takes from `clock-defaults` and whose value changed. */
const byDefaults = (
  base: MapTree,
  merged: MapTree,
  clock: Tree,
  now: Tree | undefined,
  path: string
): readonly Loosened[] => {
  if (!isYes(get(clock, "binding"))) return []
  return general.flatMap((key) => {
    const [from, to] = [get(get(base, "clock-defaults"), key), get(get(merged, "clock-defaults"), key)]
    const isSaid = get(now, key) !== undefined
    if (isSaid || to === undefined || (from !== undefined && content(from) === content(to))) return []
    if (tighter[key]?.(from, to) === true) return []
    return [{ path: step(path, key), from: shown(from), to: shown(to), at: spot(to), was: clock.named }]
  })
}

const spot = (tree: Tree): Span => (tree._tag === "Scalar" ? tree.span : tree.named)

const compared = (was: Tree, is: Tree | undefined, path: string, merged: MapTree): readonly Loosened[] => {
  // A word in the place of a map has its own finding.
  if (!isYes(get(was, "binding")) || was === is || is?._tag === "Scalar") return []
  if (is !== undefined) return [...keys(was, is, path), ...missing(was, is, path)]
  return [{ path, from: shown(was), to: "removed", at: merged.named, was: was.named }]
}

/** Returns keys that were added or whose value changed. */
const keys = (was: Tree, is: Tree, path: string): readonly Loosened[] =>
  entriesOf(is).flatMap(([key, to]) => {
    const from = get(was, key)
    const rule = ruleOf(key)
    if (rule === undefined || (from !== undefined && content(from) === content(to)) || rule(from, to)) return []
    return [{ path: step(path, key), from: shown(from), to: shown(to), at: spot(to), was: (from ?? was).named }]
  })

/** Returns keys that were removed. */
const missing = (was: Tree, is: Tree, path: string): readonly Loosened[] =>
  entriesOf(was).flatMap(([key, from]) => {
    const rule = ruleOf(key)
    if (rule === undefined || get(is, key) !== undefined || rule(from, undefined)) return []
    return [{ path: step(path, key), from: shown(from), to: "removed", at: is.named, was: from.named }]
  })

const shown = (tree: Tree | undefined): string =>
  tree === undefined
    ? "–"
    : tree._tag === "Map"
      ? written(tree.span)
      : tree._tag === "List" && tree.items.length === 0
        ? "[]"
        : itemsOf(tree)
            .map((item) => wordOf(item) ?? "…")
            .join(", ")
