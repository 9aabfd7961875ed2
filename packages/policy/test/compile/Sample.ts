/** Policies in memory for tests: a text with its marks, compiled with the packs of this package. */
import { join } from "node:path"
import type { Bundle, ClockRule } from "../../src/bundle/Bundle.ts"
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"
import { type Compiled, compile } from "../../src/index.ts"
import { compileFile } from "../../src/node.ts"
import { placeAt, renderPlace } from "../../src/source/SourceFile.ts"

/** The head of a policy that is complete and clean. */
export const head = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
`

export type Files = Readonly<Record<string, string>>

/** What a policy of a few lines does not use is not what its test is about. */
const asides: ReadonlySet<string> = new Set(["name/idle", "authority/splittable"])

/** Compiles `shop.policy.yaml` and what stands beside it, and leaves asides out. */
export const compiled = (files: Files | string, today?: string): Compiled => {
  return withoutAsides(everything(files, today))
}

const withoutAsides = (all: Compiled): Compiled => ({
  ...all,
  diagnostics: all.diagnostics.filter(({ code }) => !asides.has(code))
})

/** Compiles `shop.policy.yaml` and what stands beside it. */
export const everything = (files: Files | string, today?: string): Compiled => {
  const texts: Files = typeof files === "string" ? { "shop.policy.yaml": files } : files
  return compile({
    root: "shop.policy.yaml",
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    ...(today === undefined ? {} : { today })
  })
}

/** Returns the findings. */
export const findings = (files: Files | string, today?: string): readonly Diagnostic[] =>
  compiled(files, today).diagnostics

/** Compiles a policy of which the test knows that it is clean. */
export const bundleOf = (files: Files | string): Bundle => {
  const { bundle, diagnostics } = compiled(files)
  if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
  return bundle
}

/** Returns `level code place` of a finding. */
export const line = ({ level, code, primary }: Diagnostic): string => `${level} ${code} ${renderPlace(primary.span)}`

/** Takes out the mark `‹…›` and returns where it stood, as `file:line:column-line:column`. */
export const unmarked = (files: Files): { readonly files: Files; readonly place: string } => {
  let place = ""
  const plain = Object.entries(files).map(([path, text]) => {
    const [before = "", inside, after] = text.split(/[‹›]/)
    if (inside === undefined || after === undefined) return [path, text] as const
    const file = { path, text: before + inside + after }
    const [from, to] = [placeAt(file, before.length), placeAt(file, before.length + inside.length)]
    place = `${path}:${from.line}:${from.column}-${to.line}:${to.column}`
    return [path, file.text] as const
  })
  return { files: Object.fromEntries(plain), place }
}

/** Returns `file:line:column-line:column` of a finding. */
export const spanOf = ({ primary: { span } }: Diagnostic): string => {
  const [from, to] = [placeAt(span.file, span.start), placeAt(span.file, span.end)]
  return `${span.file.path}:${from.line}:${from.column}-${to.line}:${to.column}`
}

const root = join(import.meta.dirname, "../..")

/** Compiles a policy of the fixtures, which must be sound. */
export const fixture = (name: string) => withoutAsides(compileFile(join(root, "test/fixtures", `${name}.policy.yaml`)))

export const pack = (name: string) => compileFile(join(root, "packs", `${name}.policy.yaml`))

export const sound = (name: string): Bundle => {
  const { bundle, diagnostics } = fixture(name)
  if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
  return bundle
}

export const clock = (bundle: Bundle, name: string, loop?: string): ClockRule => {
  const found = bundle.clocks.find((each) => each.name === name && each.loop === loop)
  if (found === undefined) throw new Error(`no clock ${name}`)
  return found
}
