/** Shows the rules for all cases: same cases, problems, sending hours, records, targets, consents. */
import { type Bundle, Fact, Text } from "@hearback/core"
import { percentOf } from "../../../terminal/Amounts.ts"
import type { Markup } from "../../Markup.ts"
import { type PolicyView, pairs, under } from "../part/PolicyView.ts"
import { denseTable, wideTable } from "../part/Tables.ts"
import { variedText } from "../part/TimeText.ts"
import { clockTime } from "./Deadlines.ts"

/** Makes the section. */
export const rest = (view: PolicyView): readonly Markup[] => [
  pairs([...oneCase(view), ...sending(view), ...records(view), ...consents(view)]),
  ...targets(view),
  ...facts(view)
]

type Pairs = readonly (readonly [name: string, content: string | undefined])[]

const oneCase = ({ bundle, words, naming }: PolicyView): Pairs => {
  const says = words.rest
  const { sameCase, problems, form } = bundle
  const inputs = (names: readonly string[]): string => naming.list(names.map(naming.input))
  const opens = problems.openWhen === undefined ? "" : says.problemOpens(naming.condition(problems.openWhen))
  return [
    [says.form, naming.list(form.require.map(naming.fact))],
    [
      says.sameCase,
      says.sameCaseSays(inputs(sameCase.same), `${percentOf(sameCase.alike)}%`, naming.length(sameCase.within))
    ],
    [says.problem, says.problemSays(inputs(problems.same), naming.length(problems.within)) + opens]
  ]
}

const sending = ({ bundle, words, naming }: PolicyView): Pairs => {
  const says = words.rest
  const { sending: rule } = bundle
  if (rule === undefined) return []
  const hours = (list: Bundle.SendingRule["quiet"]): string =>
    naming.list(list.map(([from, to]) => says.hours(clockTime(from), clockTime(to))))
  const inPublic = Object.entries(bundle.channels).flatMap(([name, { isPublic }]) =>
    isPublic === true ? [naming.channel(name)] : []
  )
  const except = [...rule.quietExcept.levels, ...rule.quietExcept.messages]
  return [
    [
      says.quiet,
      rule.quiet.length === 0
        ? undefined
        : hours(rule.quiet) + (except.length === 0 ? "" : words.aside(says.quietExcept(naming.list(except))))
    ],
    [says.quietQuestions, rule.quietQuestions && hours(rule.quietQuestions)],
    [says.digest, rule.digest && says.digestSays(naming.length(rule.digest))],
    [
      says.redact,
      rule.redact &&
        [
          ...Object.entries(rule.redact).map(([kind, who]) =>
            says.redactSays(says.personal[kind as Bundle.PersonalKind], naming.who(who))
          ),
          ...(inPublic.length === 0 ? [] : [says.redactInPublic(naming.list(inPublic))])
        ].join(words.semicolon)
    ]
  ]
}

const records = ({ bundle, words, naming }: PolicyView): Pairs => {
  const says = words.rest
  const { retention, learning } = bundle
  const kept = retention && says.keepSays(lengthKept(retention, words, naming), naming.trigger(retention.from))
  return [
    [says.keep, kept && (retention?.basis === undefined ? kept : kept + words.aside(retention.basis))],
    [
      says.reviews,
      learning &&
        naming.list(
          Object.entries(learning.reviews).map(
            ([name, frequency]) => `${Text.readable(name)}${words.aside(naming.frequency(frequency))}`
          )
        )
    ],
    [says.saidAndDone, learning?.youSaidWeDid && naming.frequency(learning.youSaidWeDid)],
    [says.procedure, learning?.procedureAfter === undefined ? undefined : says.procedureSays(learning.procedureAfter)]
  ]
}

const lengthKept = (
  { keep }: Bundle.RetentionRule,
  words: PolicyView["words"],
  naming: PolicyView["naming"]
): string => ("values" in keep ? variedText(keep, naming.length, words, naming) : naming.length(keep))

const consents = ({ bundle, words, naming }: PolicyView): Pairs => {
  const says = words.rest
  const { customers, assume = [] } = bundle
  const asked = Object.entries(customers?.consent ?? {}).map(([name, { ask, lasts }]) => {
    const question = naming.text(ask)
    return [
      Text.readable(name),
      ...(question === undefined ? [] : [words.quoted(question)]),
      ...(lasts === undefined ? [] : [says.lasts(naming.length(lasts))])
    ].join(words.semicolon)
  })
  return [
    [says.consents, asked.join(words.semicolon)],
    [says.optOut, customers?.optOut === true ? words.yes : undefined],
    [
      says.assumed,
      assume.map(({ never, because }) => says.because(naming.condition(never), because)).join(words.semicolon)
    ]
  ]
}

const targets = (view: PolicyView): readonly Markup[] => {
  const { bundle, words } = view
  const { targets: all = {}, targetsBy = {} } = bundle.learning ?? {}
  const { measure, good } = words.rest.target
  const groups = Object.entries(targetsBy).flatMap(([grouping, by]) =>
    Object.entries(by).flatMap(([group, own]) => targetRows(own, ` · ${groupText(grouping, group, view)}`, view))
  )
  const rows = [...targetRows(all, "", view), ...groups]
  return rows.length === 0 ? [] : [under(words.rest.targets, wideTable([measure, good], rows))]
}

const groupText = (grouping: string, group: string, { words, naming }: PolicyView): string => {
  const { person, department } = words.rest.target
  const called = grouping === "person" ? person : grouping === "department" ? department : naming.input(grouping)
  const name = grouping === "department" ? "category.department" : grouping
  const value = (): string => naming.value({ name, type: { _tag: "OneOf", values: [group], graded: false } }, 0)
  return `${called} ${group === "otherwise" ? words.otherwise : grouping === "person" ? group : value()}`
}

const targetRows = (
  targets: Bundle.TargetsRule,
  group: string,
  { words, naming, context }: PolicyView
): readonly (readonly string[])[] =>
  Object.entries(targets).map(([name, { type, good: set }]) => {
    const [key = name, ...gate] = name.split(".")
    const title = Text.word("measure", key, context.language)
    const values = naming.cellValues({ type, set, domain: Fact.domain(type, false) }, { name: "", type })
    return [title + (gate.length === 0 ? "" : words.aside(gate.join("."))) + group, values]
  })

/** Returns the possible values of a fact: their titles, or its type. */
export const factTypeText = (
  { type, kind, titles = {} }: Bundle.FactDeclaration,
  { words, naming }: PolicyView
): string => {
  if (type._tag === "OneOf" || type._tag === "SomeOf") {
    const list = naming.list(type.values.map((name) => naming.text(titles[name]) ?? Text.readable(name)))
    return kind === "some-of" ? words.factKind[kind] + words.aside(list) : list
  }
  return kind === "scale" && type._tag === "Amount"
    ? words.factKind[kind] + words.aside(`${type.min}–${type.max}`)
    : words.factKind[kind]
}

const facts = (view: PolicyView): readonly Markup[] => {
  const { bundle, words, naming } = view
  const all = Object.entries(bundle.facts)
  if (all.length === 0) return []
  const { title, kind, by, personal, ofOthers } = words.rest.fact
  const rows = all.map(([name, fact]) => [
    naming.fact(name),
    factTypeText(fact, view),
    naming.who(fact.by ?? []),
    [naming.text(fact.personal) ?? "", fact.ofOthers === true ? ofOthers : ""]
      .filter((said) => said !== "")
      .join(words.semicolon)
  ])
  return [under(words.rest.facts, denseTable([title, kind, by, personal], rows))]
}
