/**
 * Compiles the files of a policy to a checked bundle, with all findings at once.
 *
 * Pure except `read`: it reads no clock and no environment. A bundle is returned only if no finding is an error.
 */
import { defined, RulePath, Zone } from "@hearback/core"
import { analysis } from "../analyse/Analysis.ts"
import { ordered } from "../analyse/check/Grades.ts"
import { excluded } from "../analyse/check/MissingStaff.ts"
import { unused } from "../analyse/check/UnusedNames.ts"
import type { Bundle } from "../bundle/Bundle.ts"
import { hashesOf, type Sha256, type UnhashedBundle } from "../bundle/Hash.ts"
import { zone as zoneOf } from "../calendar/Zone.ts"
import { zoneMeant } from "../calendar/ZoneName.ts"
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { dateOf, unsealedOf } from "../emit/Assembly.ts"
import { placesOf } from "../emit/Places.ts"
import { type Linked, link } from "../link/Link.ts"
import { get, integerOf, itemsOf, type MapTree, type Tree, wordOf } from "../link/Tree.ts"
import { type PeopleRead, readPeople } from "../people/PeopleReader.ts"
import { makeInputs } from "../read/Inputs.ts"
import { collect } from "../read/Names.ts"
import { mean, type Reading, spotOf, type Tell } from "../read/Reading.ts"
import { factTypeOf, mentionedTexts } from "../read/section/Facts.ts"
import { type RuleSource, sourcesOf } from "../read/section/Sources.ts"
import { placeAt, type SourceFile, type Span, written } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import { currencyMeant, currencyOf } from "../value/Currency.ts"
import { accepted, type PlacedFinding } from "./AcceptedFindings.ts"
import { consequencesOf, oncePerPromise, wordsIn } from "./Consequences.ts"
import { type Files, filesOf, type Sources } from "./Files.ts"
import { lockFindings, lockText } from "./Lock.ts"

/** The result of a compilation. */
export interface Compiled {
  /** Present if no finding is an error. */
  readonly bundle?: Bundle
  /** The standards and reasons that the policy refers to. They decide nothing, so they are not part of the bundle. */
  readonly sources: readonly RuleSource[]
  /** The edition of a pack. */
  readonly version?: number
  /** Sorted by place. */
  readonly diagnostics: readonly Diagnostic[]
  /** Every file that was read, in the order of reading. Paths are relative to the folder of the root file. */
  readonly files: readonly SourceFile[]
  /** The duration of the compilation.  Units: ms. */
  readonly ms: number
}

/** Compiles a policy. */
export const compile = (sources: Sources): Compiled => {
  const began = performance.now()
  const files = filesOf(sources)
  const linked = link(files.root, files, (found) => files.told.push(found))
  // If a file is missing or unreadable, names are not checked, because such findings would only follow from that.
  const isWhole = linked !== undefined && !files.told.some(({ code }) => incomplete.has(code))
  const result = isWhole && !files.isBroken() ? read(linked, files, sources.today) : undefined
  if (linked !== undefined && sources.lock !== undefined)
    files.told.push(...lockFindings(sources.lock, files, linked.root, sources.sha256))
  const staff = result === undefined ? undefined : peopleOf(sources.people, files, result)
  if (result !== undefined) {
    meantBy(result.reading, staff?.diagnostics ?? [])
    unused(result.reading, result.policy, linked?.inherited, staff?.people)
    excluded(result.reading, result.policy, staff?.people)
  }
  const meaning = linked === undefined || result === undefined ? [] : accepted(linked.root, result.found, sources.today)
  const isExcused = ({ code, primary: { span } }: Diagnostic): boolean =>
    (code === "name/unknown" || code === "message/unknown-placeholder") &&
    wordsIn(written(span)).some((word) => result?.reading.excused.has(word) === true)
  const lost = files.told.filter(isLostSection)
  // The content of a section with a wrong name is unknown.
  const certain = lost.length === 0 ? meaning : meaning.filter(({ level }) => level === "error")
  const told = files.told.filter(
    ({ code, primary: { span } }) => code !== "extends/nothing-removed" || !isUnder(span, lost)
  )
  const own = settle([...told, ...certain]).filter((each) => !isExcused(each))
  const isSound = !own.some(({ level }) => level === "error")
  const follows = linked === undefined || isSound ? () => false : consequencesOf(linked.root, told, result?.found ?? [])
  // What is wrong with the people is no fault of the policy.
  // The people that a policy needs are unknown while it has errors.
  const ofStaff = (staff?.diagnostics ?? []).filter(
    (each) =>
      !isExcused(each) && (isSound || (each.code !== "people/nobody-is" && each.code !== "people/nobody-on-shift"))
  )
  const shown = [...own.filter(({ code }) => isSound || code !== "extends/loop-replaced"), ...ofStaff]
  const diagnostics = settle(
    oncePerPromise(
      gathered(
        shown.filter((each) => !follows(each)),
        files.root
      )
    )
  )
  return defined({
    bundle: isSound && result && linked ? sealed(result.policy, linked, sources.sha256) : undefined,
    sources: result?.sources ?? [],
    version: integerOf(get(linked?.root, "version")),
    diagnostics,
    files: files.read,
    ms: performance.now() - began
  })
}

/** Notes the declared names that misspelt names in the people file probably mean. */
const meantBy = (reading: Reading, told: readonly Diagnostic[]): void => {
  for (const { code, fix, primary } of told)
    if (code === "name/unknown" && fix !== undefined)
      mean(reading, fix.text, { name: written(primary.span), span: primary.span })
}

/**
 * Returns one finding for each undeclared name, at its first place in the policy, with the other places as related.
 * Findings with a fix stay at their place.
 */
const gathered = (told: readonly Diagnostic[], root: string): readonly Diagnostic[] => {
  const places = new Map<string, Diagnostic[]>()
  for (const each of told) {
    if (each.code !== "name/unknown" || each.fix !== undefined) continue
    const name = written(each.primary.span)
    places.set(name, [...(places.get(name) ?? []), each])
  }
  return told.flatMap((each) => {
    const all = places.get(written(each.primary.span)) ?? []
    const [first, ...others] = all.toSorted((a, b) => Number(isIn(b, root)) - Number(isIn(a, root)))
    if (!all.includes(each) || first === undefined) return [each]
    if (each !== first) return []
    const besides = others.map(({ primary }) =>
      related(
        primary.span,
        said((t) => t.place.andHere)
      )
    )
    return [{ ...first, related: [...first.related, ...besides] }]
  })
}

const isIn = ({ primary }: Diagnostic, path: string): boolean => primary.span.file.path === path

/** Returns whether a finding is about an unknown key at the top level of the policy. */
const isLostSection = ({ code, primary: { span } }: Diagnostic): boolean =>
  code === "shape/unknown-key" && placeAt(span.file, span.start).column === 1

/** Returns whether a place is below such a key and before the next one. */
const isUnder = ({ file, start }: Span, lost: readonly Diagnostic[]): boolean =>
  lost.some(({ primary: { span } }) => {
    const next = file.text.slice(span.end).search(/\n[^\s#]/u)
    return span.file === file && start > span.start && (next < 0 || start < span.end + next)
  })

/** Returns the text of a policy's lock file: the packs that it is read with. */
export const lockOf = (sources: Sources): string => {
  const files = filesOf(sources)
  link(files.root, files, () => {})
  return lockText(files, sources.sha256)
}

/** Codes of findings about how a policy is composed, apart from files that cannot be parsed. */
const incomplete: ReadonlySet<string> = new Set([
  "file/unreadable",
  "file/outside",
  "extends/unknown",
  "extends/cycle",
  "yaml/duplicate-key"
])

interface Read {
  readonly policy: UnhashedBundle
  readonly sources: readonly RuleSource[]
  /** The findings so far; more are added while it is checked. */
  readonly found: readonly PlacedFinding[]
  readonly reading: Reading
}

/** Returns the tree at a path, or the closest one above it, because a default is written further up. */
const nearest = (at: Reading["at"], path: string): Tree | undefined => {
  for (let place = path; place !== ""; place = place.slice(0, Math.max(0, place.lastIndexOf(".")))) {
    const found = at(place)
    if (found !== undefined) return found
  }
  return undefined
}

/** Returns the people of the people file, with its faults and the roles that the policy needs and nobody has. */
const peopleOf = (
  path: string | undefined,
  files: Files,
  { policy, reading: { at } }: Read
): PeopleRead | undefined => {
  const file = path === undefined ? undefined : files.beside(path)
  if (file === undefined) return undefined
  const read = readPeople(file, policy, (place, role) => {
    const tree = nearest(at, place)
    const item = itemsOf(tree).find((each) => wordOf(each) === role)
    return item?.span ?? tree?.named
  })
  files.read.push(read.file)
  return read
}

const read = ({ root, removed, hasBase }: Linked, files: Files, today: string | undefined): Read => {
  const found: PlacedFinding[] = []
  const shapeless = files.told.filter(({ level }) => level === "error")
  const say: Tell = (code, at, about, more = {}) => {
    const { span: where, ...rest } = more
    found.push({ path: at.path, diagnostic: diagnose(code, about, where ?? spotOf(at), rest) })
  }
  const isPack = get(root, "pack") !== undefined
  const head = get(root, "policy") ?? get(root, "pack") ?? root
  if (!hasBase) say("extends/no-base", get(root, "extends") ?? head, {})
  const version = get(root, "version")
  if (version !== undefined && !isPack) say("pack/not-a-pack", version, {}, { span: version.named })
  const index = indexOf(root)
  const names = collect(root)
  const currency = wordOf(get(root, "currency"))
  const money = currency === undefined ? undefined : currencyOf(currency)
  const currencyTree = get(root, "currency")
  if (currencyTree !== undefined && money === undefined)
    say("name/unknown", currencyTree, { kind: "currency", name: currency ?? "", ...currencyMeant(currency ?? "") })
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
    language: files.languages.get(root.span.file) ?? "en",
    languageOf: ({ file }) => files.languages.get(file) ?? "en",
    currency: money,
    zone,
    names,
    inputs: makeInputs(names, facts),
    removed,
    file: files.text,
    isOutside: files.isOutside,
    say,
    meant: new Map(),
    excused: new Set(),
    isInverted: new Set(),
    misspelt: new Set(shapeless.flatMap(({ code, fix }) => (code === "shape/unknown-key" && fix ? [fix.text] : []))),
    hasTold: (...codes) => found.some(({ diagnostic: { code } }) => codes.includes(code)),
    isFaulty: (path) => {
      const isHere = (each: PlacedFinding) => RulePath.isWithin(each.path, path)
      if (found.some((each) => each.diagnostic.level === "error" && (path === "" || isHere(each)))) return true
      const tree = index.get(path)
      return tree !== undefined && shapeless.some(({ primary }) => isWithin(primary.span, tree.named, tree.span))
    }
  }
  const policy = unsealedOf(reading, zone.id, (dimensions) => ordered(reading, dimensions))
  const sources = sourcesOf(reading, (tree) => dateOf(reading, tree))
  analysis(reading, policy, today)
  // Analysis can be the first to use an input, in an `assume`.
  return { policy: { ...policy, inputs: [...reading.inputs.all()] }, sources, found, reading }
}

/** Returns whether a place is inside an entry, from its key to the end of its value. */
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

/** Returns the time zone. A pack may leave it to its heirs and is then read in UTC. */
const zoneIn = (root: MapTree, isPack: boolean, say: Tell): Zone.Zone => {
  const tree = get(root, "time-zone")
  const name = wordOf(tree)
  const zone = name === undefined ? undefined : zoneOf(name)
  if (tree !== undefined && zone === undefined)
    say("name/unknown", tree, { kind: "time-zone", name: name ?? "", ...zoneMeant(name ?? "") })
  if (tree === undefined) {
    const head = get(root, "policy") ?? get(root, "pack") ?? root
    const calendars = get(root, "calendars")
    const dated = calendars?._tag === "Map" ? [...calendars.entries].find(([name]) => name !== "always") : undefined
    if (isPack) say("pack/left-open", head, { what: "`time-zone`" })
    else if (dated !== undefined) say("calendar/needs-time-zone", head, { calendar: dated[0] })
  }
  return zone ?? Zone.utc
}

const sealed = (policy: UnhashedBundle, { root }: Linked, sha256: Sha256 | undefined): Bundle => ({
  ...policy,
  ...hashesOf(policy, sha256),
  places: placesOf(root)
})
