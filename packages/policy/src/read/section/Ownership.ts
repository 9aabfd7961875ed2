/** Reads who owns a case from its receipt, and how it is handed over. */
import { defined } from "@hearback/core"
import type { OwnershipRule } from "../../bundle/Bundle.ts"
import { get, integerOf, itemsOf, type Tree, wordOf } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"

type Department = NonNullable<OwnershipRule["department"]>["values"][number]

/** Reads the section `ownership`. */
export const ownershipOf = (reading: Reading): OwnershipRule => {
  const tree = get(reading.root, "ownership")
  const handover = get(tree, "handover")
  const takeUp = lengthOf(reading, get(tree, "take-up"))
  const department = varyingOf(reading, get(tree, "department"), (value) => departmentOf(reading, value))
  return defined({
    ...ownersOf(reading, get(tree, "first-owner")),
    takeUp,
    handover: defined({
      acceptWithin: lengthOf(reading, get(handover, "accept-within")) ?? { _tag: "Working", ms: 4 * 3_600_000 },
      atMost: integerOf(get(handover, "at-most")) ?? 2,
      arbiter: known(reading, "role", get(handover, "arbiter")) ?? "",
      outsideDepartment: wordOf(get(handover, "outside-department")) === "never" ? "never" : undefined
    }),
    ...awayOf(reading, tree),
    department,
    ...teamOf(reading, get(tree, "team"))
  })
}

/** Reports owners listed after the queue, which are never reached. A role named `queue` is a role. */
const ownersOf = (reading: Reading, tree: Tree | undefined): Pick<OwnershipRule, "firstOwner" | "queue"> => {
  const items = itemsOf(tree)
  const at = items.findIndex((item) => wordOf(item) === "queue" && !reading.names.role.has("queue"))
  if (at < 0) return { firstOwner: whoOf(reading, tree) }
  for (const item of items.slice(at + 1)) reading.say("ownership/after-queue", item, { who: wordOf(item) ?? "" })
  return { firstOwner: items.slice(0, at).flatMap((item) => whoOf(reading, item)), queue: true }
}

/** Reads who follows an owner that cannot or must not act. */
const awayOf = (
  reading: Reading,
  tree: Tree | undefined
): Pick<OwnershipRule, "absent" | "recuse" | "onCall" | "atMostOpen"> => {
  const absent = get(tree, "absent")
  const [recuse, call] = [get(tree, "recuse"), get(tree, "on-call")]
  const must = conditionOf(reading, get(recuse, "when"))
  const when = conditionOf(reading, get(call, "when"))
  const handover = lengthOf(reading, get(get(tree, "handover"), "accept-within"))
  const acceptWithin = lengthOf(reading, get(call, "accept-within")) ?? handover
  const atMostOpen = integerOf(get(tree, "at-most-open"))
  return defined({
    absent: absent && whoOf(reading, absent),
    recuse: must && { when: must, to: whoOf(reading, get(recuse, "to")) },
    onCall: call && acceptWithin && defined({ when, to: whoOf(reading, get(call, "to")), acceptWithin }),
    atMostOpen
  })
}

const teamOf = (reading: Reading, tree: Tree | undefined): Pick<OwnershipRule, "team"> => {
  if (tree === undefined) return {}
  const when = conditionOf(reading, get(tree, "when"))
  const members = get(tree, "members")
  const answerWithin = lengthOf(reading, get(tree, "answer-within"))
  const overdue = get(tree, "overdue")
  return {
    team: defined({
      when,
      members: members === undefined ? ["departments"] : membersOf(reading, members),
      answerWithin,
      overdue: overdue === undefined ? ["head"] : whoOf(reading, overdue)
    })
  }
}

/** Reads words for people, roles, and departments by name. */
const membersOf = (reading: Reading, tree: Tree): readonly string[] =>
  itemsOf(tree).flatMap((item) => {
    const word = wordOf(item)
    return word !== undefined && reading.names.department.has(word) ? [word] : whoOf(reading, item)
  })

const departmentOf = (reading: Reading, tree: Tree): Department | undefined => {
  const word = wordOf(tree)
  if (word === "category.department") return reading.inputs.slot(word) === undefined ? undefined : { input: word }
  if (word !== undefined && !reading.names.department.has(word)) {
    unknown(reading, "department", tree, word, [...reading.names.department.keys(), "category.department"])
    return undefined
  }
  return word === undefined ? undefined : { department: word }
}
