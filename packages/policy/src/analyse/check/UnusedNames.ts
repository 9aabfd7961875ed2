/**
 * Finds names of the policy itself that nothing uses. A name similar to another one is probably misspelt: it declares
 * something new instead of changing what was meant. The others get a note that the policy does not use them, because
 * hosts and people may. Names of a pack are for its heirs and are not checked; an inherited name that is changed is
 * no new name.
 */
import { defined } from "@hearback/core"
import type { ClockRule } from "../../bundle/Bundle.ts"
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { related } from "../../diagnostic/Diagnostic.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { dig, entriesOf, get, type Tree } from "../../link/Tree.ts"
import type { People } from "../../people/People.ts"
import { builtInFields, titlesOf } from "../../read/Names.ts"
import type { Reading } from "../../read/Reading.ts"
import { said } from "../../text/TranslatedTexts.ts"
import { lookOf } from "../../value/LookAlike.ts"
import { type References, type Referred, referencesOf } from "../graph/References.ts"

/** Reports names that nothing uses. `inherited` is the policy that this one extends. */
export const unused = (
  reading: Reading,
  policy: UnhashedBundle,
  inherited: Tree | undefined,
  people: People | undefined
): void => {
  const used = withPeople(referencesOf(policy), policy, people)
  for (const { sort, section, also } of watched) {
    const theirs = new Set(entriesOf(dig(inherited, ...section.split("."))).map(([name]) => name))
    const names = namesOf(reading, sort)
    for (const [name, tree] of names) {
      const isNew = tree !== undefined && !theirs.has(name) && !isInherited(inherited, sort, name)
      if (!isNew || used[sort].has(name) || reading.isFaulty(tree.path)) continue
      if (reading.meant.has(name)) {
        misdeclared(reading, sort, name, tree)
        continue
      }
      if (reading.isPack) continue
      const declared = [...used[sort]].filter((each) => names.has(each))
      const known = [...new Set([...declared, ...theirs, ...(also ?? [])])].filter((each) => each !== name)
      const { guess } = guessed(name, known)
      if (guess !== undefined && !isToldElsewhere(reading, sort))
        reading.say("name/unused", tree, { kind: sort, name, guess }, { span: spotOf(tree, sort) })
      else if (
        !isToldElsewhere(reading, sort) &&
        !reading.isFaulty("") &&
        !(sort === "fact" && isForReading(policy, name))
      )
        reading.say("name/idle", tree, { kind: sort, name }, { span: spotOf(tree, sort) })
    }
  }
  // A gate need not be used by a rule. If others misspell it, they are reported at its declaration.
  for (const [name, tree] of reading.names.gate) {
    const isOwn = tree !== undefined && tree.named.file === reading.root.span.file && !reading.isFaulty(tree.path)
    if (isOwn && !used.gate.has(name)) misdeclared(reading, "gate", name, tree)
  }
  // A dimension whose own rules misspell its name, too, is faulty for that reason.
  for (const [name, tree] of reading.names.dimension)
    if (tree?.named.file === reading.root.span.file && reading.isFaulty(tree.path))
      misdeclared(reading, "dimension", name, tree)
  if (!reading.isPack) idleClocks(reading, policy, used)
}

/** Returns a name that several places spell in the same other way, so that the declaration is probably misspelt. */
const misdeclared = (reading: Reading, sort: Watched["sort"] | "gate", name: string, tree: Tree): void => {
  const [first, ...others] = reading.meant.get(name) ?? []
  if (first === undefined || others.some((one) => one.name !== first.name)) return
  // One place alone can be the misspelt one, unless both names look the same.
  if (first.name === name || (others.length === 0 && lookOf(first.name) !== lookOf(name))) return
  reading.excused.add(first.name)
  const places = [first, ...others].map(({ span }) =>
    related(
      span,
      said((t) => t.place.writtenSo)
    )
  )
  const more = { span: spotOf(tree, sort), level: "error", related: places } as const
  reading.say("name/unused", tree, { kind: sort, name, guess: first.name }, more)
}

interface Watched {
  readonly sort: Exclude<Referred, "clock" | "gate">
  readonly section: string
  readonly also?: readonly string[]
}

const watched: readonly Watched[] = [
  { sort: "role", section: "roles" },
  { sort: "department", section: "departments" },
  { sort: "event", section: "events" },
  { sort: "calendar", section: "calendars" },
  { sort: "signal", section: "dictionary.signals" },
  { sort: "message", section: "messages" },
  { sort: "fact", section: "facts", also: builtInFields },
  { sort: "dimension", section: "grading" },
  { sort: "consent", section: "customers.consent" }
]

/** Returns whether a fact is only for people to read, like texts and files; no rule needs to read it. */
const isForReading = ({ facts }: UnhashedBundle, name: string): boolean =>
  facts[name]?.kind === "text" || facts[name]?.kind === "file"

/** Returns whether a message is probably the one that a gate lacks, which has its own finding. */
const isToldElsewhere = (reading: Reading, sort: Referred): boolean =>
  sort === "message" && reading.hasTold("gate/tells-nobody", "loop/ends-untold")

const namesOf = (reading: Reading, sort: Watched["sort"]): ReadonlyMap<string, Tree | undefined> =>
  sort === "consent" ? new Map(entriesOf(dig(reading.root, "customers", "consent"))) : reading.names[sort]

/** Returns where a name is declared. Events are a list; all other names are keys. */
const spotOf = (tree: Tree, sort: Referred) => (sort === "event" ? tree.span : tree.named)

const isInherited = (inherited: Tree | undefined, sort: Referred, name: string): boolean => {
  const events = sort === "event" ? get(inherited, "events") : undefined
  return events?._tag === "List" && events.items.some((item) => item._tag === "Scalar" && item.text === name)
}

/**
 * Returns whether people use a name: they have roles, departments and calendars. Without a people file, these names
 * count as used.
 */
const withPeople = (used: References, policy: UnhashedBundle, people: People | undefined): References => {
  const known = people?.people ?? []
  const isOfOwner = policy.clocks.some(({ calendar }) => calendar === "of-owner")
  const calendars = people === undefined && isOfOwner ? Object.keys(policy.calendars) : known.map((one) => one.calendar)
  const departments = people === undefined ? [] : known.map((one) => one.department)
  const named = (names: readonly (string | undefined)[]) => names.flatMap((name) => name ?? [])
  return {
    ...used,
    calendar: new Set([...used.calendar, ...named(calendars)]),
    department: new Set([...used.department, ...named(departments)])
  }
}

/**
 * Returns whether a clock has no effect: nothing meets it, it informs nobody and no rule reads it. Probably its gate
 * is misspelt.
 */
const idleClocks = (reading: Reading, { clocks, loops }: UnhashedBundle, used: References): void => {
  const gates = loops.flatMap(({ name: loop, gates: all }) =>
    all.flatMap(({ name }) => [
      { word: name, also: [], like: titlesOf(reading.names.gate.get(name)) },
      { word: `${loop}.${name}`, also: [] }
    ])
  )
  const told = new Set<Tree>()
  for (const clock of clocks) {
    const tree = treeOf(reading, clock)
    const acts = clock.gate !== undefined || clock.metBy.length > 0 || used.clock.has(clock.name)
    const tells = get(tree, "remind") ?? get(tree, "escalate")
    if (acts || tells !== undefined || tree === undefined || told.has(tree)) continue
    if (tree.named.file.path.startsWith("pack:") || reading.isFaulty(tree.path)) continue
    const { guess } = guessed(tree.path.slice("clocks.".length), gates)
    // A clock with its own start that only ends is intended.
    if (guess === undefined && get(tree, "from") !== undefined) continue
    told.add(tree)
    reading.say("clock/idle", tree, defined({ clock: clock.name, guess }), { span: tree.named })
  }
}

const treeOf = (reading: Reading, { name, loop }: ClockRule): Tree | undefined =>
  dig(reading.root, "clocks", name) ?? dig(reading.root, "clocks", `${loop ?? ""}.${name}`)
