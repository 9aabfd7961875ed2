/** Totals of a backtest as a command line writes them. */
import type { Totals } from "@hearback/backtest"
import type { Language } from "../../runtime/Language.ts"
import { catalogue } from "./Catalogue.ts"
import { backtesting } from "./en/Backtesting.ts"

/** Returns the total that a word of `--fail-on` means, in any language. */
export const totalMeant = (word: string): keyof Totals | undefined =>
  (Object.keys(backtesting.totalName) as (keyof Totals)[]).find((name) =>
    Object.values(catalogue).some(({ backtest }) => backtest.totalName[name] === word)
  )

/** Returns the totals as a reader of a language writes them. */
export const totalsIn = (language: Language): readonly string[] => Object.values(catalogue[language].backtest.totalName)
