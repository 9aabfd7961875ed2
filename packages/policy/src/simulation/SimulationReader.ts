/**
 * Reads a simulation file and checks every name against the policy.
 *
 * Errors: names that the policy does not declare, with a guess at the intended one; durations without a fixed length;
 * too few numbers or negative ones; and distributions that are not complete.
 */
import { defined, Instant } from "@hearback/core"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { type Diagnostic, diagnose } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { contextOf, type PeopleContext, sentenceOf, stretchOf, wordOf } from "../people/Context.ts"
import { readFile } from "../shape/Check.ts"
import { get, type Node } from "../source/Node.ts"
import type { Span } from "../source/SourceFile.ts"
import { arrivalsOf, causesOf } from "./ArrivalSection.ts"
import { idle } from "./Idle.ts"
import type { Companions } from "./Layout.ts"
import { moneyOf, rolesIn, skillsIn, staffOf } from "./StaffSection.ts"
import { choiceOf, lengthOf, numberOf, shareOf, within } from "./Value.ts"
import { customersOf, workOf } from "./WorkSection.ts"

interface Source {
  readonly path: string
  readonly text: string | Uint8Array
}

/** What a simulation file says of itself. */
export interface SimulationHead {
  /** The name of the what-if question. */
  readonly name?: string
  /** The policy file that is simulated, relative to the simulation file, and the place where it is named. */
  readonly policy?: { readonly path: string; readonly span: Span }
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads to which policy a simulation file belongs. */
export const readSimulationHead = (file: Source): SimulationHead => {
  const { tree, diagnostics } = readFile(file, "simulation")
  const named = get(tree, "policy")
  const path = wordOf(named)?.trim()
  return defined({
    name: sentenceOf(get(tree, "simulation")),
    policy: named === undefined || path === undefined ? undefined : { path, span: named.span },
    diagnostics
  })
}

const alone: Companions = { read: () => undefined, instants: () => undefined }

/**
 * Reads a simulation file beside its policy, with the tables that it names. Returns no simulation if something is an
 * error.
 */
export const readSimulation = (file: Source, bundle: UnhashedBundle, companions: Companions = alone) => {
  const { tree, diagnostics: before } = readFile(file, "simulation")
  if (tree === undefined) return { diagnostics: before }
  const context = contextOf(bundle)
  const simulation = simulationOf(context, tree, companions)
  if (![...before, ...context.told].some(({ level }) => level === "error"))
    idle(context, tree, rolesIn(simulation.staff))
  // A number that is too large has its own finding, not that it is no number.
  const limits = context.told.filter(({ code }) => code === "simulation/limit")
  const isLimit = ({ code, primary: { span } }: Diagnostic): boolean =>
    code === "shape/wrong-type" && limits.some(({ primary }) => primary.span.start === span.start)
  const diagnostics = settle([...before.filter((each) => !isLimit(each)), ...context.told])
  return defined({
    simulation: diagnostics.some(({ level }) => level === "error") ? undefined : simulation,
    diagnostics
  })
}

const simulationOf = (context: PeopleContext, tree: Node, companions: Companions) => {
  const from = get(tree, "from")
  const day = from && wordOf(from)
  if (from !== undefined && day !== undefined) stretchOf(context, from, day)
  const horizon = choiceOf<"steady" | "terminating">(get(tree, "horizon"))
  const weeks = countOf(context, get(tree, "weeks"))
  const warmUp = within(context, get(tree, "warm-up"), lengthOf(context, get(tree, "warm-up")), {
    limit: "warm-up",
    fits: () => horizon !== "terminating"
  })
  const staff = staffOf(context, get(tree, "staff"))
  return defined({
    from: day,
    weeks,
    horizon,
    warmUp:
      horizon === "terminating" || weeks === undefined
        ? warmUp
        : within(context, get(tree, "warm-up"), warmUp, {
            limit: "all-warm-up",
            fits: (length) => weeks === 0 || length < weeks * 7 * Instant.DAY
          }),
    seed: within(context, get(tree, "seed"), numberOf(get(tree, "seed")), {
      limit: "seed",
      fits: (seed) => seed < 2 ** 32
    }),
    replications: replicationsOf(context, get(tree, "replications")),
    arrivals: arrivalsOf(context, get(tree, "arrivals"), companions),
    staff,
    work: workOf(context, get(tree, "work"), skillsIn(staff)),
    customers: customersOf(context, get(tree, "customers")),
    causes: causesOf(context, get(tree, "faults")),
    money: moneyOf(context, get(tree, "money"))
  })
}

/** Returns a count, a whole number from 1 on. */
const countOf = ({ told }: PeopleContext, node: Node | undefined): number | undefined => {
  const count = numberOf(node)
  if (node !== undefined && count === 0) told.push(diagnose("simulation/nothing", {}, node.span))
  return count
}

const replicationsOf = (context: PeopleContext, node: Node | undefined) => {
  if (node === undefined) return undefined
  const [most, precision] = [get(node, "most"), get(node, "precision")]
  const least = countOf(context, get(node, "least"))
  return defined({
    least,
    most: within(context, most, countOf(context, most), { limit: "most", fits: (count) => count >= (least ?? 0) }),
    precision: within(context, precision, shareOf(context, precision), { limit: "precision", fits: (one) => one > 0 })
  })
}
