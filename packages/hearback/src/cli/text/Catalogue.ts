/** Every text of the command line, in both languages, of one shape. */

import type { Language } from "../../runtime/Language.ts"
import { type Backtesting, backtesting } from "./Backtesting.ts"
import { type Estimating, estimating } from "./Estimating.ts"
import { type Faults, faults } from "./Faults.ts"
import { type Frame, frame } from "./Frame.ts"
import { type Intake, intake } from "./Intake.ts"
import { type Learning, learning } from "./Learning.ts"
import { type Comparing, comparing } from "./policy/Comparing.ts"
import { type Packs, packs } from "./policy/Packs.ts"
import { reportChinese } from "./ReportChinese.ts"
import { type Report, reportEnglish } from "./ReportEnglish.ts"
import { type Simulating, simulating } from "./Simulating.ts"
import { type Covering, covering } from "./scenario/Covering.ts"
import { type Mutating, mutating } from "./scenario/Mutating.ts"
import { type TableTexts, tableTexts } from "./TableTexts.ts"
import { type Words, words } from "./Words.ts"

export interface Texts {
  readonly frame: Frame
  readonly fault: Faults
  readonly word: Words
  readonly report: Report
  readonly learning: Learning
  readonly packs: Packs
  readonly intake: Intake
  readonly simulate: Simulating
  readonly backtest: Backtesting
  readonly coverage: Covering
  readonly mutation: Mutating
  readonly estimate: Estimating
  readonly diff: Comparing
  readonly tables: TableTexts
}

/** Returns the texts of a language. Help is apart: it is read only when asked for. */
export const textsOf = (language: Language): Texts => ({
  frame: frame[language],
  fault: faults[language],
  word: words[language],
  report: language === "en" ? reportEnglish : reportChinese,
  learning: learning[language],
  packs: packs[language],
  intake: intake[language],
  simulate: simulating[language],
  backtest: backtesting[language],
  coverage: covering[language],
  mutation: mutating[language],
  estimate: estimating[language],
  diff: comparing[language],
  tables: tableTexts[language]
})
