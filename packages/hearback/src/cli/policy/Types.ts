/**
 * Writes the names of a policy as TypeScript types, against which the code of a host is checked. The text is flat,
 * and always the same for one policy, so that it can be compared with a file.
 */
import { type Bundle, type EvidenceField, evidenceForm, Gate, type Policy, Text } from "@hearback/core"

/** Returns the text of the file; `path` is the policy's path from the program that imports the file. */
export const typesOf = (policy: Policy.Policy, path: string): string => {
  const { bundle } = policy
  const said = Object.entries(unionsOf(bundle)).map(([name, { says, words }]) => [
    `/** ${says} */`,
    `export type ${name} =${unionOf(words, "export type  =".length + name.length)}`
  ])
  const parts = [
    [
      `// Written by \`hearback types\` from policy ${quoted(bundle.id)}, version ${bundle.content}. Do not edit.`,
      `import type { PolicyFile } from "hearback"`
    ],
    ...said,
    gradesOf(bundle),
    factsOf(bundle),
    evidenceOf(policy),
    bodyOf(),
    namesOf(),
    [
      "/** The policy, for `Hearback.open({ policy, … })`, which then knows its names. */",
      `export const policy = ${quoted(path)} as PolicyFile<Names>`
    ]
  ]
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`
}

interface Union {
  readonly says: string
  readonly words: readonly string[]
}

const unionsOf = (bundle: Bundle.Bundle): Readonly<Record<string, Union>> => {
  const { channels, dictionary, roles, departments, loops, clocks, grading, events, customers, messages } = bundle
  const rules = grading.filter(({ by }) => by === "rules")
  return {
    ChannelName: { says: "Where feedback comes from.", words: Object.keys(channels) },
    KindName: { says: "Kinds of feedback.", words: Text.known("kind") },
    CategoryName: { says: "Categories of the dictionary.", words: dictionary.categories.map(({ name }) => name) },
    RoleName: { says: "Roles of staff.", words: Object.keys(roles) },
    DepartmentName: { says: "Departments.", words: Object.keys(departments) },
    LoopName: { says: "Loops.", words: loops.map(({ name }) => name) },
    GateName: { says: "Gates of all loops.", words: loops.flatMap(({ gates }) => gates.map(({ name }) => name)) },
    ClockName: { says: "Clocks.", words: clocks.map(({ name }) => name) },
    PauseReason: { says: "Reasons to pause a clock.", words: clocks.flatMap(({ pause }) => Object.keys(pause)) },
    LevelName: { says: "Levels that `regrade` may set: those of rules.", words: rules.flatMap(({ levels }) => levels) },
    HostEventName: { says: "Events that the host reports.", words: events },
    ConsentName: { says: "Purposes that customers agree to.", words: Object.keys(customers?.consent ?? {}) },
    MessageName: { says: "Messages.", words: Object.keys(messages) },
    EventName: { says: "Events of cases, the same for every policy.", words: Text.events },
    RefusalCode: { says: "Reasons for a refusal, the same for every policy.", words: Object.keys(Text.refusals) }
  }
}

const gradesOf = ({ grading }: Bundle.Bundle): readonly string[] => [
  "/** Levels by the dimension of grading, strongest first. */",
  ...objectOf(
    "Grades",
    grading.map(({ name, levels }) => property(name, false, levels.map(quoted).join(" | ")))
  )
]

const factsOf = ({ facts, currency }: Bundle.Bundle): readonly string[] => [
  "/** Facts, with what a host may give. */",
  ...objectOf(
    "Facts",
    Object.entries(facts).map(([name, { kind, type }]) =>
      property(name, false, valueType(kind, type._tag === "OneOf" ? type.values : undefined, currency?.code))
    )
  )
]

/** Returns what `pass` takes at each gate. A gate that only the customer's reply settles cannot be passed. */
const evidenceOf = (policy: Policy.Policy): readonly string[] => {
  const rules = policy.bundle.loops.flatMap(({ gates }) => gates)
  const members = rules.flatMap((rule) => {
    const form = evidenceForm(policy, rule, Gate.at({}, rule.name), {})
    if (form === undefined) return []
    const lines = [property("do", true, quoted("pass")), property("gate", true, quoted(rule.name))]
    return [["  | {", ...[...lines, ...fieldsOf(form, policy)].map((line) => `      ${line}`), "    }"].join("\n")]
  })
  return [
    "/** What `pass` takes at each gate. Facts under `fields` must be known when it passes: from here, or from before. */",
    `export type GateEvidence =${members.length === 0 ? " never" : ""}`,
    ...new Set(members)
  ]
}

const fieldsOf = (form: readonly EvidenceField[], { bundle: { currency } }: Policy.Policy): readonly string[] => {
  const line = (field: EvidenceField, required: boolean): string =>
    property(field.name, required, evidenceType(field, currency?.code))
  const facts = form.filter(({ isFact }) => isFact).map((field) => line(field, false))
  return [
    ...(facts.length === 0 ? [] : [property("fields", false, `{ ${facts.join("; ")} }`)]),
    ...form.filter(({ isFact }) => !isFact).map((field) => line(field, field.required))
  ]
}

const evidenceType = ({ type, isFact, choices, each = [] }: EvidenceField, currency: string | undefined): string => {
  if (type === "texts") return "readonly string[]"
  if (type === "list") {
    const parts = each.map((part) => property(part.name, part.required, evidenceType(part, currency)))
    return `readonly { ${parts.join("; ")} }[]`
  }
  if (type === "map")
    return choices === undefined
      ? "Readonly<Record<string, string>>"
      : `{ ${choices.map((name) => property(name, false, "string")).join("; ")} }`
  if (type === "person" || (type === "date" && !isFact)) return "string"
  return valueType(type, choices, currency)
}

/** Returns the type of a fact's value. Dates and durations are numbers with a comment that they are milliseconds. */
const valueType = (
  kind: Bundle.FactDeclaration["kind"],
  choices: readonly string[] | undefined,
  currency: string | undefined
): string => {
  switch (kind) {
    case "one-of":
      return choices === undefined || choices.length === 0 ? "never" : choices.map(quoted).join(" | ")
    case "number":
    case "integer":
    case "scale":
      return "number"
    case "money":
      return currency === undefined ? "number" : `number | \`\${number} ${currency}\``
    case "yes-no":
      return "boolean"
    case "date":
    case "duration":
      return "string | number"
    case "text":
    case "file":
    case "some-of":
      return "string"
  }
}

const bodyOf = (): readonly string[] => [
  "/** What events tell, each its own; these fields are names of the policy. */",
  ...objectOf("EventBody", [
    "readonly [field: string]: unknown",
    property("gate", false, "GateName"),
    property("category", false, "CategoryName"),
    property("loop", false, "LoopName")
  ])
]

/** Returns the names as an open loop takes them. */
const namesOf = (): readonly string[] => [
  "/** All of them. */",
  ...objectOf(
    "Names",
    Object.entries({
      channel: "ChannelName",
      kind: "KindName",
      category: "CategoryName",
      role: "RoleName",
      department: "DepartmentName",
      loop: "LoopName",
      gate: "GateName",
      clock: "ClockName",
      pause: "PauseReason",
      level: "LevelName",
      hostEvent: "HostEventName",
      consent: "ConsentName",
      event: "EventName",
      refusal: "RefusalCode",
      grades: "Grades",
      facts: "Facts",
      pass: "GateEvidence",
      body: "EventBody"
    }).map(([name, type]) => property(name, true, type))
  )
]

/**
 * Returns a type instead of an interface, because only a type can be used where any facts or grades are expected; so
 * a typed loop is also a `Loop`.
 */
const objectOf = (name: string, properties: readonly string[]): readonly string[] =>
  properties.length === 0
    ? [`export type ${name} = Readonly<Record<never, never>>`]
    : [`export type ${name} = {`, ...properties.map((line) => `  ${line}`), "}"]

const property = (name: string, required: boolean, type: string): string =>
  `readonly ${isIdentifier(name) ? name : quoted(name)}${required ? "" : "?"}: ${type}`

const isIdentifier = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name)

const quoted = (text: string): string => JSON.stringify(text)

/** Returns a union behind the text on its line, or on separate lines if there is no room. */
const unionOf = (words: readonly string[], taken: number): string => {
  const members = [...new Set(words)].map(quoted)
  if (members.length === 0) return " never"
  const line = ` ${members.join(" | ")}`
  return taken + line.length <= 120 ? line : members.map((member) => `\n  | ${member}`).join("")
}
