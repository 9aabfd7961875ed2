/** The page of a policy shows all of it, in both languages, for every policy. */
import { readdirSync } from "node:fs"
import { basename, join } from "node:path"
import { type Bundle, inLanguage, Policy, type Target, Template, Text } from "@hearback/core"
import { compileFile } from "@hearback/policy/node"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { policiesOf, variations } from "../../../../core/test/laws/policies/Policies.ts"
import { policyPageOf } from "../../../src/cli/page/policy/PolicyPage.ts"
import type { CommandContext } from "../../../src/cli/program/Command.ts"
import { shownOf } from "../../../src/cli/question/PolicyPage.ts"
import { textsOf } from "../../../src/cli/text/Catalogue.ts"
import { example, root } from "../Capture.ts"

const languages = ["zh-CN", "en"] as const

/** The parts of a context that the page reads. */
const context = { language: "en", texts: textsOf("en") } as CommandContext

const pageOf = (path: string): { readonly page: string; readonly bundle: Bundle.Bundle } => {
  const compiled = compileFile(path, { today: "2026-11-22" })
  const shown = shownOf(compiled, compiled.diagnostics)
  if (shown === undefined) throw new Error(`${path} has errors`)
  return { page: unmarked(policyPageOf(shown, context)), bundle: shown.policy.bundle }
}

/** Removes the marks of words in the other language, which can also be within a word. */
const unmarked = (page: string): string => page.replaceAll(/<span lang="zh-CN">(.*?)<\/span>/gs, "$1")

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" }

/** Returns the text of a page in one language, with single blanks and in lower case. */
const readIn = (page: string, language: Bundle.Language): string => {
  const part = page.split("<main ").find((one) => one.startsWith(`id="${language.slice(0, 2)}"`)) ?? ""
  return plain(
    part.replace(/<\/?(?:text|td|th|dd|dt|li|p|h\d|span|small|b|div|title|desc)[^>]*>/g, " ").replace(/<[^>]*>/g, "")
  )
}

const plain = (text: string): string =>
  text
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, " ")
    .toLowerCase()

/** Returns everything of a policy that must be on its page. */
const saidBy = (bundle: Bundle.Bundle, language: Bundle.Language): readonly string[] => {
  const own = (text: Bundle.Text | undefined): readonly string[] => {
    const said = inLanguage(text, language, bundle.language)
    return said === undefined ? [] : [said]
  }
  const targets = (varying: Bundle.Varying<Target.Target> | undefined): readonly string[] =>
    (varying?.values ?? []).map((target) => Text.length(target, language))
  const gates = bundle.loops.flatMap(({ gates: all }) => all)
  const pieces = (text: Bundle.Text): readonly string[] =>
    own(text).flatMap((one) =>
      Template.parse(one).sentences.flatMap((sentence) => sentence.pieces.filter((_, i) => i % 2 === 0))
    )
  return [
    bundle.id,
    bundle.content,
    ...own(bundle.title),
    ...gates.flatMap(({ title, by }) => [...own(title), ...by.flatMap((who) => roleOf(who, bundle, language))]),
    ...gates
      .filter(({ title }) => title === undefined)
      .map(({ name, kind }) => `${Text.readable(name)}|${Text.word("gate-kind", kind, language)}`),
    ...gates.flatMap(({ basis = "", observe }) => [basis, ...targets(observe)]),
    ...bundle.loops.flatMap(({ reopen }) => reopen.map(({ within }) => Text.length(within, language))),
    ...bundle.clocks.flatMap(({ title, within, remind, escalate }) => [
      ...own(title),
      ...targets(within),
      ...[...remind, ...escalate].map(({ at }) => (at._tag === "Share" ? `${at.percent}%` : ""))
    ]),
    ...bundle.grading.flatMap(({ name, title, levels }) => [
      ...(title === undefined ? [Text.readable(name)] : own(title)),
      ...levels.map(Text.readable)
    ]),
    ...bundle.authority.limits.flatMap(({ role }) => roleOf(role, bundle, language)),
    ...(bundle.alarms ?? []).map(({ name }) => Text.readable(name)),
    ...bundle.dictionary.categories.flatMap(({ name, title }) =>
      title === undefined ? [Text.readable(name)] : own(title)
    ),
    ...Object.values(bundle.messages).flatMap(({ name, text, subject, variants }) => [
      name,
      ...pieces(text),
      ...(variants?.values ?? []).flatMap(pieces),
      ...(subject === undefined ? [] : pieces(subject))
    ])
  ]
}

const roleOf = (who: string, bundle: Bundle.Bundle, language: Bundle.Language): readonly string[] =>
  Object.hasOwn(bundle.roles, who)
    ? [inLanguage(bundle.roles[who]?.title, language, bundle.language) ?? Text.readable(who)]
    : []

/** Returns what is not on the page. For names joined by `|`, one is enough. */
const missing = (page: string, bundle: Bundle.Bundle): readonly string[] =>
  languages.flatMap((language) => {
    const read = readIn(page, language)
    return saidBy(bundle, language)
      .filter((text) => !text.split("|").some((one) => read.includes(plain(one).trim())))
      .map((text) => `${language}: ${text}`)
  })

/**
 * Returns the rows of decision tables and matrices, and the thresholds of points, whose cells must have their
 * results.
 */
const results = (page: string): number => page.split('<td class="grade').length - 1

const resultsOf = ({ grading }: Bundle.Bundle): number =>
  grading.reduce((sum, { table, points }) => sum + (points?.thresholds ?? table.table.rows).length, 0)

const packs = readdirSync(join(root, "packages/hearback/test/packs")).filter((name) => name.endsWith(".policy.yaml"))
const examples = ["after-sales", "consumer-finance", "dining-reviews", "first", "incidents", "itr-service"]
const policies = [
  ...packs.map((name) => join(root, "packages/hearback/test/packs", name)),
  ...examples.map((name) => example(`${name}/${name}.policy.yaml`))
]

/**
 * Returns texts of a figure that do not fit into their box, by an independent measure: one em for wide characters.
 */
const overflowing = (svg: string): readonly string[] => {
  const number = (text: string, key: string): number => Number(new RegExp(`\\b${key}="([-\\d.]+)"`).exec(text)?.[1])
  const boxes = [...svg.matchAll(/<rect [^>]*>/g)].map(([rect]) => rect)
  return [...svg.matchAll(/<text ([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes = "", text = ""]) => {
    const [x, y, size] = [number(attributes, "x"), number(attributes, "y"), number(attributes, "font-size")]
    const shown = plain(text)
    const wide = [...shown].filter((sign) => (sign.codePointAt(0) ?? 0) > 0x2e80).length
    const width = size * (wide + 0.53 * ([...shown].length - wide))
    const [left, right] = attributes.includes("middle") ? [x - width / 2, x + width / 2] : [x, x + width]
    const fits = boxes.some((box) => {
      const [boxX, boxY] = [number(box, "x"), number(box, "y")]
      return (
        left >= boxX &&
        right <= boxX + number(box, "width") &&
        y - size >= boxY - 2 &&
        y <= boxY + number(box, "height")
      )
    })
    return fits ? [] : [text]
  })
}

describe("the page of a policy", () => {
  it.each(policies.map((path) => [basename(path), path]))("shows all of %s in both languages", (_, path) => {
    const { page, bundle } = pageOf(path)
    expect(missing(page, bundle)).toEqual([])
    expect(results(page)).toBe(2 * resultsOf(bundle))
    const pictures = [...page.matchAll(/<svg class="picture"[\s\S]*?<\/svg>/g)].map(([svg]) => svg)
    expect(pictures.length).toBeGreaterThanOrEqual(2 * bundle.loops.length)
    expect(pictures.flatMap(overflowing)).toEqual([])
    for (const svg of pictures) expect(svg).toMatch(/role="img"[^>]*><title>[^<]+<\/title><desc>[^<]*<\/desc>/)
    // Nothing external is loaded, every link leads to a part of the page, and each id occurs once.
    expect(page).not.toMatch(/<script|@import|url\(|<link|<img|\bsrc=|href="(?!#)/)
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to)
  })

  it("shows all of any policy", () => {
    fc.assert(
      fc.property(variations, (variation) => {
        const policy = policiesOf()(variation)
        const page = unmarked(
          policyPageOf({ policy, diagnostics: [], sources: [], version: undefined, packs: [] }, context)
        )
        expect(missing(page, policy.bundle)).toEqual([])
        expect([...page.matchAll(/<svg class="picture"[\s\S]*?<\/svg>/g)].flatMap(([svg]) => overflowing(svg))).toEqual(
          []
        )
      }),
      { numRuns: 25 }
    )
  })

  it("has no Chinese if the policy is English, except words of customers", () => {
    const { page } = pageOf(example("first/first.policy.yaml"))
    const read = readIn(page, "en")
    const words = read.slice(read.indexOf("recognised by"), read.indexOf("as if each of them began"))
    expect(read.replace(words, "")).not.toMatch(/\p{Script=Han}/u)
  })

  it("shows texts of people as they were written", () => {
    const { policy } = { policy: Policy.load(pageOf(example("first/first.policy.yaml")).bundle) }
    const hostile = `<script>alert("1")</script>&'`
    const bundle: Bundle.Bundle = {
      ...policy.bundle,
      title: { en: hostile },
      roles: { agent: { title: { en: hostile } } },
      loops: policy.bundle.loops.map((loop) => ({
        ...loop,
        gates: loop.gates.map((gate) => ({ ...gate, title: { en: hostile }, basis: hostile }))
      })),
      messages: { receipt: { name: "receipt", text: { en: hostile }, mustSay: [] } }
    }
    const page = policyPageOf(
      { policy: { ...policy, bundle }, diagnostics: [], sources: [], version: 1, packs: [] },
      context
    )
    expect(page).not.toContain("<script")
    expect(readIn(page, "en")).toContain(hostile)
  })
})
