/** Names what differs between two policies: by its title in the later version, else by that in the earlier one. */
import { type Bundle, Text } from "@hearback/core"
import type { Difference } from "@hearback/policy"
import type { CommandContext } from "../../program/Command.ts"
import { type Naming, namingOf } from "../policy/PolicyTitles.ts"
import { pathWord } from "./Values.ts"

interface NamedSide {
  readonly bundle: Bundle.Bundle
  readonly naming: Naming
}

export interface ThingTitles {
  /** What a difference is about. */
  readonly thing: (about: Pick<Difference, "aspect" | "of" | "loops">) => string
  /** The loops of which it speaks, in brackets; nothing where it speaks of all. */
  readonly loops: (names: readonly string[]) => string
  /** The names of the version that reads an input. */
  readonly ofInput: (name: string) => Naming
}

export const thingTitlesOf = (before: Bundle.Bundle, after: Bundle.Bundle, context: CommandContext): ThingTitles => {
  const { diff } = context.texts
  const own: NamedSide = { bundle: after, naming: namingOf({ bundle: after }, context) }
  const sides: readonly NamedSide[] = [own, { bundle: before, naming: namingOf({ bundle: before }, context) }]
  const having = (has: (bundle: Bundle.Bundle) => boolean): NamedSide => sides.find(({ bundle }) => has(bundle)) ?? own
  const loopsIn = ({ bundle }: NamedSide, names: readonly string[]): readonly Bundle.LoopRule[] =>
    bundle.loops.filter(({ name }) => names.includes(name))
  const isCategory = (name: string): boolean =>
    sides.some(({ bundle }) => bundle.dictionary.categories.some((one) => one.name === name))

  const gate = (name: string, loops: readonly string[]): string => {
    const side = having((bundle) => bundle.loops.some(({ gates }) => gates.some((one) => one.name === name)))
    return side.naming.gateIn(loopsIn(side, loops), name)
  }
  const clock = (name: string, loops: readonly string[]): string => {
    const { bundle, naming } = having(({ clocks }) => clocks.some((one) => one.name === name))
    const rule =
      bundle.clocks.find((one) => one.name === name && one.loop !== undefined && loops.includes(one.loop)) ??
      bundle.clocks.find((one) => one.name === name)
    return rule === undefined ? gate(name, loops) : naming.clock(rule)
  }
  const loop = (name: string): string => {
    const { bundle, naming } = having((one) => one.loops.some((each) => each.name === name))
    const rule = bundle.loops.find((each) => each.name === name)
    return rule === undefined ? Text.readable(name) : naming.loop(rule)
  }
  const category = (name: string): string =>
    having(({ dictionary }) => dictionary.categories.some((one) => one.name === name)).naming.category(name)

  const thing = ({ aspect, of, loops }: Pick<Difference, "aspect" | "of" | "loops">): string => {
    if (of === "") return of
    switch (aspect) {
      case "grade":
        return having(({ grading }) => grading.some(({ name }) => name === of)).naming.dimension(of)
      case "loop":
        return loop(of)
      case "gate":
        return gate(of, loops)
      case "clock":
        return clock(of, loops)
      case "authority":
        return having(({ roles }) => Object.hasOwn(roles, of)).naming.one(of)
      case "owner":
        return isCategory(of)
          ? category(of)
          : having(({ departments }) => Object.hasOwn(departments, of)).naming.department(of)
      case "message":
        return sides.some(({ bundle }) => Object.hasOwn(bundle.messages, of))
          ? Text.word("message", of, context.language)
          : clock(of, loops)
      case "words":
        // A list of words is known by its path, a category by its name.
        return isCategory(of) ? category(of) : pathWord(of, context.language)
      default:
        return of
    }
  }
  return {
    thing,
    loops: (names) => (names.length === 0 ? "" : diff.inLoops(names.map(loop).join(diff.list))),
    ofInput: (name) => having(({ inputs }) => inputs.some((one) => one.name === name)).naming
  }
}
