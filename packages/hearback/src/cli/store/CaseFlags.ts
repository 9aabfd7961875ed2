/** The flags that select cases for lists. */
import { defined, type Policy, Text } from "@hearback/core"
import type { CaseQuery } from "../../index.ts"
import type { CommandContext, Option, Request } from "../program/Command.ts"
import { notAmong } from "../program/Suggestion.ts"
import { boundOf, countOf, pairsOf } from "../program/Values.ts"
import { called } from "../text/Names.ts"

const states = ["open", "customer-loop-closed", "closed", "expired", "all"] as const

/** The flag for the kind of a case. */
export const kindOption: Option = {
  flag: "--kind",
  value: "kind",
  choices: Text.known("kind"),
  called: (kind, language) => Text.word("kind", kind, language)
}

/** The flags of every list of cases. */
export const caseOptions: readonly Option[] = [
  { flag: "--as", value: "id" },
  { flag: "--owner", value: "id" },
  { flag: "--state", value: "state", choices: states, called: (state, language) => called("states", state, language) },
  kindOption,
  { flag: "--category", value: "name" },
  { flag: "--customer", value: "id" },
  { flag: "--grade", value: "name=level", many: true },
  { flag: "--gate", value: "name" },
  { flag: "--from", value: "date" },
  { flag: "--to", value: "date" },
  { flag: "--order", value: "order", choices: ["due", "received"] },
  { flag: "--limit", value: "n" },
  { flag: "--after", value: "cursor" },
  { flag: "--at", value: "instant" }
]

/** Returns the query of the flags. `otherwise`: the state and the order without flags for them. */
export const caseQueryOf = (
  request: Request,
  { bundle, zone }: Policy.Policy,
  context: CommandContext,
  otherwise: Pick<CaseQuery, "state" | "order">
): CaseQuery => {
  const state = request.one("state") as (typeof states)[number] | undefined
  const limit = countOf(request, "limit", context)
  const plain = ["owner", "kind", "customer", "after", "text"].flatMap((flag) => {
    const value = request.one(flag)
    return value === undefined ? [] : [[flag, value] as const]
  })
  const grades = gradesOf(request, bundle, context)
  return {
    ...Object.fromEntries(plain),
    ...defined({
      for: request.one("as"),
      state: state ?? otherwise.state,
      category: nameOf("category", request, bundle),
      gate: nameOf("gate", request, bundle),
      grades: grades.length === 0 ? undefined : Object.fromEntries(grades),
      from: boundOf("from", request, zone, context),
      to: boundOf("to", request, zone, context),
      order: (request.one("order") as CaseQuery["order"]) ?? otherwise.order,
      limit: limit === undefined ? undefined : Math.min(limit, 200)
    })
  }
}

type Bundle = Policy.Policy["bundle"]

type Named = readonly { readonly name: string; readonly title?: Readonly<Partial<Record<string, string>>> }[]

/** Flags whose values are names that differ between versions of a policy. */
const named: Readonly<Record<"category" | "gate", (bundle: Bundle) => Named>> = {
  category: ({ dictionary }) => dictionary.categories,
  gate: ({ loops }) => loops.flatMap(({ gates }) => gates)
}

/**
 * Returns the name that a flag gives; a title is replaced by its name. An unknown name can belong to another version
 * and stays unchanged.
 */
const nameOf = (flag: keyof typeof named, request: Request, bundle: Bundle): string | undefined => {
  const said = request.one(flag)
  const found = named[flag](bundle).find(({ name, title = {} }) => name === said || Object.values(title).includes(said))
  return found?.name ?? said
}

/** Throws for a name that no version of the policy has. */
export const unknownName = (query: CaseQuery, { bundle }: Policy.Policy, { texts }: CommandContext): never => {
  const { frame } = texts
  const flag =
    named.gate(bundle).some(({ name }) => name === query.gate) || query.gate === undefined ? "category" : "gate"
  const said = query[flag] ?? ""
  const known = [...new Set(named[flag](bundle).map(({ name }) => name))]
  return notAmong({ code: "usage/bad-choice", message: frame.badChoice(`--${flag}`, said) }, said, known, frame)
}

const gradesOf = (
  request: Request,
  { grading }: Bundle,
  context: CommandContext
): readonly (readonly [string, string])[] =>
  pairsOf(request, "grade", context).map(([name, level]) => {
    const { frame } = context.texts
    const levels = grading.find((dimension) => dimension.name === name)?.levels
    const bad = (word: string, known: readonly string[]): never =>
      notAmong({ code: "usage/bad-choice", message: frame.badChoice("--grade", word) }, word, known, frame)
    if (levels === undefined)
      return bad(
        name,
        grading.map((dimension) => dimension.name)
      )
    return levels.includes(level) ? [name, level] : bad(level, levels)
  })
