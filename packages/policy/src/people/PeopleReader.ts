/**
 * Reads a people file and checks every name against the policy.
 *
 * Errors: names that the policy does not declare, with a guess at the intended one; wrong dates; a person and a
 * customer with one id; a person who is their own deputy or lends a role they do not have.
 */
import { defined } from "@hearback/core"
import type { UnhashedBundle } from "../bundle/Hash.ts"
import { type Diagnostic, diagnose, related } from "../diagnostic/Diagnostic.ts"
import { settle } from "../diagnostic/Report.ts"
import { readFile } from "../shape/Check.ts"
import { entriesOf, entryOf, get, isList, isMap, itemsOf, type Node } from "../source/Node.ts"
import type { SourceFile, Span } from "../source/SourceFile.ts"
import { said } from "../text/TranslatedTexts.ts"
import {
  contextOf,
  factsOf,
  known,
  knownAll,
  languageOf,
  type PeopleContext,
  sentenceOf,
  spellOf,
  stretchOf,
  wordOf
} from "./Context.ts"
import { unfilled } from "./Mentions.ts"
import type { Customer, People, StaffDelegation, StaffMember } from "./People.ts"
import { offShift } from "./Shifts.ts"

/** What reading a people file returns. */
export interface PeopleRead {
  /** Present if there is no error. */
  readonly people?: People
  readonly diagnostics: readonly Diagnostic[]
  readonly file: SourceFile
}

/** Reads a people file beside its policy. */
export const readPeople = (
  file: { readonly path: string; readonly text: string | Uint8Array },
  bundle: UnhashedBundle,
  placeOf: RoleAt = () => undefined
): PeopleRead => {
  const parsed = readFile(file, "people")
  const { tree, file: source } = parsed
  const isDoubtful = parsed.diagnostics.some(({ code }) => code === "yaml/duplicate-key")
  if (tree === undefined || isDoubtful) return { diagnostics: parsed.diagnostics, file: source }
  const context = contextOf(bundle)
  const ids = entriesOf(get(tree, "people")).map(({ key }) => key.text)
  const people = entriesOf(get(tree, "people")).map(({ key, value }) => personOf(context, key.text, value, ids))
  const customers = Object.fromEntries(
    entriesOf(get(tree, "customers")).map(({ key, value }) => [key.text, customerOf(context, value)])
  )
  clashes(context, tree, ids)
  // A person whose role is misspelt or missing could be the one who is needed.
  const isUnsure = [...parsed.diagnostics, ...context.told].some(
    ({ code, level }) => level === "error" || code === "people/no-role"
  )
  if (!isUnsure) needed(context, tree, people, placeOf)
  const diagnostics = settle([...parsed.diagnostics, ...context.told])
  return defined({
    people: diagnostics.some(({ level }) => level === "error") ? undefined : { people, customers },
    diagnostics,
    file: source
  })
}

const personOf = (context: PeopleContext, id: string, node: Node, ids: readonly string[]): StaffMember => {
  const { bundle } = context
  const roles = knownAll(context, "role", get(node, "roles"), Object.keys(bundle.roles))
  const department = known(context, "department", get(node, "department"), Object.keys(bundle.departments))
  const calendar = known(context, "calendar", get(node, "calendar"), Object.keys(bundle.calendars))
  const deputy = known(context, "person", get(node, "deputy"), ids)
  const language = languageOf(context, get(node, "language"))
  const address = sentenceOf(get(node, "address"))
  const contact = sentenceOf(get(node, "contact"))
  const deputyNode = get(node, "deputy")
  if (deputy === id && deputyNode !== undefined)
    context.told.push(diagnose("people/own-deputy", { person: id }, deputyNode.span))
  const written = get(node, "roles")
  if (isMap(node) && (written === undefined || (isList(written) && written.items.length === 0)))
    context.told.push(diagnose("people/no-role", { person: id }, written?.span ?? node.span))
  twice(context, written)
  return defined({
    id,
    name: sentenceOf(get(node, "name")) ?? id,
    roles,
    department,
    calendar,
    deputy,
    language,
    address,
    contact,
    away: itemsOf(get(node, "away")).flatMap((item) => spellOf(context, item) ?? []),
    delegates: itemsOf(get(node, "delegates")).flatMap((item) => delegationOf(context, id, item, roles, ids) ?? [])
  })
}

/** Reports a role that a person has twice. */
const twice = (context: PeopleContext, roles: Node | undefined): void => {
  const seen = new Map<string, Node>()
  for (const item of itemsOf(roles)) {
    const before = seen.get(wordOf(item) ?? "")
    if (before === undefined) seen.set(wordOf(item) ?? "", item)
    else {
      const place = related(
        before.span,
        said((t) => t.place.before),
        true
      )
      context.told.push(diagnose("shape/item-twice", { item: wordOf(item) ?? "" }, item.span, { related: [place] }))
    }
  }
}

const delegationOf = (
  context: PeopleContext,
  id: string,
  node: Node,
  own: readonly string[],
  ids: readonly string[]
): StaffDelegation | undefined => {
  const to = known(context, "person", get(node, "to"), ids)
  const untilNode = get(node, "until")
  const untilText = wordOf(untilNode)
  const until =
    untilNode === undefined || untilText === undefined ? undefined : stretchOf(context, untilNode, untilText)?.to
  const asked = get(node, "roles")
  const roles = asked === undefined ? own : knownAll(context, "role", asked, Object.keys(context.bundle.roles))
  for (const item of itemsOf(asked)) {
    const role = wordOf(item)
    if (role !== undefined && roles.includes(role) && !own.includes(role))
      context.told.push(diagnose("people/delegates-more", { person: id, role }, item.span))
  }
  return to === undefined || until === undefined ? undefined : { to, until, roles }
}

const customerOf = (context: PeopleContext, node: Node): Customer => {
  const name = sentenceOf(get(node, "name"))
  const language = languageOf(context, get(node, "language"))
  const address = sentenceOf(get(node, "address"))
  const consent = get(node, "consent")
  const facts = factsOf(context, get(node, "facts"))
  return defined({
    name,
    language,
    address,
    consent: consent && itemsOf(consent).flatMap((item) => wordOf(item) ?? []),
    facts
  })
}

/** Reports an id of both a person and a customer, because the customer's words would count as those of the staff. */
const clashes = (context: PeopleContext, tree: Node, ids: readonly string[]): void => {
  for (const { key } of entriesOf(get(tree, "customers"))) {
    if (!ids.includes(key.text)) continue
    const person = entriesOf(get(tree, "people")).find((entry) => entry.key.text === key.text)
    const first =
      person === undefined
        ? []
        : [
            related(
              person.key.span,
              said((t) => t.place.person),
              true
            )
          ]
    context.told.push(diagnose("name/duplicate", { kind: "person", name: key.text }, key.span, { related: first }))
  }
}

/** Returns the place in a file where a policy path names a role, if the file is available. */
export type RoleAt = (path: string, role: string) => Span | undefined

/** Reports a role that the policy needs and nobody has, because cases would stop there. */
const needed = (context: PeopleContext, tree: Node, people: readonly StaffMember[], placeOf: RoleAt): void => {
  const section = entryOf(tree, "people")
  if (section === undefined) return
  for (const [role, paths] of unfilled(context.bundle, new Set(people.flatMap(({ roles }) => roles)))) {
    const places = paths.flatMap((path) => placeOf(path, role) ?? [])
    const [own] = places.filter(({ file }) => !file.path.startsWith("pack:"))
    const others = [...new Set(places)].filter((place) => place !== own).slice(0, most)
    context.told.push(
      diagnose("people/nobody-is", { role, paths }, own ?? section.key.span, {
        related: others.map((place) =>
          related(
            place,
            said((t) => t.place.needed)
          )
        )
      })
    )
  }
  for (const [channel, { person = [] }] of Object.entries(context.bundle.channels))
    for (const id of person)
      if (!people.some((one) => one.id === id)) {
        const at = placeOf(`channels.${channel}.person`, id) ?? section.key.span
        context.told.push(diagnose("people/not-there", { person: id, channel }, at))
      }
  for (const { role, path, calendar } of offShift(context.bundle, people))
    context.told.push(diagnose("people/nobody-on-shift", { role, calendar }, placeOf(path, role) ?? section.key.span))
}

/** The most places that need a role and are shown beside the first. */
const most = 3
