/** What names of a policy are called in answers. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { titlesOf } from "../../../src/cli/simulate/Titles.ts"

describe("the title of a level", () => {
  it("is its name, in quotes where an English word stands among Chinese ones", () => {
    const subject = { policy: Build.policy(), simulation: {} }
    const [chinese, english] = [titlesOf(subject, "zh-CN"), titlesOf(subject, "en")]
    expect(["important", "P1", "重要"].map((level) => chinese("grade", level))).toEqual(["“important”", "P1", "重要"])
    expect(["important", "P1"].map((level) => english("grade", level))).toEqual(["important", "P1"])
  })
})
