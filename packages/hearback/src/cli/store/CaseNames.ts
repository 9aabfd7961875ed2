/** Finds gates and clocks of a case by their names or titles. */
import { Text } from "@hearback/core"
import type { CaseView } from "../../index.ts"
import type { Language } from "../../runtime/Language.ts"
import { languages } from "../text/Catalogue.ts"

/** Returns the title of a clock: that of its gate, or what a timer waits for. */
export const clockTitle = ({ gates }: Pick<CaseView, "gates">, clock: string, language: Language): string => {
  const titleOf = (gate: string): string => gates.find(({ name }) => name === gate)?.title ?? gate
  return Text.wait(clock, language, titleOf) ?? titleOf(clock)
}

/** Returns the gate that was meant; an unknown name is returned unchanged. */
export const gateMeant = ({ gates }: CaseView, said: string): string =>
  gates.some(({ name }) => name === said) ? said : (gates.find(({ title }) => title === said)?.name ?? said)

/** Returns the clock that was meant; an unknown name is returned unchanged. */
export const clockMeant = (view: CaseView, said: string): string => {
  const names = clocksOf(view)
  const isCalled = (name: string): boolean => languages().some((language) => clockTitle(view, name, language) === said)
  return names.includes(said) ? said : (names.find(isCalled) ?? said)
}

/** Returns the names of all clocks that a case shows. */
export const clocksOf = ({ clocks, waits }: CaseView): readonly string[] => [
  ...new Set([...clocks, ...waits].map(({ name }) => name))
]
