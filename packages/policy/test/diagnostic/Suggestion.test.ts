import { describe, expect, it } from "vitest"
import { nearest } from "../../src/diagnostic/Suggestion.ts"

const keys = ["within", "when", "with", "notify", "customer-loop", { word: "calendar", also: ["日历"] }]

describe("a guess", () => {
  it("finds one mistake in three letters, and letters that changed places", () => {
    expect(nearest("witihn", keys)).toEqual({ word: "within", sure: true })
    expect(nearest("customer-lop", keys)).toEqual({ word: "customer-loop", sure: true })
    expect(nearest("ntoify", keys)?.word).toBe("notify")
    expect(nearest("rolse", ["rules", "roles"])?.word).toBe("roles")
  })

  it("finds a word by the word of the other language, and by width and case", () => {
    expect(nearest("日历", keys)).toEqual({ word: "calendar", sure: true })
    expect(nearest("Customer_Loop", keys)).toEqual({ word: "customer-loop", sure: true })
    expect(nearest("ｎｏｔｉｆｙ", keys)).toEqual({ word: "notify", sure: true })
    expect(nearest("客户闭还", [{ word: "customer-loop", also: ["客户闭环"] }])?.word).toBe("customer-loop")
  })

  it("is not sure between two words that are as near", () => {
    expect(nearest("lead-b", ["lead-a", "lead-c"])).toMatchObject({ sure: false })
  })

  it("takes the beginning of a word, without being sure of it", () => {
    expect(nearest("ack", ["acknowledged", "agreed"])).toEqual({ word: "acknowledged", sure: false })
  })

  it("is not made where nothing is near", () => {
    expect(nearest("zzz", keys)).toBeUndefined()
    expect(nearest("", keys)).toBeUndefined()
    expect(nearest("a", [])).toBeUndefined()
  })
})
