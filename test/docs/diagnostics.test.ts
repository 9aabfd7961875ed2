import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { MadeUp } from "@hearback/core/testing"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { texts as ofCore } from "../../packages/core/src/text/catalogue/Texts.ts"
import { catalogue } from "../../packages/policy/src/diagnostic/Catalogue.ts"
import { texts } from "../../packages/policy/src/text/catalogue/Texts.ts"
import { areas, codes, indexPage } from "./Index.ts"
import { markdownIn, root, textOf } from "./Markdown.ts"
import { findingsIn, folder, pageOf } from "./Page.ts"

const han = /\p{Script=Han}/u

/** Everything that may say a code, but for the catalogue itself. */
const sources = ["policy", "hearback"]
  .map((name) => join(root, "packages", name, "src"))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.includes("catalogue"))
      .map((file) => readFileSync(join(folder, file), "utf8"))
  )

/** What an example of a few lines does not use, or does not limit, is not what its page is about. */
const asides: ReadonlySet<string> = new Set(["name/idle", "authority/splittable"])

type Finding = Awaited<ReturnType<typeof findingsIn>>[number]

/** What a finding says in the language that is made up, without the words of the person. */
const outsideOf = ({ message, primary, help, fix, related, expected }: Finding): string =>
  [message, primary.label, help, fix?.title, expected, ...related.map((one) => one.message)]
    .map((text) => MadeUp.outside(text?.[MadeUp.madeUp] ?? "").replace(/`[^`]*`/g, ""))
    .join("")

describe("pages of diagnostics", () => {
  let end = () => {}
  beforeAll(() => {
    end = MadeUp.speak("en", [ofCore, texts])
  })
  afterAll(() => end())

  it("are as many as there are codes, each with its own", () => {
    expect(markdownIn(folder)).toEqual([...codes.map(({ file }) => file), `${folder}/README.md`].sort())
  })

  it("stand in the index, as `scripts/write-docs.ts` writes it", () => {
    expect(textOf(`${folder}/README.md`)).toBe(indexPage())
    expect(new Set(codes.map(({ area }) => area))).toEqual(new Set(Object.keys(areas)))
  })

  describe.each(codes)("$code", ({ code, file }) => {
    it("is said somewhere", () => {
      expect(sources.some((text) => text.includes(`"${code}"`))).toBe(true)
    })

    it("is told in both languages, with one example to avoid and one to prefer", () => {
      const page = pageOf(file)
      expect(page.code).toBe(code)
      expect(page.level).toBe(catalogue[code as keyof typeof catalogue].level)
      expect(page.headings).toEqual(["## Avoid", "## Prefer"])
      expect(page.paragraphs).toHaveLength(2)
      const [en = "", zh = ""] = page.paragraphs
      for (const [english, chinese] of [
        [en, zh],
        [page.summary.en, page.summary.zh]
      ] as const) {
        expect(english).toMatch(/[a-z]{2}/)
        expect(english.replace(/[“《][^”》]*[”》]|`[^`]*`|full-width `：`/g, "")).not.toMatch(han)
        expect(chinese).toMatch(han)
      }
    })

    it("is the one finding of Avoid, and Prefer has none", async () => {
      const { avoid, prefer } = pageOf(file)
      const told = async (sample: typeof avoid) => {
        const findings = await findingsIn(sample)
        // Each text stands in the files of its language.
        expect(findings.map(outsideOf).join("")).toBe("")
        return findings.map((each) => each.code).filter((each) => each === code || !asides.has(each))
      }
      expect(Object.keys(avoid.files)).not.toEqual([])
      expect(await told(avoid)).toEqual([code])
      expect(await told(prefer)).toEqual([])
    })
  })
})
