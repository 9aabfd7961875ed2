/** What pages say in this language beside the texts of the command line. */
import type { PageTexts } from "../en/Pages.ts"
import { exampleCase, exampleMessages } from "./policy/ExampleCase.ts"
import { policyPage } from "./policy/PolicyPage.ts"
import { ruleWords } from "./policy/RuleWords.ts"
import { simulationPage } from "./simulation/SimulationPage.ts"
import { spaced } from "./word/Spacing.ts"

export const pages: PageTexts = {
  policy: spaced(policyPage),
  rule: spaced(ruleWords),
  example: exampleCase,
  exampleIn: exampleMessages,
  simulation: simulationPage
}
