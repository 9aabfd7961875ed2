/** Finds keys that have no effect, because what they refer to does not exist. */
import { Target } from "@hearback/core"
import type { ClockPoint, ClockRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { dig, entriesOf, get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { sides } from "../../read/Names.ts"
import type { Reading } from "../../read/Reading.ts"
import { type Say, said } from "../../text/TranslatedTexts.ts"

/** Reports keys of the policy itself (not of packs) that have no effect. */
export const idleKeys = (reading: Reading, policy: UnhashedBundle): void => {
  for (const [name, tree] of entriesOf(get(reading.root, "clocks"))) ofClock(reading, name, tree, policy.clocks)
  for (const [loop, tree] of entriesOf(get(reading.root, "loops")))
    for (const side of sides)
      for (const [name, gate] of entriesOf(get(tree, side)))
        ofGate(reading, `${loop}.${name}`, name, gate, policy.clocks)
  emptied(reading, reading.root)
  tell(reading, dig(reading.root, "problems"), "alike", onlySame)
  const [sending, team] = [get(reading.root, "sending"), dig(reading.root, "ownership", "team")]
  const delays = get(sending, "quiet") ?? get(sending, "digest")
  if (delays === undefined) tell(reading, sending, "quiet-except", withoutQuiet)
  const handover = dig(reading.root, "ownership", "handover")
  if (integerOf(get(handover, "at-most")) === 0) tell(reading, handover, "accept-within", withoutHandover)
  if (get(team, "answer-within") === undefined) tell(reading, team, "overdue", withoutTime)
}

/** Lists that ask for something and ask for nothing when they are empty. */
const demands: ReadonlySet<string> = new Set(
  "levels same require offer prefill fields method must-say surface-causes apart of figures quiet".split(" ")
)

/** Reports empty lists that should ask for something. */
const emptied = (reading: Reading, tree: Tree): void => {
  if (tree._tag === "List") for (const item of tree.items) emptied(reading, item)
  if (tree._tag !== "Map") return
  for (const [key, value] of tree.entries)
    if (value._tag !== "List" || value.items.length > 0) emptied(reading, value)
    else if (demands.has(key) && value.span.file === reading.root.span.file)
      reading.say("shape/empty-list", value, { key }, { span: value.span, ...(key === "levels" && { level: "error" }) })
}

const itsOwnPlace: Say = (texts) => texts.why.notItself
const onlySame: Say = (texts) => texts.why.same
const withoutQuiet: Say = (texts) => texts.why.noQuiet
const withoutHandover: Say = (texts) => texts.why.noHandover
const withoutTime: Say = (texts) => texts.why.noAnswerWithin
const withoutClock: Say = (texts) => texts.why.noWithin
const withoutOrder: Say = (texts) => texts.why.noAfter
const withoutPause: Say = (texts) => texts.why.noPause
const withoutLevels: Say = (texts) => texts.why.oneLength
const withoutDates: Say = (texts) => texts.why.noDates
const withoutOffice: Say = (texts) => texts.why.noWorkingTime

/** Returns an entry of a map, if the policy itself (not a pack) wrote it. */
const tell = (reading: Reading, map: Tree | undefined, key: string, why: Say): void => {
  const at = get(map, key)
  if (at === undefined || at.named.file.path.startsWith("pack:") || reading.isPack || reading.isFaulty(at.path)) return
  reading.say("shape/no-effect", at, { key, why: said(why) }, { span: at.named })
}

const ofGate = (reading: Reading, inLoop: string, name: string, gate: Tree, clocks: readonly ClockRule[]): void => {
  const own = clocks.filter((clock) => clock.gate === name && inLoop === `${clock.loop}.${name}`)
  if (own.length === 0) for (const key of ["from", "calendar"]) tell(reading, gate, key, withoutClock)
  else if (!own.some((clock) => usesCalendar(gate, clock)) && own.some(isNamed))
    tell(reading, gate, "calendar", withoutOffice)
  if (get(gate, "after") === undefined) tell(reading, gate, "out-of-order", withoutOrder)
  const itself = itemsOf(get(gate, "instead-of")).find((item) => wordOf(item) === name)
  if (itself !== undefined)
    reading.say("shape/no-effect", itself, { key: "instead-of", why: said(itsOwnPlace) }, { span: itself.span })
}

const ofClock = (reading: Reading, name: string, tree: Tree, clocks: readonly ClockRule[]): void => {
  const own = clocks.filter((clock) => name === clock.name || name === `${clock.loop ?? ""}.${clock.name}`)
  if (own.length === 0) return
  if (!own.some((clock) => usesCalendar(tree, clock)) && own.some(isNamed))
    tell(reading, tree, "calendar", withoutOffice)
  if (!own.some(countsDates)) tell(reading, tree, "first-day", withoutDates)
  if (!own.some((clock) => countsDates(clock) || clock.extend?.each._tag === "Civil"))
    tell(reading, tree, "ends", withoutDates)
  if (!own.some(mayRoll)) tell(reading, tree, "roll", withoutDates)
  if (own.every(({ pause }) => Object.keys(pause).length === 0)) tell(reading, tree, "manual", withoutPause)
  if (own.every(({ within }) => (within?.values.length ?? 0) < 2)) tell(reading, tree, "on-regrade", withoutLevels)
}

/** Returns whether a clock has a calendar; `always` means that it has none. */
const isNamed = ({ calendar }: ClockRule): boolean => calendar !== "always"

const lengths = ({ within }: ClockRule): readonly Target.Target[] => within?.values ?? []

/** Returns whether a clock counts whole dates, as days, longer units and working days do. */
const countsDates = (clock: ClockRule): boolean =>
  lengths(clock).some(({ _tag }) => _tag === "Civil" || _tag === "WorkingDays")

const mayRoll = (clock: ClockRule): boolean =>
  clock.until !== undefined || lengths(clock).some(({ _tag }) => _tag === "Civil")

const byOf = (point: ClockPoint): readonly Target.Target[] =>
  point._tag === "Before" || point._tag === "After" ? [point.by] : []

/**
 * Returns whether any duration of an entry counts on its calendar. Inherited defaults are no reason to name a
 * calendar.
 */
const usesCalendar = (tree: Tree, clock: ClockRule): boolean => {
  const says = (key: string): boolean => get(tree, key) !== undefined
  return (
    (mayRoll(clock) && clock.roll !== "none") ||
    [
      ...lengths(clock),
      ...(says("pause") ? Object.values(clock.pause) : []),
      ...(says("extend") && clock.extend !== undefined ? [clock.extend.each] : []),
      ...(says("remind") ? clock.remind : []).flatMap(({ at }) => byOf(at)),
      ...(says("escalate") ? clock.escalate : []).flatMap(({ at }) => byOf(at))
    ].some(Target.isWorking)
  )
}
