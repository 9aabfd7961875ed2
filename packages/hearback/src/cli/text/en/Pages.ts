/** What pages say in this language beside the texts of the command line. */
import { exampleCase, exampleMessages } from "./policy/ExampleCase.ts"
import { policyPage } from "./policy/PolicyPage.ts"
import { ruleWords } from "./policy/RuleWords.ts"
import { simulationPage } from "./simulation/SimulationPage.ts"

export const pages = {
  policy: policyPage,
  rule: ruleWords,
  example: exampleCase,
  exampleIn: exampleMessages,
  simulation: simulationPage
}

export type PageTexts = typeof pages
