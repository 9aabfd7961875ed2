import { describe, expect, it } from "vitest"
import { nearest } from "../../src/diagnostic/Suggestion.ts"

const keys = ["within", "when", "with", "notify", "customer-loop", { word: "calendar", also: ["日历"] }]

describe("a guessed word", () => {
  it("is found with one mistake in three letters, and with exchanged letters", () => {
    expect(nearest("witihn", keys)).toEqual({ word: "within", sure: true })
    expect(nearest("customer-lop", keys)).toEqual({ word: "customer-loop", sure: true })
    expect(nearest("ntoify", keys)?.word).toBe("notify")
    expect(nearest("rolse", ["rules", "roles"])?.word).toBe("roles")
  })

  it("is found by its word in the other language, and in another width and case", () => {
    expect(nearest("日历", keys)).toEqual({ word: "calendar", sure: true })
    expect(nearest("Customer_Loop", keys)).toEqual({ word: "customer-loop", sure: true })
    expect(nearest("ｎｏｔｉｆｙ", keys)).toEqual({ word: "notify", sure: true })
    expect(nearest("客户闭还", [{ word: "customer-loop", also: ["客户闭环"] }])?.word).toBe("customer-loop")
  })

  it("is not sure if another word is as near", () => {
    expect(nearest("lead-b", ["lead-a", "lead-c"])).toMatchObject({ sure: false })
  })

  it("is found by its beginning, and is then not sure", () => {
    expect(nearest("ack", ["acknowledged", "agreed"])).toEqual({ word: "acknowledged", sure: false })
  })

  it("does not exist if no word is near", () => {
    expect(nearest("zzz", keys)).toBeUndefined()
    expect(nearest("", keys)).toBeUndefined()
    expect(nearest("a", [])).toBeUndefined()
  })
})
