/**
 * Finds the words of a dictionary in a text with one automaton (Aho and Corasick), so the cost grows with the text and
 * not with the dictionary.
 *
 * The automaton reads backwards. Its state at a character therefore names every word that *starts* there, longest
 * first, and choosing the leftmost longest words needs no second pass. Latin words match only whole words; scripts that
 * are written without blanks (Han, kana, Thai …) match anywhere. Case, width, curly apostrophes, repeated blanks and
 * invisible characters make no difference. Offsets are UTF-16 units of the text as given.
 */
import { classAt, type Folded, fold } from "./Folding.ts"

/** A word to find. */
export interface Term {
  readonly word: string
  /** The layer, from 0 to 30 (default 0). Words of different layers may overlap. */
  readonly layer?: number
}

/** A word that was found. */
export interface Hit {
  /** The word as the dictionary writes it. */
  readonly word: string
  readonly start: number
  readonly end: number
  readonly layer: number
  /** The indexes in the list given to `compile`; several if the list repeats a word. */
  readonly terms: readonly number[]
}

/** Finds the words of one list in texts. */
export interface WordFinder {
  /**
   * Returns the words in a text, or in `[from, to)` of it, by start, then by layer. At each place the longest word
   * wins. Hits of one layer never overlap.
   */
  readonly find: (text: string, from?: number, to?: number) => readonly Hit[]
}

/** Returns whether a word may stand at `[start, end)` of a folded text. */
export type WordFits = (text: Folded, start: number, end: number, layer: number) => boolean

/**
 * Compiles terms in time linear in their total length. A term without a visible character never matches. `fits` may
 * refuse a match.
 */
export const compile = (terms: readonly Term[], fits: WordFits = () => true): WordFinder => {
  const entries = collect(terms)
  const trie = build(entries)
  return {
    find: (text, from = 0, to = text.length) => search(trie, entries, fold(text, from, to), fits)
  }
}

/** A folded word of a layer; equal ones share an entry. */
interface Entry {
  readonly word: string
  readonly units: Uint16Array
  readonly layer: number
  readonly terms: number[]
}

interface Trie {
  readonly edges: Int32Array
  /** The number of slots minus one. A slot is [state, character, next state]. */
  readonly mask: number
  readonly fromRoot: Int32Array
  readonly fail: Int32Array
  /** The first entry that ends at a state, -1 for none; the others follow by `sibling`. */
  readonly entry: Int32Array
  readonly sibling: Int32Array
  /** The next shorter state at which a word ends, 0 for none. */
  readonly shorter: Int32Array
  /** The layers of all words that end at a state or at a shorter one. */
  readonly layers: Int32Array
}

const collect = (terms: readonly Term[]): readonly Entry[] => {
  const entries = new Map<string, Entry>()
  const add = (index: number, word: string, layer: number, units: Uint16Array): void => {
    const key = `${layer}:${String.fromCharCode(...units)}`
    const entry = entries.get(key)
    if (entry === undefined) entries.set(key, { word, units, layer, terms: [index] })
    else if (!entry.terms.includes(index)) entry.terms.push(index)
  }
  terms.forEach(({ word, layer = 0 }, index) => {
    for (const units of spelt(word)) add(index, word, layer, units)
  })
  return [...entries.values()]
}

/**
 * Returns the folded forms of a word; empty if it has no visible character. An accent may be part of its letter or a
 * character of its own, and texts have both forms.
 */
export const spelt = (word: string): readonly Uint16Array[] =>
  [...new Set([word.normalize("NFC").trim(), word.normalize("NFD").trim()])].flatMap((spelling) => {
    const { units, length } = fold(spelling, 0, spelling.length)
    return length === 0 ? [] : [units.slice(0, length)]
  })

const slotOf = (state: number, unit: number, mask: number): number =>
  (Math.imul(state ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b) >>> 7) & mask

const build = (entries: readonly Entry[]): Trie => {
  const most = entries.reduce((sum, entry) => sum + entry.units.length, 1)
  const mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1
  const edges = new Int32Array((mask + 1) * 3)
  const fromRoot = new Int32Array(65_536)
  const [parent, unitOf, depth] = [new Int32Array(most), new Uint16Array(most), new Int32Array(most)]
  const [entry, sibling] = [new Int32Array(most).fill(-1), new Int32Array(entries.length).fill(-1)]
  let states = 1
  entries.forEach(({ units }, index) => {
    let state = 0
    for (let i = units.length - 1; i >= 0; i--) {
      const unit = units[i] as number
      let next = step(edges, mask, fromRoot, state, unit)
      if (next === 0) {
        next = states++
        parent[next] = state
        unitOf[next] = unit
        depth[next] = (depth[state] as number) + 1
        if (state === 0) fromRoot[unit] = next
        else insert(edges, mask, state, unit, next)
      }
      state = next
    }
    sibling[index] = entry[state] as number
    entry[state] = index
  })
  const [fail, shorter, layers] = [new Int32Array(states), new Int32Array(states), new Int32Array(states)]
  for (const state of byDepth(depth, states)) {
    const up = parent[state] as number
    if (up !== 0) fail[state] = follow(edges, mask, fromRoot, fail, fail[up] as number, unitOf[state] as number)
    const back = fail[state] as number
    shorter[state] = entry[back] === -1 ? (shorter[back] as number) : back
    let own = layers[back] as number
    for (let e = entry[state] as number; e !== -1; e = sibling[e] as number) own |= 1 << (entries[e] as Entry).layer
    layers[state] = own
  }
  return { edges, mask, fromRoot, fail, entry, sibling, shorter, layers }
}

/** Returns the states except the root, sorted by depth by counting. */
const byDepth = (depth: Int32Array, states: number): Int32Array => {
  const starts: number[] = []
  for (let state = 1; state < states; state++) {
    const at = depth[state] as number
    starts[at] = (starts[at] ?? 0) + 1
  }
  let sum = 0
  for (let at = 0; at < starts.length; at++) {
    const count = starts[at] ?? 0
    starts[at] = sum
    sum += count
  }
  const order = new Int32Array(states - 1)
  for (let state = 1; state < states; state++) {
    const at = depth[state] as number
    order[starts[at] as number] = state
    starts[at] = (starts[at] as number) + 1
  }
  return order
}

const insert = (edges: Int32Array, mask: number, state: number, unit: number, next: number): void => {
  let slot = slotOf(state, unit, mask)
  while (edges[slot * 3 + 2] !== 0) slot = (slot + 1) & mask
  edges[slot * 3] = state
  edges[slot * 3 + 1] = unit
  edges[slot * 3 + 2] = next
}

/** Returns the next state for a character, 0 for none. */
const step = (edges: Int32Array, mask: number, fromRoot: Int32Array, state: number, unit: number): number => {
  if (state === 0) return fromRoot[unit] as number
  for (let slot = slotOf(state, unit, mask); ; slot = (slot + 1) & mask) {
    const next = edges[slot * 3 + 2] as number
    if (next === 0 || (edges[slot * 3] === state && edges[slot * 3 + 1] === unit)) return next
  }
}

const follow = (
  edges: Int32Array,
  mask: number,
  fromRoot: Int32Array,
  fail: Int32Array,
  from: number,
  unit: number
): number => {
  let state = from
  for (;;) {
    const next = step(edges, mask, fromRoot, state, unit)
    if (next !== 0 || state === 0) return next
    state = fail[state] as number
  }
}

/** For each layer, the place from which it has no hit, while one text is searched. */
const free = new Int32Array(31)

const search = (trie: Trie, entries: readonly Entry[], text: Folded, fits: WordFits): readonly Hit[] => {
  const { edges, mask, fromRoot, fail, layers, entry, shorter } = trie
  const starts: number[] = []
  const states: number[] = []
  let state = 0
  for (let i = text.length - 1; i >= 0; i--) {
    state = follow(edges, mask, fromRoot, fail, state, text.units[i] as number)
    if ((layers[state] as number) === 0 || !startsHere(text, i)) continue
    starts.push(i)
    states.push(entry[state] === -1 ? (shorter[state] as number) : state)
  }
  const hits: Hit[] = []
  free.fill(0)
  for (let n = starts.length - 1; n >= 0; n--) {
    take(trie, entries, text, fits, starts[n] as number, states[n] as number, hits)
  }
  return hits
}

/** Adds the longest word of each layer that starts at `at` and overlaps no earlier hit, in the order of the layers. */
const take = (
  { entry, sibling, shorter, layers }: Trie,
  entries: readonly Entry[],
  text: Folded,
  fits: WordFits,
  at: number,
  from: number,
  hits: Hit[]
): void => {
  const first = hits.length
  let done = 0
  for (let state = from; state !== 0 && ((layers[state] as number) & ~done) !== 0; state = shorter[state] as number) {
    for (let e = entry[state] as number; e !== -1; e = sibling[e] as number) {
      const { word, units, layer, terms } = entries[e] as Entry
      const end = at + units.length
      if ((done & (1 << layer)) !== 0 || !endsHere(text, end)) continue
      if ((free[layer] as number) > at) {
        done |= 1 << layer
        continue
      }
      if (!fits(text, at, end, layer)) continue
      done |= 1 << layer
      free[layer] = end
      const hit = { word, start: text.at[at] as number, end: (text.at[end - 1] as number) + 1, layer, terms }
      let place = hits.push(hit) - 1
      for (; place > first && (hits[place - 1] as Hit).layer > layer; place--) hits[place] = hits[place - 1] as Hit
      hits[place] = hit
    }
  }
}

const startsHere = (text: Folded, at: number): boolean =>
  at === 0 || classAt(text, at) !== "letter" || classAt(text, at - 1) !== "letter"

const endsHere = (text: Folded, end: number): boolean => end === text.length || startsHere(text, end)
