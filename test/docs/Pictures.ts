/** Pictures of the documentation, made from the policies that they show: the loop with the most steps, in both languages. */
import { join } from "node:path"
import { type Bundle, Policy } from "@hearback/core"
import { compile, packs } from "@hearback/policy"
import { compileFile } from "@hearback/policy/node"
import { pictureFile } from "../../packages/hearback/src/cli/page/drawing/Picture.ts"
import { policyViewOf } from "../../packages/hearback/src/cli/page/policy/part/PolicyView.ts"
import { wayPicture } from "../../packages/hearback/src/cli/page/policy/section/Journey.ts"
import type { CommandContext } from "../../packages/hearback/src/cli/program/Command.ts"
import { textsOf } from "../../packages/hearback/src/cli/text/Catalogue.ts"
import { root } from "./Markdown.ts"

const languages = ["en", "zh-CN"] as const
type Language = (typeof languages)[number]

/** Where the picture of a policy stands. */
const pathOf = (name: string, language: Language): string => `docs/pictures/${name}.${language.slice(0, 2)}.svg`

const draw = (bundle: Bundle.Bundle, loop: Bundle.LoopRule, language: Language): string => {
  // A picture reads the language and the texts of a context, and nothing of a terminal.
  const context = { language, texts: textsOf(language) } as CommandContext
  const shown = { policy: Policy.load(bundle), diagnostics: [], sources: [], version: undefined, packs: [] }
  return pictureFile(wayPicture(loop, policyViewOf(shown, context)))
}

const longest = (loops: readonly Bundle.LoopRule[]): Bundle.LoopRule | undefined =>
  loops.reduce<Bundle.LoopRule | undefined>(
    (most, loop) => (loop.gates.length > (most?.gates.length ?? 1) ? loop : most),
    undefined
  )

/** Of each pack its own loop with the most steps; a pack that has none has no picture. */
const drawn: readonly { readonly name: string; readonly bundle: Bundle.Bundle; readonly loop: Bundle.LoopRule }[] = [
  ...[...packs().keys()].flatMap((pack) => {
    const { bundle } = compile({ root: pack, read: () => undefined, packs: packs() })
    const own = bundle?.loops.filter(({ path }) => bundle.places[path]?.file === pack) ?? []
    const loop = longest(own)
    return bundle === undefined || loop === undefined ? [] : [{ name: pack.slice("pack:".length), bundle, loop }]
  }),
  ...["first"].flatMap((name) => {
    const { bundle } = compileFile(join(root, `examples/${name}/${name}.policy.yaml`))
    const loop = longest(bundle?.loops ?? [])
    return bundle === undefined || loop === undefined ? [] : [{ name, bundle, loop }]
  })
]

/** Returns every picture by its path. */
export const pictures = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    drawn.flatMap(({ name, bundle, loop }) =>
      languages.map((language) => [pathOf(name, language), draw(bundle, loop, language)])
    )
  )

/** Returns the path of a pack's picture as its page names it; undefined where it has none. */
export const pictureOf = (name: string, language: Language): string | undefined =>
  drawn.some((one) => one.name === name) ? `../pictures/${name}.${language.slice(0, 2)}.svg` : undefined
