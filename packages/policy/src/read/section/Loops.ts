/** Reads loops: the gates of a kind of case, and how it can reopen; and endings that end a case early. */
import { defined } from "@hearback/core"
import type { EndingRule, LoopRule, ReopenRule } from "../../bundle/Bundle.ts"
import { entriesOf, get, integerOf, type Tree, wordOf } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import { gatesIn, sides } from "../Names.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { conditionOf, tableOf } from "../table/Table.ts"
import { fieldsOf } from "./Channels.ts"
import { gateNames, gateOf } from "./Gates.ts"

/** Reads every loop. */
export const loopsOf = (reading: Reading): readonly LoopRule[] =>
  entriesOf(get(reading.root, "loops")).map(([name, tree]) => {
    const gates = gatesIn(tree)
    const when = get(tree, "when")
    return {
      name,
      path: tree.path,
      when: conditionOf(reading, when) ?? {
        rule: tree.path,
        table: tableOf(tree.path, [{ cells: new Map(), rule: tree.path }])
      },
      gates: sides.flatMap((side) =>
        entriesOf(get(tree, side)).map(([gate, written]) => gateOf(reading, gate, written, side, gates))
      ),
      reopen: entriesOf(get(tree, "reopen")).flatMap(([cause, entry]) => reopenOf(reading, cause, entry, gates))
    }
  })

const reopenOf = (
  reading: Reading,
  cause: string,
  tree: Tree,
  gates: ReadonlyMap<string, Tree>
): readonly ReopenRule[] => {
  if (cause !== "dissatisfied" && cause !== "recurrence" && !reading.names.event.has(cause))
    unknown(
      reading,
      "event",
      tree,
      cause,
      ["dissatisfied", "recurrence", ...reading.names.event.keys()],
      "event",
      tree.named
    )
  const within = lengthOf(reading, get(tree, "within"))
  const [backTo] = gateNames(reading, get(tree, "back-to"), gates)
  if (within === undefined || backTo === undefined) return []
  const when = conditionOf(reading, get(tree, "when"))
  const atMost = integerOf(get(tree, "at-most"))
  const clocks = (["resume", "restart", "continue"] as const).find((each) => each === wordOf(get(tree, "clocks")))
  return [defined({ cause, path: tree.path, when, within, backTo, atMost, clocks })]
}

const endings = ["withdrawn", "forwarded", "turned-away", "merged"] as const

/** Reads the endings that end a loop early. */
export const endingsOf = (reading: Reading): readonly EndingRule[] =>
  endings.flatMap((name) => {
    const tree = get(get(reading.root, "endings"), name)
    if (tree === undefined) return []
    const tell = known(reading, "message", get(tree, "tell"))
    return [
      defined({
        name,
        path: tree.path,
        by: whoOf(reading, get(tree, "by")),
        fields: fieldsOf(reading, get(tree, "fields")),
        tell,
        closes: wordOf(get(tree, "closes")) === "both-loops" ? ("both-loops" as const) : ("customer-loop" as const)
      })
    ]
  })
