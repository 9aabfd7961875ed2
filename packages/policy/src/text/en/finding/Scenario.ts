/** `scenario/…`: steps that cannot be read; what a scenario expects in vain is a report, not a finding. */
import type { scenario as rows } from "../../../diagnostic/catalogue/Scenario.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const scenario = {
  "scenario/two-verbs": {
    message: ({ verbs }) => `a step has one command; this one has ${verbs.map((each) => quoted(each)).join(" and ")}`,
    help: "make two steps"
  },
  "scenario/unknown-case": { message: ({ name }) => `no step before this one opens a case ${quoted(name)}` },
  "scenario/reserved-case": {
    message: ({ name }) => `${quoted(name)} is a word of \`expect\` and cannot be the name of a case`
  },
  "scenario/nobody-acts": { message: ({ verb }) => `${quoted(verb)} is done by a person: add \`by\`` },
  "scenario/missing-argument": { message: ({ verb, argument }) => `${quoted(verb)} needs ${quoted(argument)}` },
  "scenario/backwards": {
    message: ({ at, before }) => `the step at ${at} comes after a step at ${before}`,
    help: "list steps in the order of time"
  },
  "scenario/expects-nothing": {
    message: ({ name }) => `${quoted(name)} is empty, so it always holds`,
    help: "say what is expected (`none` or `nothing-sent` for nothing), or remove it"
  },
  "scenario/unused-column": {
    message: ({ name }) => `no step and no title uses ${quoted(`<${name}>`)}, so this column changes nothing`,
    help: ({ name }) => `write ${quoted(`<${name}>`)} where its cells belong, or remove the column`
  },
  "scenario/missing-cell": {
    message: ({ name }) => `a text uses ${quoted(`<${name}>`)}, but this row has no ${quoted(name)}`,
    help: "a row may omit a cell that is a whole value, but not one within a text"
  },
  "scenario/other-policy": { message: ({ path }) => `there is no policy ${quoted(path)}` }
} satisfies FindingTexts<typeof rows>
