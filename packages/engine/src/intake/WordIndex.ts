/**
 * The index of one customer's cases as a process has it in memory: for each word where it was said. It is read from the
 * segments of the store, and says which cases can be like new feedback: all that are, and a few that are not.
 */
import { Landing, type Likeness, LikenessBound } from "@hearback/core"

/** What a case says, as a segment has it. */
export interface IndexEntry {
  readonly id: string
  /** All numbers that it names. */
  readonly numbers: readonly string[]
  /** What it says beyond what earlier segments have, of which there are so many. */
  readonly before: number
  readonly said: readonly Said[]
}

interface Said extends LikenessBound.Extent {
  readonly at: number
  readonly words: readonly string[]
}

export interface Sought {
  readonly content: Likeness.WeighedText
  readonly numbers: ReadonlySet<string>
  /** Sentences were left out of it, and would be of others: what others weigh is not known. */
  readonly isShortened: boolean
  /** From how much on texts are alike, 0 to 1. */
  readonly alike: number
  /** When it was said.  Units: ms since 1970. */
  readonly from: number
  readonly to: number
}

export interface WordIndex {
  /** Of the last segment that it has. */
  readonly last: number
  add(segment: number, entries: readonly IndexEntry[]): void
  /** Returns what the index lacks of a case. */
  entryFor(id: string, traits: Landing.Traits): IndexEntry
  /** Returns the ids of cases in which something is said that can be like this. */
  like(sought: Sought): ReadonlySet<string>
}

interface KnownCase {
  readonly id: string
  numbers: ReadonlySet<string>
  /** So many times something was said. */
  said: number
}

/** Something that was said. */
interface Place extends LikenessBound.Extent {
  readonly of: KnownCase
  readonly at: number
  readonly words: ReadonlySet<Word>
}

/** A word, and where it was said: numbers of places. */
interface Word {
  readonly places: number[]
}

interface SoughtWord extends LikenessBound.Extent {
  readonly word: Word
}

export const makeWordIndex = (): WordIndex => {
  const cases = new Map<string, KnownCase>()
  const places: Place[] = []
  /** Of places: apart from the rest, since many are looked at and few are read. */
  const weights: number[] = []
  const words = new Map<string, Word>()
  const meetings = makeMeetings()
  let last = 0

  const wordOf = (text: string): Word => {
    const word = words.get(text) ?? { places: [] }
    words.set(text, word)
    return word
  }

  const add = ({ id, numbers, before, said }: IndexEntry): void => {
    const of = cases.get(id) ?? { id, numbers: new Set(), said: 0 }
    cases.set(id, of)
    of.numbers = new Set(numbers)
    // Two processes may have added the same.
    for (const one of said.slice(Math.max(0, of.said - before))) {
      of.said += 1
      const place = { ...one, of, words: new Set(one.words.map(wordOf)) }
      for (const word of place.words) word.places.push(places.length)
      places.push(place)
      weights.push(one.weight)
    }
  }

  /** The words of a text that were said before. */
  const knownWords = ({ weights }: Likeness.WeighedText): readonly SoughtWord[] =>
    [...weights].flatMap(([text, weight]) => {
      const word = words.get(text)
      return word === undefined ? [] : [{ word, weight, mistakable: weight * LikenessBound.shareMistaken(text) }]
    })

  return {
    get last() {
      return last
    },
    add: (segment, entries) => {
      for (const entry of entries) add(entry)
      last = segment
    },
    entryFor: (id, { numbers, said }) => {
      const before = Math.min(cases.get(id)?.said ?? 0, said.length)
      const more = said.slice(before).map(({ at, content }) => ({
        at,
        ...LikenessBound.extentOf(content),
        words: [...content.weights.keys()]
      }))
      return { id, numbers: [...numbers], before, said: more }
    },
    like: (sought) => {
      const { content, numbers, isShortened, alike } = sought
      const own = LikenessBound.extentOf(content)
      // What is left of a shortened text weighs anything.
      const least = (other: number): number => LikenessBound.leastEqual(alike, own.weight, isShortened ? 0 : other)
      const known = knownWords(content)
      const isLike = (place: Place): boolean =>
        isShortened ||
        LikenessBound.canBeAlike(alike, own, place, extentOf(known.filter(({ word }) => place.words.has(word))))
      const found = new Set<string>()
      for (const number of meetings.of(known, weights, least)) {
        const place = places[number]
        if (place === undefined || place.at < sought.from || place.at > sought.to) continue
        if (isLike(place) && !Landing.nameOthers(numbers, place.of.numbers)) found.add(place.of.id)
      }
      return found
    }
  }
}

const sum = (a: LikenessBound.Extent, b: LikenessBound.Extent): LikenessBound.Extent => ({
  weight: a.weight + b.weight,
  mistakable: a.mistakable + b.mistakable
})

const extentOf = (words: readonly SoughtWord[]): LikenessBound.Extent => words.reduce(sum, { weight: 0, mistakable: 0 })

/** Finds places that share words with a text. Its memory is kept: there are many places, and many texts. */
const makeMeetings = () => {
  let shared = new Float64Array(0)
  return {
    /** Returns the places that share enough, by the weight of each. */
    of: (
      words: readonly SoughtWord[],
      weights: readonly number[],
      needed: (weight: number) => number
    ): readonly number[] => {
      if (weights.length > shared.length) shared = new Float64Array(weights.length * 2)
      const met: number[] = []
      for (const { word, weight } of words)
        for (const place of word.places) {
          const before = shared[place] ?? 0
          if (before === 0) met.push(place)
          shared[place] = before + weight
        }
      const found = met.filter((place) => (shared[place] ?? 0) >= needed(weights[place] ?? 0))
      for (const place of met) shared[place] = 0
      return found
    }
  }
}
