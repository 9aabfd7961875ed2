/** Gates: each with the defaults of the policy laid under it, and only the keys that its kind owns. */

import { Conclusion, defined, gateKinds } from "@hearback/core"
import type { GateKind, GateRule, RootCauseMethod, Target } from "../../bundle/Bundle.ts"
import { guessed } from "../../diagnostic/Unknown.ts"
import { merge } from "../../link/Merge.ts"
import { entriesOf, get, integerOf, itemsOf, type Tree, wordOf, wordsOf, yesNoOf } from "../../link/Tree.ts"
import { lengthOf } from "../Length.ts"
import { known, type Reading, unknown, whoOf } from "../Reading.ts"
import { titled } from "../Text.ts"
import { conditionOf } from "../table/Table.ts"
import { varyingOf } from "../table/Varying.ts"
import { fieldsOf } from "./Channels.ts"

const allKinds = Object.keys(gateKinds) as readonly GateKind[]

/** Lays a gate over `gate-defaults`. */
const withDefaults = (r: Reading, gate: Tree): Tree => merge(get(r.root, "gate-defaults"), gate)

/** Reads a gate; `loopGates` are all gates of its loop. */
export const gateOf = (
  r: Reading,
  name: string,
  written: Tree,
  side: GateRule["side"],
  loopGates: ReadonlyMap<string, Tree>
): GateRule => {
  const tree = withDefaults(r, written)
  const kind = allKinds.find((each) => each === wordOf(get(tree, "needs"))) ?? "record"
  const gates = (key: string) => gateNames(r, get(tree, key), loopGates)
  const when = conditionOf(r, get(tree, "when"))
  const tell = known(r, "message", get(tree, "tell"))
  const onlyWithin = varyingOf(r, get(tree, "only-within"), (value) => lengthOf(r, value))
  const basis = wordOf(get(tree, "basis"))
  const explain = get(tree, "or-explain")
  for (const [key, kinds] of owners) {
    const foreign = get(written, key)
    if (foreign !== undefined && !kinds.includes(kind) && allKinds.some((each) => each === wordOf(get(tree, "needs"))))
      r.say("gate/key-of-another-kind", foreign, { gate: name, kind, key, kinds }, { span: foreign.named })
  }
  return defined({
    name,
    path: written.path,
    kind,
    side,
    ...titled(r, tree),
    when,
    after: gates("after"),
    by: get(tree, "by") === undefined ? ["owner"] : whoOf(r, get(tree, "by")),
    notBy: gates("not-by"),
    signOff: whoOf(r, get(tree, "sign-off")),
    fields: fieldsOf(r, get(tree, "fields")),
    // A door that shuts need not be used.
    optional: yesNoOf(get(tree, "optional")) === true || onlyWithin !== undefined,
    outOfOrder: wordOf(get(tree, "out-of-order")) === "recorded" ? "recorded" : "refused",
    tell,
    notify: whoOf(r, get(tree, "notify")),
    orExplain: explain && explanationOf(r, explain, tree),
    onlyWithin,
    insteadOf: gates("instead-of"),
    basis,
    ...own[kind]?.read(r, tree, loopGates)
  })
}

const explanationOf = (r: Reading, tree: Tree, gate: Tree): NonNullable<GateRule["orExplain"]> => {
  const when = conditionOf(r, get(tree, "when"))
  const tell = known(r, "message", get(tree, "tell"))
  const signOff = whoOf(r, get(tree, "sign-off"))
  return defined({
    by: whoOf(r, get(tree, "by") ?? get(gate, "by")),
    when,
    fields: fieldsOf(r, get(tree, "fields")),
    signOff: signOff.length === 0 ? undefined : signOff,
    tell
  })
}

/** Returns names of gates of the same loop. */
export const gateNames = (r: Reading, tree: Tree | undefined, gates: ReadonlyMap<string, Tree>): readonly string[] =>
  (tree === undefined ? [] : tree._tag === "List" ? tree.items : [tree]).flatMap((item) => {
    const name = wordOf(item)
    if (name === undefined) return []
    if (gates.has(name)) return [name]
    unknown(r, "gate", item, name, [...gates.keys()])
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

type Read = (r: Reading, tree: Tree, gates: ReadonlyMap<string, Tree>) => Own

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

const effectiveness: Read = (r, tree, gates) => {
  const observe = varyingOf<Target>(r, get(tree, "observe"), (value) => lengthOf(r, value))
  const proof = proofs.find((each) => each === wordOf(get(tree, "proof")))
  const [ifFailed] = gateNames(r, get(tree, "if-failed"), gates)
  return defined({ observe, proof, ifFailed })
}

const repliedBy = (r: Reading, tree: Tree): readonly string[] | undefined => {
  const said = get(tree, "replied-by")
  return said && whoOf(r, said)
}

const confirmation: Read = (r, tree) => {
  const survey = known(r, "channel", get(tree, "survey"))
  const silence = get(tree, "silence")
  const after = lengthOf(r, get(silence, "after"))
  return defined({
    repliedBy: repliedBy(r, tree),
    survey,
    silence: after && {
      after,
      attempts: integerOf(get(silence, "attempts")) ?? 1,
      channelsUsed: integerOf(get(silence, "channels-used")) ?? 1,
      closes: wordOf(get(silence, "closes")) === "customer-loop" ? ("customer-loop" as const) : ("nothing" as const)
    }
  })
}

const proposal: Read = (r, tree) => {
  const rounds = integerOf(get(tree, "rounds"))
  const arbiter = known(r, "role", get(tree, "arbiter"))
  return defined({ repliedBy: repliedBy(r, tree), rounds, arbiter })
}

/** A list of conclusions, or what each of them means. */
const decision: Read = (r, tree) => {
  const oneOf = get(tree, "one-of")
  if (oneOf === undefined) return {}
  const named = entriesOf(oneOf).flatMap(([name, value]) => {
    const meaning = Conclusion.meaningOfWord(wordOf(value) ?? "")
    return meaning === undefined ? [] : [[name, meaning] as const]
  })
  for (const item of itemsOf(oneOf)) {
    const word = wordOf(item)
    if (word !== undefined && Conclusion.meaningOfWord(word) === undefined)
      r.say("gate/no-meaning", item, { conclusion: word, ...guessed(word, Object.keys(Conclusion.meanings)) })
  }
  return oneOf._tag === "Map"
    ? { oneOf: [...oneOf.entries.keys()], means: Object.fromEntries(named) }
    : { oneOf: wordsOf(oneOf) }
}

/** The keys that a kind of gate owns, and how they are read; to other kinds they do not apply. */
const own: Readonly<Partial<Record<GateKind, { readonly keys: readonly string[]; readonly read: Read }>>> = {
  "root-cause": { keys: ["method", "depth", "surface-causes", "evidence"], read: rootCause },
  correction: { keys: ["smart"], read: correction },
  prevention: { keys: ["smart", "prevents"], read: prevention },
  effectiveness: { keys: ["observe", "proof", "if-failed"], read: effectiveness },
  proposal: { keys: ["replied-by", "rounds", "arbiter"], read: proposal },
  decision: { keys: ["one-of"], read: decision },
  confirmation: { keys: ["replied-by", "survey", "silence"], read: confirmation }
}

/** The kinds that own a key. */
const owners: ReadonlyMap<string, readonly GateKind[]> = new Map(
  Object.values(own).flatMap(({ keys }) =>
    keys.map((key) => [key, allKinds.filter((kind) => own[kind]?.keys.includes(key))])
  )
)
