/** Whose hands a gate is in: gates that nobody is left to pass, and notices to somebody who is not on the staff. */
import type { GateKind, GateRule, LoopRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { People } from "../../people/People.ts"
import { sides } from "../../read/Names.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { before } from "../graph/Waiting.ts"

/** Words for a person that mean the same one each time they stand in one case. */
const single: ReadonlySet<string> = new Set(["owner", "customer", "receiver", "automatic"])

/** Says which gates nobody may pass, because whoever may has passed a gate before them that keeps them out. */
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

/** Gates of `not-by` that somebody has passed by the time that this one opens, in every case that needs them. */
const passedBefore = (loop: LoopRule, gate: GateRule): readonly GateRule[] => {
  const earlier = before(loop, gate.name)
  return loop.gates.filter(({ name, optional }) => gate.notBy.includes(name) && earlier.has(name) && !optional)
}

/** Returns who may be meant: people by their ids, a word for itself; nothing where it may be anybody. */
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

/** Words for a person who is nobody on the staff, so that no notice reaches them. */
const outsiders: ReadonlySet<string> = new Set(["customer", "automatic"])

/** Gates that show what the staff did or decided. */
const ofStaff: ReadonlySet<GateKind> = new Set<GateKind>([
  "containment",
  "correction",
  "root-cause",
  "prevention",
  "effectiveness",
  "approval"
])

/** Says which gates are in the hands of the customer though they are work of the staff, and which keep themselves out. */
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

/** Says where a notice is meant for somebody who is not on the staff. */
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
