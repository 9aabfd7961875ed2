/** `name/…`: names that the owner of a policy gives, and what refers to them. */
import type { name as rows } from "../../../diagnostic/catalogue/Name.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"
import { listed } from "../form/Lists.ts"

/** What a name may be a name of. */
const nameKinds = {
  role: "role",
  who: "role or word for a person",
  department: "department",
  source: "source",
  consent: "consent",
  fact: "fact",
  field: "fact or field of feedback",
  event: "event",
  calendar: "calendar",
  channel: "channel",
  category: "category",
  question: "guiding question",
  signal: "signal",
  emotion: "emotion",
  kind: "kind of feedback",
  dimension: "dimension of grading",
  level: "level",
  input: "input of a condition",
  gate: "gate",
  clock: "clock",
  moment: "gate, clock, event or date fact",
  phase: "phase of work",
  exception: "level or message",
  loop: "loop",
  message: "message",
  placeholder: "placeholder",
  measure: "measure",
  duty: "duty",
  reason: "reason to pause",
  finding: "finding",
  path: "place in the policy",
  pack: "pack",
  file: "file",
  person: "person",
  skill: "skill",
  conclusion: "conclusion",
  customer: "customer",
  case: "case",
  column: "column",
  currency: "currency",
  "time-zone": "time zone",
  holidays: "holiday calendar",
  language: "language tag"
}

/** What letters may be that do not belong beside the others. */
const scripts = {
  Cyrillic: "Cyrillic",
  Greek: "Greek",
  "full width": "full-width"
}

export const name = {
  "name/unknown": {
    message: ({ kind, name }) => `there is no ${nameKinds[kind]} called ${quoted(name)}`,
    label: ({ guess, guesses, known }) =>
      guess !== undefined || guesses !== undefined
        ? `did you mean ${listed(guesses ?? [guess ?? ""])}?`
        : known.length > 0
          ? `expected ${listed(known, 8)}`
          : "",
    help: ({ kind, known }) => (known.length === 0 ? `this policy declares no ${nameKinds[kind]}` : ""),
    fix: (text) => `write ${quoted(text)}`
  },
  "name/unused": {
    message: ({ kind, name }) => `nothing refers to the ${nameKinds[kind]} ${quoted(name)}`,
    label: ({ guess }) => `did you mean ${quoted(guess)}?`,
    help: "a name has an effect only where something refers to it"
  },
  "name/idle": {
    message: ({ kind, name }) => `nothing in this policy refers to the ${nameKinds[kind]} ${quoted(name)}`,
    help: "it has no effect: refer to it, or remove it"
  },
  "name/mixed-scripts": {
    message: ({ name, letter, of }) => `${quoted(letter)} in the name ${quoted(name)} is ${scripts[of]}`,
    label: ({ plain }) => `write ${quoted(plain)}`,
    help: "it looks like another letter, so anybody who types the name writes a different one",
    fix: (text) => `write ${quoted(text)}`
  },
  "name/look-alike": {
    message: ({ kind, name, other }) => `the ${nameKinds[kind]} ${quoted(name)} looks like ${quoted(other)}`,
    label: "give one of them another name",
    help: "they are two different names; if you mean one thing, use the same name everywhere"
  },
  "name/duplicate": {
    message: ({ kind, name }) => `the ${nameKinds[kind]} ${quoted(name)} is declared twice`,
    help: "give one of them another name"
  },
  "name/reserved": {
    message: ({ name }) => `${quoted(name)} is a word of the language and cannot be a name here`,
    help: "choose another name"
  },
  "name/form": {
    message: ({ name }) => `${quoted(name)} cannot be a name`,
    help: ({ proposal }) =>
      `a name consists of letters, digits, \`-\` and \`.\`${proposal === undefined ? "" : `; for example ${quoted(proposal)}`}`
  }
} satisfies FindingTexts<typeof rows>
