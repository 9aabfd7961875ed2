/** Finds gates and clocks of a case by their names or titles. */
import { type Policy, Text } from "@hearback/core"
import type { CaseView } from "../../index.ts"
import type { Language } from "../../runtime/Language.ts"
import { titlesOf } from "../simulate/Titles.ts"
import { languages } from "../text/Catalogue.ts"

/** Returns the title of a clock: that of its gate, or what a timer waits for. */
export const clockTitle = (
  { gates }: Pick<CaseView, "gates">,
  clock: string,
  policy: Policy.Policy,
  language: Language
): string => {
  const gateTitle = (gate: string): string => gates.find(({ name }) => name === gate)?.title ?? Text.readable(gate)
  const department = (name: string): string => Text.viewOf(policy, language).title("department", name)
  const own = (): string =>
    gates.some(({ name }) => name === clock)
      ? gateTitle(clock)
      : titlesOf({ policy, simulation: {} }, language)("clock", clock)
  return Text.wait(clock, language, gateTitle, department) ?? own()
}

/** Returns the gate that was meant; an unknown name is returned unchanged. */
export const gateMeant = ({ gates }: CaseView, said: string): string =>
  gates.some(({ name }) => name === said) ? said : (gates.find(({ title }) => title === said)?.name ?? said)

/** Returns the clock that was meant; an unknown name is returned unchanged. */
export const clockMeant = (view: CaseView, said: string, policy: Policy.Policy): string => {
  const names = clocksOf(view)
  const isCalled = (name: string): boolean =>
    languages().some((language) => clockTitle(view, name, policy, language) === said)
  return names.includes(said) ? said : (names.find(isCalled) ?? said)
}

/** Returns the names of all clocks that a case shows. */
export const clocksOf = ({ clocks, waits }: CaseView): readonly string[] => [
  ...new Set([...clocks, ...waits].map(({ name }) => name))
]
