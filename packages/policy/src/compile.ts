/**
 * A policy's files to a checked bundle, with all findings at once.
 *
 * Pure but for `read`: it reads no clock and no environment. A bundle is handed out only when nothing is an error.
 */
import { Zone } from "@hearback/core"
import { accepted, type Found } from "./analyse/Accepted.ts"
import { analysis } from "./analyse/Analysis.ts"
import { ordered } from "./analyse/Grades.ts"
import { type Diagnostic, diagnose } from "./diagnostic/Diagnostic.ts"
import { settle } from "./diagnostic/Report.ts"
import { guessed } from "./diagnostic/Unknown.ts"
import { unsealedOf } from "./emit/Bundle.ts"
import { hashesOf, type Unsealed } from "./emit/Hash.ts"
import { placesOf } from "./emit/Places.ts"
import { type FlatOptions, flat } from "./format/Flat.ts"
import { type Linked, link } from "./link/Link.ts"
import { get, type MapTree, plant, type Tree, wordOf } from "./link/Tree.ts"
import type { Bundle, Language } from "./model.ts"
import { currencyOf } from "./read/Amount.ts"
import { factTypeOf, mentionedTexts } from "./read/Facts.ts"
import { makeInputs } from "./read/Inputs.ts"
import { collect } from "./read/Names.ts"
import { type Reading, type Say, spotOf } from "./read/Reading.ts"
import { isLanguage, languageMeant } from "./read/Text.ts"
import { zoneNames, zone as zoneOf } from "./read/Zone.ts"
import { readFile } from "./schema/Check.ts"
import { type SourceFile, type Span, span } from "./source/SourceFile.ts"

export interface Sources {
  /** The root file as the person names it, or `pack:base`; files that it names are found beside it. */
  readonly root: string
  /** Returns a file's content by its path, `undefined` where there is none. */
  readonly read: (path: string) => string | Uint8Array | undefined
  /** Texts of packs by name, such as `pack:base`. */
  readonly packs: ReadonlyMap<string, string>
  /** A date such as `2026-11-20`, by which accepted findings expire and holiday data is judged; without it neither. */
  readonly today?: string
}

export interface Compiled {
  /** Present when nothing is an error. */
  readonly bundle?: Bundle
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that was read, in the order of reading; their paths are relative to the folder of the root file. */
  readonly files: readonly SourceFile[]
  /** Milliseconds that compiling took. */
  readonly ms: number
}

/** Compiles a policy whose packs are given. */
export const compileWith = (sources: Sources): Compiled => {
  const began = performance.now()
  const desk = deskOf(sources)
  const linked = link(desk.root, desk, (found) => desk.told.push(found))
  // Where a file is missing or cannot be read, whatever names it lacks would only follow from that.
  const isWhole = linked !== undefined && !desk.told.some(({ code }) => incomplete.has(code))
  const result = isWhole && !desk.isBroken() ? read(linked, desk, sources.today) : undefined
  const meaning = linked === undefined || result === undefined ? [] : accepted(linked.root, result.found, sources.today)
  const diagnostics = settle([...desk.told, ...meaning])
  const isSound = !diagnostics.some(({ level }) => level === "error")
  return {
    ...(result !== undefined && linked !== undefined && isSound ? { bundle: sealed(result.policy, linked) } : {}),
    diagnostics,
    files: desk.files,
    ms: performance.now() - began
  }
}

export interface Flattened {
  /** Absent where an error keeps the policy from being read. */
  readonly text?: string
  readonly diagnostics: readonly Diagnostic[]
}

/** Returns a policy merged with all that it extends, as one file. Errors: those of its writing, shape and linking. */
export const flattenWith = (sources: Sources, { keys }: Pick<FlatOptions, "keys"> = {}): Flattened => {
  const desk = deskOf(sources)
  const linked = link(desk.root, desk, (found) => desk.told.push(found))
  const diagnostics = settle(desk.told)
  if (linked === undefined || diagnostics.some(({ level }) => level === "error")) return { diagnostics }
  const spokenIn = (file: SourceFile) => desk.languages.get(file) ?? "en"
  return { text: flat(linked.root, { spokenIn, ...(keys === undefined ? {} : { keys }) }), diagnostics }
}

/** Findings about what a policy is made of, beside files that cannot be parsed. */
const incomplete: ReadonlySet<string> = new Set(["file/unreadable", "extends/unknown", "extends/cycle"])

interface Desk {
  /** Whether some file could not be parsed. */
  readonly isBroken: () => boolean
  readonly root: string
  readonly files: SourceFile[]
  readonly told: Diagnostic[]
  readonly packs: readonly string[]
  readonly open: (path: string, asked: Tree | undefined) => MapTree | undefined
  readonly text: (path: string) => string | undefined
  /** Languages of bare texts, by file. */
  readonly languages: Map<SourceFile, Language>
}

/** Reads and parses files, each once; what is wrong with one is told, and the rest goes on. */
const deskOf = (sources: Sources): Desk => {
  const { root, packs } = sources
  const cut = root.startsWith("pack:") ? -1 : Math.max(root.lastIndexOf("/"), root.lastIndexOf("\\"))
  const folder = root.slice(0, cut + 1)
  const files: SourceFile[] = []
  const told: Diagnostic[] = []
  let broken = false
  const languages = new Map<SourceFile, Language>()
  const load = (path: string) => (path.startsWith("pack:") ? packs.get(path) : sources.read(folder + path))
  const open = (path: string, asked: Tree | undefined): MapTree | undefined => {
    const content = load(path)
    if (content === undefined) {
      const at = asked?.span ?? span({ path, text: "" }, 0, 0)
      told.push(
        asked === undefined ? diagnose("file/unreadable", { path }, at) : missing(path, asked, [...packs.keys()])
      )
      return undefined
    }
    const { file, tree, diagnostics } = readFile({ path, text: content }, "policy")
    files.push(file)
    told.push(...diagnostics)
    const planted = tree === undefined ? undefined : plant(tree)
    // A file of a later version is not read by the rules of this one.
    if (planted?._tag !== "Map" || diagnostics.some(({ code }) => code === "language/version")) {
      broken = true
      return undefined
    }
    const language = get(planted, "language")
    const tag = wordOf(language)
    if (
      language !== undefined &&
      tag !== undefined &&
      !isLanguage(tag) &&
      !told.some(({ primary }) => primary.span === language.span)
    )
      told.push(diagnose("name/unknown", { kind: "language", name: tag, ...languageMeant(tag) }, language.span))
    languages.set(file, wordOf(get(planted, "language")) === "zh-CN" ? "zh-CN" : "en")
    return planted
  }
  const text = (path: string) => {
    const content = load(path)
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : content
  }
  return {
    root: root.slice(cut + 1),
    isBroken: () => broken,
    files,
    told,
    packs: [...packs.keys()],
    open,
    text,
    languages
  }
}

const missing = (path: string, asked: Tree, packs: readonly string[]): Diagnostic => {
  const guess = packs.find((pack) => pack === `pack:${path}`)
  const about = { name: wordOf(asked) ?? path, known: packs, ...(guess === undefined ? {} : { guess, sure: true }) }
  return diagnose("extends/unknown", about, asked.span)
}

interface Read {
  readonly policy: Unsealed
  readonly found: readonly Found[]
}

const read = ({ root, removed, hasBase }: Linked, desk: Desk, today: string | undefined): Read => {
  const found: Found[] = []
  const shapeless = desk.told.filter(({ level }) => level === "error")
  const say: Say = (code, at, about, more = {}) => {
    const { span: where, ...rest } = more
    found.push({ path: at.path, diagnostic: diagnose(code, about, where ?? spotOf(at), rest) })
  }
  const isPack = get(root, "pack") !== undefined
  const head = get(root, "policy") ?? get(root, "pack") ?? root
  if (!hasBase) say("extends/no-base", get(root, "extends") ?? head, {})
  const index = indexOf(root)
  const names = collect(root)
  const currency = wordOf(get(root, "currency"))
  const money = currency === undefined ? undefined : currencyOf(currency)
  const currencyTree = get(root, "currency")
  if (currencyTree !== undefined && money === undefined)
    say("name/unknown", currencyTree, { kind: "currency", name: currency ?? "", known: [] })
  const zone = zoneIn(root, isPack, say)
  const mentioned = mentionedTexts(root)
  const facts = [...names.fact].flatMap(([name, tree]) =>
    tree === undefined
      ? []
      : [{ name, type: factTypeOf(tree, money, mentioned.get(name) ?? []), known: isKnown(get(tree, "default")) }]
  )
  const reading: Reading = {
    root,
    at: (path) => index.get(path),
    isPack,
    language: desk.languages.get(root.span.file) ?? "en",
    languageOf: ({ file }) => desk.languages.get(file) ?? "en",
    currency: money,
    zone,
    names,
    inputs: makeInputs(names, facts),
    removed,
    file: desk.text,
    say,
    isFaulty: (path) => {
      const isHere = (each: Found) => each.path === path || each.path.startsWith(`${path}.`)
      if (found.some((each) => each.diagnostic.level === "error" && isHere(each))) return true
      const tree = index.get(path)
      return tree !== undefined && shapeless.some(({ primary }) => isWithin(primary.span, tree.named, tree.span))
    }
  }
  const policy = unsealedOf(reading, zone.id, (dimensions) => ordered(reading, dimensions))
  analysis(reading, policy, today)
  // Analysis may have been the first to use an input, in an `assume`.
  return { policy: { ...policy, inputs: [...reading.inputs.all()] }, found }
}

/** Whether a place lies in an entry, from its key to the end of its value. */
const isWithin = (span: Span, named: Span, value: Span): boolean =>
  span.file === value.file &&
  span.start >= Math.min(named.start, value.start) &&
  span.end <= Math.max(named.end, value.end)

const isKnown = (standard: Tree | undefined): boolean => standard !== undefined && wordOf(standard) !== "unknown"

const indexOf = (root: Tree): ReadonlyMap<string, Tree> => {
  const index = new Map<string, Tree>()
  const visit = (tree: Tree): void => {
    index.set(tree.path, tree)
    if (tree._tag === "Map") for (const value of tree.entries.values()) visit(value)
    if (tree._tag === "List") for (const item of tree.items) visit(item)
  }
  visit(root)
  return index
}

/** A pack may leave the zone to its heirs; until then it is read in UTC. */
const zoneIn = (root: MapTree, isPack: boolean, say: Say): Zone.Zone => {
  const tree = get(root, "time-zone")
  const name = wordOf(tree)
  const zone = name === undefined ? undefined : zoneOf(name)
  if (tree !== undefined && zone === undefined)
    say("name/unknown", tree, {
      kind: "time-zone",
      name: name ?? "",
      known: ["Asia/Shanghai", "Europe/London"],
      ...guessed(name ?? "", zoneNames())
    })
  if (tree === undefined) {
    const head = get(root, "policy") ?? get(root, "pack") ?? root
    const calendars = get(root, "calendars")
    const dated = calendars?._tag === "Map" ? [...calendars.entries].find(([name]) => name !== "always") : undefined
    if (isPack) say("pack/left-open", head, { what: "`time-zone`" })
    else if (dated !== undefined) say("calendar/needs-time-zone", head, { calendar: dated[0] })
  }
  return zone ?? Zone.utc
}

const sealed = (policy: Unsealed, { root }: Linked): Bundle => ({
  ...policy,
  ...hashesOf(policy),
  places: placesOf(root)
})
