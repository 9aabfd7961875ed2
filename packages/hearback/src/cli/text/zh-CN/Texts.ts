/** Every text of the command line in this language, save help and pages, which few commands read. */
import type { Texts } from "../en/Texts.ts"
import { backtesting } from "./Backtesting.ts"
import { estimating } from "./Estimating.ts"
import { faults } from "./Faults.ts"
import { form } from "./Form.ts"
import { frame } from "./Frame.ts"
import { intake } from "./Intake.ts"
import { learning } from "./Learning.ts"
import { names } from "./Names.ts"
import { comparing } from "./policy/Comparing.ts"
import { packs } from "./policy/Packs.ts"
import { report } from "./Report.ts"
import { simulating } from "./Simulating.ts"
import { covering } from "./scenario/Covering.ts"
import { mutating } from "./scenario/Mutating.ts"
import { tableTexts } from "./TableTexts.ts"
import { words } from "./Words.ts"

export const texts: Texts = {
  names,
  form,
  frame,
  fault: faults,
  word: words,
  report,
  learning,
  packs,
  intake,
  simulate: simulating,
  backtest: backtesting,
  coverage: covering,
  mutation: mutating,
  estimate: estimating,
  diff: comparing,
  tables: tableTexts
}
