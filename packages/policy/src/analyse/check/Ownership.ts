/** Checks rules of ownership that lead to nobody, or back to the person whom the case must leave. */
import type { UnhashedBundle } from "../../bundle/Hash.ts"
import { dig, entriesOf, get, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import type { Reading } from "../../read/Reading.ts"
import { who } from "../../vocabulary/Vocabulary.ts"

/** Words for a person that can mean the same owner whom a rule replaces. */
const selves: readonly string[] = ["owner", "receiver"]

/**
 * For each list, the words for a person that can be resolved when the list is read. Roles can always be resolved.
 */
const meant: Readonly<Record<string, ReadonlySet<string>>> = {
  "first-owner": new Set(["receiver", "department", "head"]),
  absent: new Set(["deputy"])
}
const words: ReadonlySet<string> = new Set(Object.keys(who))

/** Checks who follows an owner, and who is in a virtual team. */
export const ownership = (reading: Reading, policy: UnhashedBundle): void => {
  const tree = get(reading.root, "ownership")
  for (const rule of ["recuse", "on-call"]) moves(reading, rule, get(tree, rule))
  for (const rule of Object.keys(meant)) named(reading, rule, get(tree, rule))
  const { atMostOpen, firstOwner, queue, team, department } = policy.ownership
  const limit = get(tree, "at-most-open")
  const first = get(tree, "first-owner")
  const isNobodys =
    first !== undefined &&
    firstOwner.length > 0 &&
    !reading.isFaulty(first.path) &&
    !firstOwner.some((who) => reading.names.role.has(who))
  if (isNobodys && !firstOwner.some((who) => who === "department" || who === "head"))
    reading.say("ownership/no-lead", first, { rule: "first-owner" })
  else if (limit !== undefined && atMostOpen !== undefined && firstOwner.length < 2 && queue !== true)
    reading.say("ownership/no-next-owner", limit, { limit: atMostOpen })
  spokesmen(reading, policy)
  arbiters(reading, policy)
  const absent = get(tree, "absent")
  if (
    absent !== undefined &&
    itemsOf(absent).length > 0 &&
    !reading.isFaulty(absent.path) &&
    !policy.ownership.absent?.some((who) => reading.names.role.has(who))
  )
    reading.say("ownership/no-lead", absent, { rule: "absent" })
  const written = get(tree, "team")
  const isRouted = department !== undefined || policy.dictionary.categories.some((one) => one.department !== undefined)
  const hasOthers = team?.members.some((who) => who !== "departments" && who !== "department") === true
  if (written !== undefined && team !== undefined && !isRouted && !hasOthers) {
    if (reading.isPack) reading.say("pack/left-open", written, { what: "`departments`" }, { span: written.named })
    else reading.say("ownership/team-of-nobody", get(written, "members") ?? written, {})
  }
}

/** Checks that the arbiter has a higher role than the people who could not decide. */
const arbiters = (
  reading: Reading,
  { authority, ownership: { firstOwner, handover }, loops }: UnhashedBundle
): void => {
  const [lowest, ...others] = authority.limits.map(({ role }) => role)
  if (lowest === undefined || others.length === 0 || !firstOwner.includes(lowest)) return
  const places = [
    ...(handover.arbiter === lowest ? ["ownership.handover.arbiter"] : []),
    ...loops.flatMap(({ gates }) =>
      gates.flatMap(({ path, arbiter }) => (arbiter === lowest ? [`${path}.arbiter`] : []))
    )
  ]
  for (const at of places.flatMap((path) => reading.at(path) ?? []))
    if (!at.named.file.path.startsWith("pack:")) reading.say("ownership/own-arbiter", at, { arbiter: lowest })
}

/** Checks who represents or leads a department, and where these words are used. */
const spokesmen = (reading: Reading, { loops, dictionary, ownership: { department: route } }: UnhashedBundle): void => {
  const tree = get(reading.root, "ownership")
  const lists = [
    dig(tree, "team", "members"),
    dig(tree, "team", "overdue"),
    ...loops.flatMap(({ path, gates }) =>
      gates.flatMap(({ side, name }) =>
        ["by", "sign-off", "notify"].map((key) => reading.at(`${path}.${side}.${name}.${key}`))
      )
    )
  ]
  const uses = lists.flatMap((list) => itemsOf(list)).map((item) => ({ item, word: wordOf(item) ?? "" }))
  const routed = new Set(dictionary.categories.map(({ department }) => department))
  const isByTable = (route?.table.slots.length ?? 0) > 1
  const departments = entriesOf(get(reading.root, "departments")).filter(([name]) => isByTable || routed.has(name))
  for (const [key, asked] of [
    ["contact", ["departments", "department"]],
    ["head", ["head"]]
  ] as const) {
    const use = uses.find(({ word }) => asked.some((each) => each === word))
    const lacking = departments.filter(([, department]) => get(department, key) === undefined)
    if (use === undefined || lacking.length === 0 || reading.isPack) continue
    const where = use.item.path
    if (lacking.length === departments.length)
      reading.say("ownership/nobody-speaks", use.item, {
        department: lacking.map(([name]) => name).join("`, `"),
        key,
        where
      })
    else
      for (const [department, at] of lacking)
        reading.say("ownership/nobody-speaks", at, { department, key, where }, { span: at.named })
  }
}

const named = (reading: Reading, rule: string, list: Tree | undefined): void => {
  if (list === undefined) return
  const items = itemsOf(list)
  if (items.length === 0 && rule === "first-owner") reading.say("ownership/nobody-meant", list, { rule })
  for (const item of items) {
    const word = wordOf(item) ?? ""
    if (words.has(word) && meant[rule]?.has(word) !== true)
      reading.say("ownership/nobody-meant", item, { rule, who: word })
  }
}

const moves = (reading: Reading, rule: string, tree: Tree | undefined): void => {
  if (tree === undefined) return
  const to = get(tree, "to")
  if (to === undefined || itemsOf(to).length === 0) reading.say("ownership/nobody-takes-it", to ?? tree, { rule })
  for (const item of itemsOf(to)) {
    const word = wordOf(item) ?? ""
    if (selves.includes(word)) reading.say("ownership/back-to-owner", item, { rule, who: word })
  }
}
