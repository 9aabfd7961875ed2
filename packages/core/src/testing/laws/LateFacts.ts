import type { Case } from "../../case/Case.ts"
import type { Command } from "../../case/generated/Command.ts"
import { stateOf } from "../../case/track/Clocks.ts"
import type { Instant } from "../../time/Instant.ts"
import type { CommandHistory, DeciderLaw } from "../History.ts"
import { begin, first, same } from "../History.ts"
import type { Decider, SentCommand, TestWorld } from "../World.ts"
import { caseOf, send, tick } from "../World.ts"

const MINUTE = 60_000
/** When facts that are reported late become known. */
const KNOWN = 27 * 60 * MINUTE

type Fact = Pick<SentCommand, "by" | "command"> & { readonly minute: number }

const facts = (customer: string): readonly Pick<SentCommand, "by" | "command">[] => [
  { by: "ann", command: { do: "pause", reason: "waiting-on-customer" } },
  { by: "ann", command: { do: "pause", reason: "waiting-on-vendor" } },
  { by: "ann", command: { do: "resume" } },
  { by: customer, command: { do: "write", text: "when will it be put right, please?" } },
  { by: "ann", command: { do: "write", text: "soon" } }
]

/**
 * Returns a few facts within ten hours, each at a minute of its own. Which facts and when depends only on the history.
 */
const factsOf = ({ sent }: CommandHistory, customer: string): readonly Fact[] => {
  const all = facts(customer)
  let seed = sent.reduce((sum, { at }) => (sum + at / MINUTE) % 2_147_483_647, sent.length + 1)
  const next = (below: number): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const minutes = new Set(Array.from({ length: 2 + next(6) }, () => 1 + next(600)))
  return [...minutes].map((minute) => ({ minute, ...(all[next(all.length)] as (typeof all)[number]) }))
}

const openingOf = ({ sent }: CommandHistory): SentCommand | undefined =>
  sent.find(({ command }) => command.do === "submit")

/** Returns the clocks to compare. A clock that ran only because a fact was not known counts as absent. */
const standing = ({ clocks }: Case) =>
  Object.fromEntries(
    Object.entries(clocks)
      .filter(([, clock]) => clock.timer === undefined && clock.status !== "cancelled")
      .map(([name, clock]) => [name, [stateOf(clock), clock.startedAt, clock.dueAt]])
  )

const told = (
  decider: Decider,
  history: CommandHistory,
  opening: SentCommand,
  all: readonly Fact[],
  isLate: boolean
): TestWorld => {
  const give = (world: TestWorld, by: string, command: Command, at: Instant, said: Instant): TestWorld =>
    send(world, { case: opening.case, at, said, by, command }).world
  const { at } = opening
  const opened = send(begin(decider, history), opening).world
  const world = all.reduce((world, { by, command, minute }) => {
    const said = at + minute * MINUTE
    return give(world, by, command, isLate ? at + KNOWN : said, said)
  }, opened)
  return tick(world, at + KNOWN)
}

/**
 * Returns the opening of a case by an identified customer, with what is reported about it; undefined if there is none.
 */
const storyOf = (history: CommandHistory) => {
  const opening = openingOf(history)
  const customer = opening?.command.do === "submit" ? opening.command.customer : undefined
  return opening === undefined || customer === undefined ? undefined : { opening, all: factsOf(history, customer) }
}

/**
 * Law: facts may become known late, in any order and repeatedly. Promises then end as if each fact had been reported
 * when it happened. Misses that were recorded meanwhile, and messages about them, stay.
 */
export const lateFacts: DeciderLaw = {
  name: "late-facts",
  given: (history) => storyOf(history)?.all.length ?? 0,
  violation: (decider, history) => {
    const story = storyOf(history)
    if (story === undefined) return undefined
    const { opening, all } = story
    const inOrder = told(
      decider,
      history,
      opening,
      all.toSorted((a, b) => a.minute - b.minute),
      false
    )
    const shuffled = told(decider, history, opening, [...all, ...all.slice(0, 2)], true)
    const [a, b] = [inOrder, shuffled].map((w) => standing(caseOf(w, opening.case)))
    return first(Object.keys({ ...a, ...b }), (name) =>
      same(a?.[name], b?.[name])
        ? undefined
        : `${name} stands at ${JSON.stringify(b?.[name])} when told late, and not at ${JSON.stringify(a?.[name])}: ${JSON.stringify(all)}`
    )
  }
}
