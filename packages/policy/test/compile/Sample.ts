/** Policies in memory for tests: a text with marks, compiled with the packs of this package. */
import { join } from "node:path"
import type { Bundle, ClockRule } from "../../src/bundle/Bundle.ts"
import type { Diagnostic } from "../../src/diagnostic/Diagnostic.ts"
import { type Compiled, compile } from "../../src/index.ts"
import { compileFile } from "../../src/node.ts"
import { placeAt, renderPlace } from "../../src/source/SourceFile.ts"

/** The head of a complete policy without findings. */
export const head = `hearback: 1
policy: shop
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
`

/** The files of a policy by path. */
export type Files = Readonly<Record<string, string>>

/** Codes about unused parts, which are irrelevant for a policy of a few lines. */
const asides: ReadonlySet<string> = new Set(["name/idle", "authority/splittable"])

/** Compiles `shop.policy.yaml` with the files beside it, without findings about unused parts. */
export const compiled = (files: Files | string, today?: string): Compiled => {
  return withoutAsides(everything(files, today))
}

const withoutAsides = (all: Compiled): Compiled => ({
  ...all,
  diagnostics: all.diagnostics.filter(({ code }) => !asides.has(code))
})

/** Compiles `shop.policy.yaml` with the files beside it, with all findings. */
export const everything = (files: Files | string, today?: string): Compiled => {
  const texts: Files = typeof files === "string" ? { "shop.policy.yaml": files } : files
  return compile({
    root: "shop.policy.yaml",
    read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
    ...(today === undefined ? {} : { today })
  })
}

/** Returns the findings of a policy. */
export const findings = (files: Files | string, today?: string): readonly Diagnostic[] =>
  compiled(files, today).diagnostics

/** Compiles a policy that must have no findings. */
export const bundleOf = (files: Files | string): Bundle => {
  const { bundle, diagnostics } = compiled(files)
  if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
  return bundle
}

/** Returns `level code place` of a finding. */
export const line = ({ level, code, primary }: Diagnostic): string => `${level} ${code} ${renderPlace(primary.span)}`

/** Removes the mark `‹…›` and returns its place, as `file:line:column-line:column`. */
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

/** Compiles a policy of the fixtures, which must have no errors. */
export const fixture = (name: string) => withoutAsides(compileFile(join(root, "test/fixtures", `${name}.policy.yaml`)))

/** Compiles a pack of this package. */
export const pack = (name: string) => compileFile(join(root, "packs", `${name}.policy.yaml`))

/** Returns the bundle of a fixture without errors. */
export const sound = (name: string): Bundle => {
  const { bundle, diagnostics } = fixture(name)
  if (bundle === undefined) throw new Error(diagnostics.map(line).join("\n"))
  return bundle
}

/** Returns a clock of a bundle by name. */
export const clock = (bundle: Bundle, name: string, loop?: string): ClockRule => {
  const found = bundle.clocks.find((each) => each.name === name && each.loop === loop)
  if (found === undefined) throw new Error(`no clock ${name}`)
  return found
}
