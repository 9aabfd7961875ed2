/** Loops: what a kind of case must go through, and how it may be taken up again; endings that cut it short. */
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
export const loopsOf = (r: Reading): readonly LoopRule[] =>
  entriesOf(get(r.root, "loops")).map(([name, tree]) => {
    const gates = gatesIn(tree)
    const when = get(tree, "when")
    return {
      name,
      path: tree.path,
      when: conditionOf(r, when) ?? {
        rule: tree.path,
        table: tableOf(tree.path, [{ cells: new Map(), rule: tree.path }])
      },
      gates: sides.flatMap((side) =>
        entriesOf(get(tree, side)).map(([gate, written]) => gateOf(r, gate, written, side, gates))
      ),
      reopen: entriesOf(get(tree, "reopen")).flatMap(([cause, entry]) => reopenOf(r, cause, entry, gates))
    }
  })

const reopenOf = (r: Reading, cause: string, tree: Tree, gates: ReadonlyMap<string, Tree>): readonly ReopenRule[] => {
  if (cause !== "dissatisfied" && cause !== "recurrence" && !r.names.event.has(cause))
    unknown(r, "event", tree, cause, ["dissatisfied", "recurrence", ...r.names.event.keys()], "event", tree.named)
  const within = lengthOf(r, get(tree, "within"))
  const [backTo] = gateNames(r, get(tree, "back-to"), gates)
  if (within === undefined || backTo === undefined) return []
  const when = conditionOf(r, get(tree, "when"))
  const atMost = integerOf(get(tree, "at-most"))
  const clocks = (["resume", "restart", "continue"] as const).find((each) => each === wordOf(get(tree, "clocks")))
  return [defined({ cause, path: tree.path, when, within, backTo, atMost, clocks })]
}

const endings = ["withdrawn", "forwarded", "turned-away", "merged"] as const

/** Reads the endings that cut a loop short. */
export const endingsOf = (r: Reading): readonly EndingRule[] =>
  endings.flatMap((name) => {
    const tree = get(get(r.root, "endings"), name)
    if (tree === undefined) return []
    const tell = known(r, "message", get(tree, "tell"))
    return [
      defined({
        name,
        path: tree.path,
        by: whoOf(r, get(tree, "by")),
        fields: fieldsOf(r, get(tree, "fields")),
        tell,
        closes: wordOf(get(tree, "closes")) === "both-loops" ? ("both-loops" as const) : ("customer-loop" as const)
      })
    ]
  })
