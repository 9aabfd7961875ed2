import { describe, expect, it } from "vitest"
import * as Answers from "../../src/context/Answers.ts"
import { cleanedError, withoutPersonal } from "../../src/redact/Redaction.ts"

const words = "My name is Ida Hart, call 13800138000 about order ZX-4471, the invoice was wrong again."

describe("errors of adapters contain nothing personal", () => {
  it.each([
    ["an address", "550 no such user <ida.hart@example.com>", ["ida.hart@example.com"], /ida|hart/i],
    ["a name, however written", "cannot write to IDA HART", ["Ida Hart"], /ida|hart/i],
    ["numbers within the words", "bad request: phone=13800138000", [words], /1380/],
    ["a reference within the words", "unknown order ZX-4471.", [words], /4471/],
    ["a quotation", 'parse error near "the invoice was wrong"', [words], /invoice/],
    ["words that were cut off", "refused: My name is Ida Ha", [words], /Ida|Ha\b/],
    ["Chinese words", "发送失败：张伟，上海市静安区", ["我叫张伟，住上海市静安区", "张伟"], /张伟|静安/],
    ["words of Chinese in a row", "发送失败：我叫张伟", ["我叫张伟，住上海市静安区"], /张伟/],
    ["a number beside Chinese", "订单ZX-4471不存在", [words], /4471/],
    [
      "JSON of everything",
      JSON.stringify({ to: "ida@example.com", text: words }),
      ["ida@example.com", words],
      /Ida|1380|ida/
    ]
  ])("hides %s", (_, message, personal, canary) => {
    const cleaned = withoutPersonal(message, personal)
    expect(cleaned).not.toMatch(canary)
    expect(cleaned).toContain("[personal]")
  })

  it.each([
    ["connect ECONNREFUSED: the server is not there for now", ["Is it true? The server was not good"]],
    [
      "`delivery` of its answer is undefined; expected: sent",
      ["The answer is late, and undefined", "It is sent", "sent"]
    ],
    ["发送失败：服务器连接不上", ["我的发票发送错了，服务很失败，连接也慢"]]
  ])("hides no common words: %s", (message, personal) => {
    expect(withoutPersonal(message, personal)).toBe(message)
  })

  it("keeps the engine's own sentences", () => {
    let own: unknown
    try {
      Answers.delivery({})
    } catch (cause) {
      own = cause
    }
    const { message } = own as Error
    expect(cleanedError(own, [message]).message).toBe(message)
    expect(() => Answers.delivery({ delivery: "ida@example.com" })).toThrow("is a text; expected")
  })

  it("hides a quotation as a whole, and handles a long text of one word quickly", () => {
    expect(withoutPersonal("smtp down: Third time my invoice is wrong", ["Third time my invoice is wrong"])).toBe(
      "smtp down: [personal]"
    )
    const long = "a ".repeat(10_000)
    expect(withoutPersonal(long, [long])).toBe("[personal] ")
  })

  it("keeps what helps to find the fault", () => {
    const message = "connect ECONNREFUSED 10.0.0.7:25"
    expect(withoutPersonal(message, [words, "Ida Hart"])).toBe(message)
    expect(withoutPersonal("Cannot read properties of undefined (reading 'status')", [words])).toContain(
      "reading 'status'"
    )
    expect(withoutPersonal(message, ["", "  "])).toBe(message)
  })

  it("keeps name, code and place of an error, and cleans its causes", () => {
    const thrown = Object.assign(
      new TypeError("no route to ida@example.com", { cause: new Error("dns: ida@example.com") }),
      {
        code: "ENOTFOUND",
        config: { data: words }
      }
    )
    const cleaned = cleanedError(thrown, ["ida@example.com"])
    expect(cleaned).toMatchObject({ name: "TypeError", message: "no route to [personal]", code: "ENOTFOUND" })
    expect(cleaned.stack).toMatch(/^TypeError: no route to \[personal\]\n\s+at /)
    expect(cleaned.stack).not.toContain("ida@")
    expect((cleaned.cause as Error).message).toBe("dns: [personal]")
    expect(Object.keys(cleaned)).not.toContain("config")
    expect(cleanedError("ida@example.com is away", ["ida@example.com"]).message).toBe("[personal] is away")
  })
})
