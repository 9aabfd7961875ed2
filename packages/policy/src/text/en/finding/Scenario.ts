/** `scenario/…`: steps that cannot be read; what a scenario expects in vain is a report, not a finding. */
import type { scenario as rows } from "../../../diagnostic/catalogue/Scenario.ts"
import type { FindingTexts } from "../../shape/Finding.ts"
import { quoted } from "../../shape/TranslatedText.ts"

export const scenario = {
  "scenario/two-verbs": {
    message: ({ verbs }) => `a step does one thing; this does ${verbs.map((each) => quoted(each)).join(" and ")}`,
    help: "make two steps of it"
  },
  "scenario/unknown-case": { message: ({ name }) => `no step before this one opens a case ${quoted(name)}` },
  "scenario/reserved-case": {
    message: ({ name }) => `${quoted(name)} is a word of \`expect\` and cannot be the name of a case`
  },
  "scenario/nobody-acts": { message: ({ verb }) => `${quoted(verb)} is done by a person: say \`by\`` },
  "scenario/missing-argument": { message: ({ verb, argument }) => `${quoted(verb)} needs ${quoted(argument)}` },
  "scenario/backwards": {
    message: ({ at, before }) => `the step at ${at} stands behind a step at ${before}`,
    help: "steps stand in the order of time"
  },
  "scenario/expects-nothing": {
    message: ({ name }) => `${quoted(name)} is empty: it holds whatever happens`,
    help: "say what is expected, with `none` or `nothing-sent` where nothing is; or leave it out"
  },
  "scenario/unused-column": {
    message: ({ name }) => `no step and no title says ${quoted(`<${name}>`)}, so this column changes nothing`,
    help: ({ name }) => `write ${quoted(`<${name}>`)} where its cells belong, or take the column out`
  },
  "scenario/missing-cell": {
    message: ({ name }) => `a text names ${quoted(`<${name}>`)}, and this row has no ${quoted(name)}`,
    help: "a row may leave out a column that is the whole of a value; within a text there has to be a cell"
  },
  "scenario/other-policy": { message: ({ path }) => `there is no policy ${quoted(path)}` }
} satisfies FindingTexts<typeof rows>
