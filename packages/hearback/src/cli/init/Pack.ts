/**
 * Makes the files of `init --pack`: a policy that extends the pack and gives what the pack leaves open, a person for
 * each role, and a scenario whose expectations are what the pack currently decides.
 */
import { Actor, Bundle, Instant, inLanguage, Policy } from "@hearback/core"
import { compile, format, type PackView, readPeople } from "@hearback/policy"
import { dryRun } from "../../preview/DryRun.ts"
import { type Preview, previewOf } from "../../preview/Preview.ts"
import type { Language } from "../../runtime/Language.ts"
import { staffAt } from "../grade/Staff.ts"
import type { Choices, FileContents, InitFiles } from "../text/en/init/Files.ts"
import { initFiles } from "../text/InitFiles.ts"

/** A Monday. */
const received = "2026-11-16 09:40"
const customer = "C-17"

const text = (words: string): string => JSON.stringify(words)
const files = { policy: "policy.yaml", people: "people.yaml", scenario: "policy.scenario.yaml" } as const

/** Returns the files by name, in the requested language. */
export const packFiles = (view: PackView, language: Language, choices: Choices): FileContents => {
  const words = initFiles[language].pack
  const keys = Bundle.keyLanguageOf(language)
  const pack = compile({ root: `pack:${view.name}`, read: () => undefined }).bundle
  if (pack === undefined) throw new Error(`pack:${view.name} has errors`)
  const policy = policyText(view, pack, language, choices)
  const { bundle, diagnostics } = compile({ root: files.policy, read: () => policy })
  if (bundle === undefined) throw new Error(diagnostics.map(({ message }) => message.en).join("\n"))
  const people = peopleText(bundle, language)
  const told = { policy, people, scenario: scenarioText(bundle, people, words) }
  const written = (["policy", "people", "scenario"] as const).map((kind) => {
    const formatted = format({ path: files[kind], text: told[kind] }, { keys }).text ?? told[kind]
    return [files[kind], `${choices.schema(kind)}\n${formatted}`]
  })
  return Object.fromEntries(written)
}

const policyText = (view: PackView, pack: Bundle.Bundle, language: Language, { name, zone }: Choices): string => {
  const words = initFiles[language].pack
  // A finding quotes the words of the pack's own language.
  const isOpen = (...names: readonly string[]): boolean =>
    view.leftOpen.some(({ en }) => names.some((each) => en.includes(`\`${each}\``)))
  const contact = Object.keys(pack.roles)[0] ?? "supervisor"
  const department = (id: string, complaint: string) => ({
    is: `${id}: { contact: ${contact}, head: ${contact} }`,
    category: `${id}: { words: [${text(complaint)}], department: ${id} }`
  })
  const both = [department(words.front, words.it), department(words.back, words.else)]
  const answer = pack.messages["answer"] === undefined ? "答复" : "answer"
  const told = `told: { needs: result, within: 3 working days, tell: ${answer} }`
  const parts: readonly (readonly [boolean, string])[] = [
    [isOpen("time-zone", "时区"), `time-zone: ${zone}`],
    [isOpen("currency", "币种"), `currency: ${currencies[pack.zone] ?? words.currency}`],
    [isOpen("departments", "部门"), `departments: { ${both.map(({ is }) => is).join(", ")} }`],
    [Object.keys(pack.channels).length === 0, "channels: { email: { mode: passive } }"],
    [Object.keys(pack.calendars).length < 2, `calendars: { office: { hours: { mon-fri: [09:00-17:00] } } }`],
    [Object.keys(pack.calendars).length < 2, `clock-defaults: { calendar: office }`],
    [
      isOpen("departments", "部门"),
      `dictionary: { categories: { ${both.map(({ category }) => category).join(", ")} } }`
    ],
    [isOpen("complaint", "投诉"), `loops: { complaint: { when: { kind: complaint }, customer-loop: { ${told} } } }`]
  ]
  const head = [
    "hearback: 1",
    `policy: ${name}`,
    `language: ${language}`,
    `extends: [pack:${view.name}] # ${words.pack(view.name)}`
  ]
  return `${[...head, ...parts.flatMap(([isNeeded, line]) => (isNeeded ? [line] : []))].join("\n")}\n`
}

/** The currency for each zone that a pack of law sets. */
const currencies: Readonly<Record<string, string>> = { "Asia/Shanghai": "CNY", "Europe/London": "GBP" }

/** Returns the id of a person with a role. Ids can be of any script, as names of roles can. */
const idOf = (role: string): string => `${role}-1`

const peopleText = (bundle: Bundle.Bundle, language: Language): string => {
  const rows = Object.entries(bundle.roles).map(
    ([role, { title }]) =>
      `  ${idOf(role)}: { name: ${text(inLanguage(title, language, bundle.language) ?? role)}, roles: [${role}] }`
  )
  return `hearback: 1
people: # ${initFiles[language].pack.roles}
${rows.join("\n")}
customers:
  ${customer}: { name: ${text(initFiles[language].pack.customer)}, language: ${language} }
`
}

const scenarioText = (bundle: Bundle.Bundle, people: string, words: InitFiles["pack"]): string => {
  const channel = Object.entries(bundle.channels).find(([, { mode }]) => mode === "passive")?.[0] ?? ""
  const role = bundle.ownership.firstOwner.find((who) => bundle.roles[who] !== undefined) ?? ""
  const category = bundle.dictionary.categories.find(({ words: own }) => own.length > 0)
  const verbatim = words.complaint(category?.words[0] ?? words.it)
  const graded = previewed(bundle, people, { channel, verbatim, by: idOf(role) })
  const dues = graded.clocks.flatMap(({ name, due, promise }) =>
    due === null || !promise ? [] : [`${name}: ${dayOf(due, bundle)}`]
  )
  const expected = [
    `kind: ${graded.kind.name}`,
    ...(graded.category === null ? [] : [`category: ${graded.category.name}`]),
    ...Object.entries(graded.grades).map(([dimension, { value }]) => `${dimension}: ${value}`),
    `owner: ${graded.owner.id}`,
    ...(dues.length === 0 ? [] : [`due: { ${dues.join(", ")} }`])
  ]
  return `hearback: 1
policy: ${files.policy}
people: ${files.people}
scenarios:
  - scenario: ${text(words.scenario(graded.owner.name))}
    steps:
      - at: ${received}
        submit: A
        by: ${idOf(role)}
        channel: ${text(channel)}
        customer: ${customer}
        verbatim: ${text(verbatim)}
        expect: { A: { ${expected.join(", ")} } }
`
}

const dayOf = (due: string, { zones, zone }: Bundle.Bundle): string => {
  const [at, own] = [Instant.parseInstant(due), zones[zone]]
  return at === undefined || own === undefined ? "" : Instant.dueDate(at, own)
}

const previewed = (
  bundle: Bundle.Bundle,
  people: string,
  { channel, verbatim, by }: { readonly channel: string; readonly verbatim: string; readonly by: string }
): Preview => {
  const policy = Policy.load(bundle)
  const read = readPeople({ path: files.people, text: people }, bundle).people ?? { people: [], customers: {} }
  const at = Instant.parseInstant(received, policy.zone) ?? 0
  const staff = staffAt(policy, read, at)
  const roles = staff.find(({ id }) => id === by)?.roles
  const receiver = roles === undefined ? Actor.channel(channel) : Actor.person({ id: by, roles })
  const step = dryRun(policy, { channel, verbatim, customer, facts: {} }, { at, people: staff, receiver })
  return previewOf(policy, step, verbatim, staff, at, bundle.language)
}
