/**
 * Collects the clocks of a policy before they are read: those that gates declare in short (`within from calendar`)
 * and those of `clocks`, all merged over `clock-defaults`.
 *
 * Invariant: every value keeps the path where it was written, so a reminder of `clock-defaults` keeps that path.
 */
import { merge } from "../link/Merge.ts"
import { entriesOf, get, itemsOf, type MapTree, type Tree, wordOf } from "../link/Tree.ts"
import { gatesIn, sides } from "./Names.ts"
import type { Reading } from "./Reading.ts"

/** A clock with its defaults, before it is read. */
export interface Expanded {
  readonly name: string
  /** The loop it belongs to; absent for a clock of the whole case. */
  readonly loop?: string
  /** The gate whose deadline it is, and the tree of the gate. */
  readonly gate?: { readonly name: string; readonly side: (typeof sides)[number]; readonly tree: Tree }
  /** All keys of the clock, with the defaults. */
  readonly tree: Tree
}

const short = ["within", "from", "calendar"] as const

/** Returns every clock of the policy: first those of gates, loop by loop, then the others. */
export const expandedOf = (reading: Reading): readonly Expanded[] => {
  const defaults = get(reading.root, "clock-defaults")
  const own = new Map(entriesOf(get(reading.root, "clocks")))
  const used = new Set<string>()
  const ofGates = entriesOf(get(reading.root, "loops")).flatMap(([loop, tree]) =>
    sides.flatMap((side) =>
      entriesOf(get(tree, side)).flatMap(([name, gate]): readonly Expanded[] => {
        const layers = [own.get(name), own.get(`${loop}.${name}`)].filter((layer) => layer !== undefined)
        for (const key of [name, `${loop}.${name}`]) if (own.has(key)) used.add(key)
        const said = layers.reduce<Tree>((below, layer) => merge(below, layer), shorthand(gate))
        if (get(said, "within") === undefined && get(said, "until") === undefined) return []
        return [{ name, loop, gate: { name, side, tree: gate }, tree: merge(defaults, said) }]
      })
    )
  )
  const free = [...own].filter(([name]) => !used.has(name))
  return [...ofGates, ...free.flatMap(([name, clock]) => freeClocks(reading, name, merge(defaults, clock)))]
}

/** Returns the keys of a gate that declare a clock in short. */
const shorthand = (gate: Tree): MapTree => {
  const entries = new Map<string, Tree>()
  for (const key of short) {
    const value = get(gate, key)
    if (value !== undefined) entries.set(key, value)
  }
  return { _tag: "Map", path: gate.path, named: gate.named, span: gate.span, entries }
}

/**
 * Returns the loops of a clock. A clock that names gates belongs to the loops that have them; if these are only some
 * loops, it appears once in each, so that it never runs on a case that cannot meet it.
 */
const freeClocks = (reading: Reading, name: string, tree: Tree): readonly Expanded[] => {
  const loops = entriesOf(get(reading.root, "loops"))
  const scoped = loops.find(([loop]) => name.startsWith(`${loop}.`))
  if (scoped !== undefined) return [{ name: name.slice(scoped[0].length + 1), loop: scoped[0], tree }]
  const met = gatesNamed(reading, get(tree, "met-by"))
  const asked = met.length > 0 ? met : gatesNamed(reading, get(tree, "from"))
  if (asked.length === 0) return [{ name, tree }]
  const having = loops.filter(([, loop]) => asked.some((gate) => gatesIn(loop).has(gate)))
  return having.length === loops.length ? [{ name, tree }] : having.map(([loop]) => ({ name, loop, tree }))
}

const gatesNamed = (reading: Reading, tree: Tree | undefined): readonly string[] =>
  itemsOf(tree).flatMap((item) => {
    const name = wordOf(item)
    return name !== undefined && reading.names.gate.has(name) ? [name] : []
  })
