/** Names of a policy in answers. */
import { Build } from "@hearback/core/testing"
import { describe, expect, it } from "vitest"
import { titlesOf } from "../../../src/cli/simulate/Titles.ts"

describe("a level without a title", () => {
  it("is shown by its name, in quotes if an English word is among Chinese ones", () => {
    const subject = { policy: Build.policy(), simulation: {} }
    const [chinese, english] = [titlesOf(subject, "zh-CN"), titlesOf(subject, "en")]
    expect(["important", "P1", "重要"].map((level) => chinese("grade", level))).toEqual(["“important”", "P1", "重要"])
    expect(["important", "P1"].map((level) => english("grade", level))).toEqual(["important", "P1"])
  })
})
