/**
 * Checks who may pass gates and who gets notices: gates that nobody can pass, and notices to people outside the
 * staff.
 */
import type { GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { People } from "../../people/People.ts"
import { sides } from "../../read/Names.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"

/** Words for a person that always mean the same person within one case. */
const single: ReadonlySet<string> = new Set(["owner", "customer", "receiver", "automatic"])

/** Reports gates that nobody can pass, because everyone who may has passed an earlier gate that excludes them. */
export const excluded = (reading: Reading, { loops, roles }: UnhashedBundle, people: People | undefined): void => {
  const handsOf = (who: readonly string[]): ReadonlySet<string> | undefined => handsIn(who, roles, people)
  for (const loop of loops)
    for (const gate of loop.gates) {
      const [kept, by] = [passedBefore(loop, gate), handsOf(gate.by)]
      if (kept.length === 0 || by === undefined || by.size === 0) continue
      const gone = new Map(kept.flatMap((other) => oneOf(handsOf(other.by)).map((hand) => [hand, other] as const)))
      const tree = dig(reading.root, "loops", loop.name, gate.side, gate.name)
      const at = get(tree, "not-by")
      if (at === undefined || ![...by].every((hand) => gone.has(hand))) continue
      const others = [...by].flatMap((hand) => placeOf(reading, loop, gone.get(hand)) ?? [])
      reading.say("gate/nobody", at, { gate: gate.name }, { span: at.named, related: others })
    }
}

/**
 * Returns the gates in `not-by` that somebody must have passed before this gate opens, in every case that needs both.
 */
const passedBefore = (loop: LoopRule, gate: GateRule): readonly GateRule[] => {
  const earlier = before(loop, gate.name)
  return loop.gates.filter(({ name, optional }) => gate.notBy.includes(name) && earlier.has(name) && !optional)
}

/** Returns the people that a word can mean: ids, or the word itself; undefined if it can be anybody. */
const handsIn = (
  who: readonly string[],
  roles: UnhashedBundle["roles"],
  people: People | undefined
): ReadonlySet<string> | undefined => {
  const hands = new Set<string>()
  for (const word of who) {
    if (single.has(word)) hands.add(word)
    else if (people === undefined || !Object.hasOwn(roles, word)) return undefined
    else for (const person of people.people) if (person.roles.includes(word)) hands.add(`person ${person.id}`)
  }
  return hands
}

const oneOf = (hands: ReadonlySet<string> | undefined): readonly string[] => (hands?.size === 1 ? [...hands] : [])

const placeOf = (reading: Reading, loop: LoopRule, gate: GateRule | undefined) => {
  const tree = gate === undefined ? undefined : dig(reading.root, "loops", loop.name, gate.side, gate.name)
  const text = said((t) => t.place.onlyThey)
  return tree === undefined ? undefined : related((get(tree, "by") ?? tree).named, text, true)
}

/** Words for a person who is not on the staff, so that no notice reaches them. */
const outsiders: ReadonlySet<string> = new Set(["customer", "automatic"])

/** Kinds of gates that show what the staff did or decided. */
const ofStaff: ReadonlySet<GateKind> = new Set<GateKind>([
  "containment",
  "correction",
  "root-cause",
  "prevention",
  "effectiveness",
  "approval"
])

/** Reports gates of staff work that only the customer may pass, and gates that exclude themselves. */
export const handsOfGates = (reading: Reading, { loops }: UnhashedBundle): void => {
  for (const loop of loops)
    for (const gate of loop.gates) {
      const tree = reading.at(gate.path)
      for (const item of itemsOf(get(tree, "by")))
        if (ofStaff.has(gate.kind) && wordOf(item) === "customer")
          reading.say("people/not-staff", item, { who: "customer", gate: gate.name }, { span: item.span })
      for (const item of itemsOf(get(tree, "not-by")))
        if (wordOf(item) === gate.name) reading.say("gate/nobody", item, { gate: gate.name, keepsItself: true })
    }
}

/** Reports notices to a person who is not on the staff. */
export const notStaff = (reading: Reading): void => {
  for (const list of noticesIn(reading.root))
    for (const item of itemsOf(list)) {
      const word = wordOf(item) ?? ""
      if (outsiders.has(word)) reading.say("people/not-staff", item, { who: word })
    }
}

const noticesIn = (root: Tree): readonly (Tree | undefined)[] => [
  ...[dig(root, "clock-defaults"), ...entriesOf(get(root, "clocks")).map(([, clock]) => clock)].flatMap((clock) =>
    itemsOf(get(clock, "escalate")).map((step) => get(step, "notify"))
  ),
  get(dig(root, "gate-defaults"), "notify"),
  ...entriesOf(get(root, "loops")).flatMap(([, loop]) =>
    sides.flatMap((side) =>
      entriesOf(get(loop, side)).flatMap(([, gate]) => [get(gate, "notify"), get(gate, "sign-off")])
    )
  ),
  ...entriesOf(get(root, "alarms")).map(([, alarm]) => get(alarm, "notify")),
  ...entriesOf(get(root, "departments")).flatMap(([, one]) => [get(one, "contact"), get(one, "head")]),
  dig(root, "ownership", "team", "overdue"),
  dig(root, "authority", "spot-check", "by")
]
