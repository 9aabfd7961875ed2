import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { root } from "./Markdown.ts"
import { pictures } from "./Pictures.ts"

describe("pictures of the documentation", () => {
  const made = pictures()

  it.each(Object.keys(made))("%s shows the policy of today", (path) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(made[path])
  })

  it("are all that stand in their folder", () => {
    expect(
      readdirSync(join(root, "docs/pictures"))
        .map((name) => `docs/pictures/${name}`)
        .sort()
    ).toEqual(Object.keys(made).sort())
  })

  it("stand by themselves: a name, a description, nothing from elsewhere", () => {
    for (const svg of Object.values(made)) {
      expect(svg).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*><title>[^<]+<\/title><desc>[^<]+<\/desc><style>/
      )
      expect(svg).not.toMatch(/href|url\(|@import|<script|<image/)
    }
  })
})
