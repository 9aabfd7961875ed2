/** Renders a pack as tables: its promises, gates, limits and sources. */
import { type Bundle, inLanguage } from "@hearback/core"
import type { PackView } from "@hearback/policy"
import type { PackTexts } from "../text/en/policy/Packs.ts"

/** One table: its title, its column heads and its rows. */
export interface PackTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Language = Bundle.Language

/** Returns the tables of a pack that have rows. */
export const packTables = (view: PackView, words: PackTexts, language: Language): readonly PackTable[] =>
  [
    promises(view, words, language),
    gates(view, words, language),
    limits(view, words, language),
    sources(view, words, language)
  ].filter(({ rows }) => rows.length > 0)

const promises = ({ promises: all }: PackView, words: PackTexts, language: Language): PackTable => ({
  title: words.promises,
  heads: [
    words.promise.title,
    words.promise.within,
    words.promise.from,
    words.promise.put,
    words.promise.pauses,
    words.promise.basis
  ],
  rows: all.map(({ name, loop, title, within, from, extension, pauses, basis = "" }) => [
    // Gates of several loops can have one name; `clocks` distinguishes their deadlines by the loop.
    words.named(
      title[language],
      loop !== undefined && all.some((other) => other.name === name && other.loop !== loop) ? `${loop}.${name}` : name
    ),
    within
      .map(({ level, length }) => (level === undefined ? "" : `${level[language]} `) + length[language])
      .join(words.pause),
    from[language],
    extension === undefined
      ? words.never
      : words.putOff(extension.times, extension.each[language], extension.approve[language]),
    pauses ? words.mayPause : words.never,
    basis
  ])
})

const gates = ({ gates: all }: PackView, words: PackTexts, language: Language): PackTable => ({
  title: words.gates,
  heads: [words.gate.title, words.gate.loop, words.gate.side, words.gate.kind, words.gate.basis],
  rows: all.map(({ name, title, loop, side, kind, basis = "" }) => [
    words.named(title[language], name),
    loop,
    side[language],
    kind[language],
    basis
  ])
})

const limits = ({ limits: all }: PackView, words: PackTexts, language: Language): PackTable => ({
  title: words.limits,
  heads: [words.limit.role, words.limit.compensate],
  rows: all
    .filter(({ compensate }) => compensate.length > 0)
    .map(({ role, title, compensate }) => [
      words.named(title[language], role),
      compensate
        .map(({ per, most }) => (most === "unlimited" ? words.unlimited : words.most(most, per[language])))
        .join(words.pause)
    ])
})

const sources = ({ sources: all }: PackView, words: PackTexts, language: Language): PackTable => ({
  title: words.sources,
  heads: [words.source.title, words.source.asOf, words.source.checked, words.source.rules],
  rows: all.map(({ title, cite, asOf, checked, clauses }) => [
    inLanguage(title, language, language) ?? cite,
    asOf ?? words.notDated,
    words.checked[checked],
    String(clauses.length)
  ])
})
