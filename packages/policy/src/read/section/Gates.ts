/** Reads gates. Each has the defaults of the policy, and only the keys of its kind. */

import { Conclusion, defined, gateKinds } from "@hearback/core"
import type { GateKind, GateRule, RootCauseMethod, Target } from "../../bundle/Bundle.ts"
import { guessed } from "../../diagnostic/UnknownWords.ts"
import { merge } from "../../link/Merge.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf, yesNoOf } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { titled } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"
import { fieldsOf } from "./Channels.ts"

const allKinds = Object.keys(gateKinds) as readonly GateKind[]

/** Merges a gate over `gate-defaults`. */
const withDefaults = (reading: Reading, gate: Tree): Tree => merge(get(reading.root, "gate-defaults"), gate)

/** Reads a gate; `loopGates` are all gates of its loop. */
export const gateOf = (
  reading: Reading,
  name: string,
  written: Tree,
  side: GateRule["side"],
  loopGates: ReadonlyMap<string, Tree>
): GateRule => {
  const tree = withDefaults(reading, written)
  const kind = allKinds.find((each) => each === wordOf(get(tree, "needs"))) ?? "record"
  const gates = (key: string) => gateNames(reading, get(tree, key), loopGates)
  const when = conditionOf(reading, get(tree, "when"))
  const tell = known(reading, "message", get(tree, "tell"))
  const onlyWithin = varyingOf(reading, get(tree, "only-within"), (value) => lengthOf(reading, value))
  const basis = wordOf(get(tree, "basis"))
  const explain = get(tree, "or-explain")
  for (const [key, kinds] of owners) {
    const foreign = get(written, key)
    if (foreign !== undefined && !kinds.includes(kind) && allKinds.some((each) => each === wordOf(get(tree, "needs"))))
      reading.say("gate/key-of-another-kind", foreign, { gate: name, kind, key, kinds }, { span: foreign.named })
  }
  return defined({
    name,
    path: written.path,
    kind,
    side,
    ...titled(reading, tree),
    when,
    after: gates("after"),
    by: get(tree, "by") === undefined ? ["owner"] : whoOf(reading, get(tree, "by")),
    notBy: gates("not-by"),
    signOff: whoOf(reading, get(tree, "sign-off")),
    fields: fieldsOf(reading, get(tree, "fields")),
    // A gate that can be passed only within a time is optional.
    optional: yesNoOf(get(tree, "optional")) === true || onlyWithin !== undefined,
    outOfOrder: wordOf(get(tree, "out-of-order")) === "recorded" ? "recorded" : "refused",
    tell,
    notify: whoOf(reading, get(tree, "notify")),
    orExplain: explain && explanationOf(reading, explain, tree),
    onlyWithin,
    insteadOf: gates("instead-of"),
    basis,
    ...own[kind]?.read(reading, tree, loopGates)
  })
}

const explanationOf = (reading: Reading, tree: Tree, gate: Tree): NonNullable<GateRule["orExplain"]> => {
  const when = conditionOf(reading, get(tree, "when"))
  const tell = known(reading, "message", get(tree, "tell"))
  const signOff = whoOf(reading, get(tree, "sign-off"))
  return defined({
    by: whoOf(reading, get(tree, "by") ?? get(gate, "by")),
    when,
    fields: fieldsOf(reading, get(tree, "fields")),
    signOff: signOff.length === 0 ? undefined : signOff,
    tell
  })
}

/** Returns names of gates of the same loop. */
export const gateNames = (
  reading: Reading,
  tree: Tree | undefined,
  gates: ReadonlyMap<string, Tree>
): readonly string[] =>
  (tree === undefined ? [] : tree._tag === "List" ? tree.items : [tree]).flatMap((item) => {
    const name = wordOf(item)
    if (name === undefined) return []
    if (gates.has(name)) return [name]
    unknown(reading, "gate", item, name, [...gates.keys()])
    return []
  })

type Own = Partial<
  Pick<
    GateRule,
    | "method"
    | "depth"
    | "surfaceCauses"
    | "evidence"
    | "smart"
    | "prevents"
    | "observe"
    | "proof"
    | "ifFailed"
    | "repliedBy"
    | "rounds"
    | "arbiter"
    | "oneOf"
    | "means"
    | "survey"
    | "silence"
  >
>

type Read = (reading: Reading, tree: Tree, gates: ReadonlyMap<string, Tree>) => Own

const rootCause: Read = (_, tree) => {
  const method = wordsOf(get(tree, "method")) as readonly RootCauseMethod[]
  const depth = integerOf(get(tree, "depth"))
  const surfaceCauses = get(tree, "surface-causes")
  return defined({
    method: method.length === 0 ? undefined : method,
    depth,
    surfaceCauses: surfaceCauses && wordsOf(surfaceCauses),
    evidence: wordOf(get(tree, "evidence")) === "required" ? "required" : "optional"
  })
}

const correction: Read = (_, tree) => ({ smart: yesNoOf(get(tree, "smart")) ?? false })

const prevention: Read = (_, tree) => {
  const prevents = wordOf(get(tree, "prevents"))
  return defined({
    smart: yesNoOf(get(tree, "smart")) ?? false,
    prevents: prevents === undefined ? undefined : prevents === "occurrence" ? "occurrence" : "recurrence"
  })
}

const proofs = ["no-recurrence", "metric", "either", "both"] as const

const effectiveness: Read = (reading, tree, gates) => {
  const observe = varyingOf<Target>(reading, get(tree, "observe"), (value) => lengthOf(reading, value))
  const proof = proofs.find((each) => each === wordOf(get(tree, "proof")))
  const [ifFailed] = gateNames(reading, get(tree, "if-failed"), gates)
  return defined({ observe, proof, ifFailed })
}

const repliedBy = (reading: Reading, tree: Tree): readonly string[] | undefined => {
  const said = get(tree, "replied-by")
  return said && whoOf(reading, said)
}

const confirmation: Read = (reading, tree) => {
  const survey = known(reading, "channel", get(tree, "survey"))
  const silence = get(tree, "silence")
  const after = lengthOf(reading, get(silence, "after"))
  return defined({
    repliedBy: repliedBy(reading, tree),
    survey,
    silence: after && {
      after,
      attempts: integerOf(get(silence, "attempts")) ?? 1,
      channelsUsed: integerOf(get(silence, "channels-used")) ?? 1,
      closes: wordOf(get(silence, "closes")) === "customer-loop" ? ("customer-loop" as const) : ("nothing" as const)
    }
  })
}

const proposal: Read = (reading, tree) => {
  const rounds = integerOf(get(tree, "rounds"))
  const arbiter = known(reading, "role", get(tree, "arbiter"))
  return defined({ repliedBy: repliedBy(reading, tree), rounds, arbiter })
}

/** Reads conclusions, written as a list or as a map with their meanings. */
const decision: Read = (reading, tree) => {
  const oneOf = get(tree, "one-of")
  if (oneOf === undefined) return {}
  const named = entriesOf(oneOf).flatMap(([name, value]) => {
    const meaning = Conclusion.meaningOfWord(wordOf(value) ?? "")
    return meaning === undefined ? [] : [[name, meaning] as const]
  })
  for (const item of itemsOf(oneOf)) {
    const word = wordOf(item)
    if (word !== undefined && Conclusion.meaningOfWord(word) === undefined)
      reading.say("gate/no-meaning", item, { conclusion: word, ...guessed(word, Object.keys(Conclusion.meanings)) })
  }
  return oneOf._tag === "Map"
    ? { oneOf: [...oneOf.entries.keys()], means: Object.fromEntries(named) }
    : { oneOf: wordsOf(oneOf) }
}

/** The keys that only some kinds of gates have, with their readers. */
const own: Readonly<Partial<Record<GateKind, { readonly keys: readonly string[]; readonly read: Read }>>> = {
  "root-cause": { keys: ["method", "depth", "surface-causes", "evidence"], read: rootCause },
  correction: { keys: ["smart"], read: correction },
  prevention: { keys: ["smart", "prevents"], read: prevention },
  effectiveness: { keys: ["observe", "proof", "if-failed"], read: effectiveness },
  proposal: { keys: ["replied-by", "rounds", "arbiter"], read: proposal },
  decision: { keys: ["one-of"], read: decision },
  confirmation: { keys: ["replied-by", "survey", "silence"], read: confirmation }
}

/** Returns the kinds that have a key. */
const owners: ReadonlyMap<string, readonly GateKind[]> = new Map(
  Object.values(own).flatMap(({ keys }) =>
    keys.map((key) => [key, allKinds.filter((kind) => own[kind]?.keys.includes(key))])
  )
)
