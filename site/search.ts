/**
 * The search of the site. A query finds the sections that have its words, in any order and in any form. They are ordered by
 * where a word stands (heading, title, text), by how rare it is, and by how many of the words they have.
 */

/** A page as the index of the site has it. */
export interface Page {
  readonly title: string
  readonly content: string
  readonly routePath: string
  readonly toc: readonly Heading[]
}

interface Heading {
  readonly id: string
  readonly text: string
  readonly depth: number
  /** Where it begins in the content. */
  readonly charIndex: number
}

export interface Section {
  readonly page: Page
  readonly link: string
  /** The title of the page, and the headings down to this one. */
  readonly path: readonly string[]
  readonly text: string
  /** How often each word stands here; in a heading it counts several times. */
  readonly counts: ReadonlyMap<string, number>
  readonly length: number
}

export interface Index {
  readonly sections: readonly Section[]
  /** The sections that have a word. */
  readonly places: ReadonlyMap<string, readonly Section[]>
  readonly meanLength: number
}

/** A word, and where it begins and ends in its text. */
interface Word {
  readonly word: string
  readonly from: number
  readonly to: number
}

const ofHeading = 5
const ofTitle = 2
/** Lists that are made from the code have every word somewhere, so they come after pages about it. */
const isList = /\/(?:api|keys|commands|events|glossary|contributing|pages|diagnostics\/.*|packs\/.*|packages\/.*)$/

/** Returns a word without its English endings, so that `moved` and `moving`, `simulate` and `simulation` are the same. */
const stemOf = (word: string): string => {
  if (word.length < 4) return word
  const stem = word
    .replace(/ies$/, "y")
    .replace(/(?<!s)s$/, "")
    .replace(/at(?:ion|ing|ed|e)$/, "at")
    .replace(/(?:ing|ed|e)$/, "")
    .replace(/([b-df-hj-np-tv-z])\1$/, "$1")
  return stem.length < 3 ? word : stem
}

/** Returns the words of a text: Latin words without endings, and Chinese characters in pairs, since Chinese has no blanks. */
export const wordsOf = (text: string): readonly Word[] => {
  const words: Word[] = []
  for (const { 0: found, index: from } of text.toLowerCase().matchAll(/\p{Script=Han}+|[a-z0-9]+(?:-[a-z0-9]+)*/gu)) {
    const add = (word: string, at: number, length: number) => words.push({ word, from: at, to: at + length })
    if (/^\p{Script=Han}/u.test(found)) {
      if (found.length === 1) add(found, from, 1)
      for (let at = 0; at < found.length - 1; at++) add(found.slice(at, at + 2), from + at, 2)
      continue
    }
    // One letter is no word that anybody looks for. Some write e-mail, and some email.
    if (found.length > 1) add(stemOf(found.replaceAll("-", "")), from, found.length)
    if (found.includes("-"))
      for (const part of found.matchAll(/[^-]+/g)) add(stemOf(part[0]), from + part.index, part[0].length)
  }
  return words
}

const sectionsOf = (page: Page): readonly Section[] => {
  const path: string[] = [page.title]
  return [undefined, ...page.toc].map((heading, at) => {
    if (heading !== undefined) path.splice(Math.max(1, heading.depth - 1), path.length, heading.text)
    const text = page.content.slice(heading?.charIndex ?? 0, page.toc[at]?.charIndex)
    const counts = new Map<string, number>()
    const count = (words: string, times: number) => {
      for (const { word } of wordsOf(words)) counts.set(word, (counts.get(word) ?? 0) + times)
    }
    count(text, 1)
    count(path.slice(1).join("\n"), ofHeading)
    count(page.title, at === 0 ? ofHeading : ofTitle)
    const link = heading === undefined ? page.routePath : `${page.routePath}#${heading.id}`
    return { page, link, path: [...path], text, counts, length: text.length }
  })
}

export const indexOf = (pages: readonly Page[]): Index => {
  const sections = pages.flatMap(sectionsOf)
  const places = new Map<string, Section[]>()
  for (const section of sections)
    for (const word of section.counts.keys()) {
      const others = places.get(word)
      if (others === undefined) places.set(word, [section])
      else others.push(section)
    }
  return { sections, places, meanLength: sections.reduce((sum, { length }) => sum + length, 0) / sections.length }
}

/** Returns the words of the index that a word of a query means: itself, and longer ones while it is being typed. */
const meantBy = ({ places }: Index, word: string): readonly string[] =>
  places.has(word) ? [word] : [...places.keys()].filter((known) => known.startsWith(word))

/**
 * Returns the sections that a query finds, the best first, grouped by page: three sections of each at most.
 * Source: Okapi BM25, times the square of the share of the words that a section has.
 */
export const find = (index: Index, query: string, pagesAtMost = 7): readonly (readonly Section[])[] => {
  const asked = [...new Set(wordsOf(query).map(({ word }) => word))]
  const scores = new Map<Section, { score: number; has: number }>()
  let whole = 0
  for (const word of asked) {
    const meant = meantBy(index, word)
    const sections = new Set(meant.flatMap((each) => index.places.get(each) ?? []))
    const rarity = Math.log(1 + (index.sections.length - sections.size + 0.5) / (sections.size + 0.5))
    whole += rarity
    for (const section of sections) {
      const times = meant.reduce((sum, each) => sum + (section.counts.get(each) ?? 0), 0)
      const score = (rarity * times * 2.2) / (times + 1.2 * (0.5 + (0.5 * section.length) / index.meanLength))
      const before = scores.get(section) ?? { score: 0, has: 0 }
      scores.set(section, { score: before.score + score, has: before.has + rarity })
    }
  }
  const pages = new Map<Page, { readonly best: number; readonly found: Section[] }>()
  const most = Math.max(...[...scores.values()].map(({ has }) => has))
  const ranked = [...scores]
    .filter(([, { has }]) => has >= most / 2)
    .map(([section, { score, has }]) => {
      const weight = isList.test(section.page.routePath) ? 0.5 : 1
      return { section, rank: score * (has / whole) ** 2 * weight }
    })
    .sort((one, other) => other.rank - one.rank)
  for (const { section, rank } of ranked) {
    const page = pages.get(section.page)
    if (page === undefined) pages.set(section.page, { best: rank, found: [section] })
    else if (page.found.length < 3 && rank > page.best / 3) page.found.push(section)
  }
  return [...pages.values()].slice(0, pagesAtMost).map(({ found }) => found)
}

/** Returns where the words of a query stand in a text, in order and apart from each other. */
export const marksOf = (text: string, query: string): readonly { readonly from: number; readonly to: number }[] => {
  const asked = wordsOf(query).map(({ word }) => word)
  const marks: { from: number; to: number }[] = []
  for (const { word, from, to } of wordsOf(text)) {
    if (!asked.some((each) => word.startsWith(each))) continue
    const last = marks.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else marks.push({ from, to })
  }
  return marks
}

/** Returns the part of a section that shows most words of a query, at most about a hundred characters. */
export const excerptOf = (section: Section, query: string): string => {
  const lines = section.text.split("\n").filter((line) => line.trim() !== "")
  const best = lines
    .map((line) => ({ line, marks: marksOf(line, query) }))
    .reduce((one, other) => (other.marks.length > one.marks.length ? other : one), { line: lines[0] ?? "", marks: [] })
  const from = Math.max(0, (best.marks[0]?.from ?? 0) - 30)
  const to = from + 100
  return `${from > 0 ? "…" : ""}${best.line.slice(from, to)}${to < best.line.length ? "…" : ""}`
}

/** Returns the queries whose page is not among the first three pages that a reader sees, each with those pages. */
export const wrongIn = (pages: readonly Page[], queries: Readonly<Record<string, string>>): readonly string[] => {
  const index = indexOf(pages)
  return Object.entries(queries).flatMap(([query, wanted]) => {
    const found = find(index, query, 3).map(([section]) => section?.page.routePath)
    return found.includes(wanted)
      ? []
      : [`${query}: expected ${wanted} among the first three, found ${found.join(" ")}`]
  })
}
