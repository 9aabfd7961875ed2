/**
 * A wrong part of a list or an object is named, with what was probably meant; and an id in quarantine is
 * distinguished from an unknown one.
 */
import type { Channel } from "@hearback/engine"
import { Hearback, type Loop, memory } from "hearback"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const policy = new URL("../../../examples/first/first.policy.yaml", import.meta.url).pathname
const post = (more: object): Channel => ({
  name: "post",
  audiences: [],
  send: async () => ({ delivery: "sent" }),
  ...more
})

let loop: Loop
beforeAll(async () => {
  loop = await Hearback.open({ policy, store: memory() })
})
afterAll(() => loop.close())

const calls: Readonly<Record<string, readonly [() => Promise<unknown>, string]>> = {
  "audiences of a channel": [
    () => Hearback.open({ policy, store: memory(), channels: [post({ audiences: ["staff", "custmer"] })] }),
    '`audiences[1]` of `channels[0]` is "custmer" (did you mean `customer`?); expected: "customer", "staff"'
  ],
  "grades of a list": [
    () => loop.list({ grades: { urgency: 1 } as never }),
    "`grades.urgency` of `list` is 1; expected: a text"
  ],
  "cases of a move": [
    () => loop.policy.preview({ cases: ["2611-A", 5 as never] }),
    "`cases[1]` of `policy.preview` is 5; expected: a text that is not empty"
  ],
  "ids of another try": [
    () => loop.undelivered.retry(["a", null as never]),
    "`ids[1]` of `undelivered.retry` is null; expected: a text"
  ],
  "consents of a customer": [
    () => loop.customers.set("C-1", { give: ["marketing", ""] }),
    '`give[1]` of `wish` is ""; expected: a text that is not empty'
  ],
  "no list at all": [() => loop.undelivered.retry("a" as never), 'is "a"; expected: a list, each of a text']
}

describe("a call with a wrong part of a list or an object", () => {
  it.each(Object.entries(calls))("%s: it is named", async (_, [call, says]) => {
    const thrown = await Promise.resolve()
      .then(call)
      .catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: "call/invalid" })
    expect((thrown as Error).message).toContain(says)
  })
})

describe("cases of every state", () => {
  it("are returned for `all`, as on the command line, and without a state", async () => {
    await loop.submit({ channel: "email", customer: "C-17", verbatim: "My invoice is wrong" })
    const ids = async (query: Parameters<Loop["list"]>[0]) => (await loop.list(query)).items.map(({ id }) => id)
    expect(await ids({ state: "all" })).toEqual(await ids({}))
    expect(await ids({ state: "all" })).not.toEqual([])
    expect(await loop.count({ state: "all" })).toEqual(await loop.count())
    const own = loop.forCustomer("C-17")
    expect((await own.list({ state: "all" })).items).toEqual((await own.list()).items)
    await expect(loop.list({ state: "al" as never })).rejects.toThrow(/did you mean `all`\?/)
  })
})

describe("an id in quarantine instead of a case", () => {
  it("is reported as waiting there, in both languages", async () => {
    const receipt = await loop.submit({ channel: "nowhere", verbatim: "My invoice is wrong" })
    const [entry = expect.fail()] = await loop.quarantine.list()
    expect(receipt.outcome).toBe("quarantined")
    const outcome = await loop.execute(entry.id, { do: "note", text: "x" })
    expect(outcome).toMatchObject({
      ok: false,
      rejection: {
        code: "case/unknown",
        messages: {
          en: expect.stringContaining(
            `\`${entry.id}\` is not a case yet: a person has to release it from quarantine (the policy has no channel \`nowhere\`)`
          ),
          "zh-CN": expect.stringContaining(`\`${entry.id}\` 尚未立案，须先从隔离区放行（策略没有渠道 \`nowhere\`）`)
        }
      }
    })
    await expect(loop.explain(entry.id)).rejects.toThrow("it waits in quarantine; `quarantine.release` opens it")
    await expect(loop.explain("q-000000000000")).rejects.toThrow("there is no case `q-000000000000`")
    expect(await loop.execute("2611-NOSUCH", { do: "note", text: "x" })).toMatchObject({
      rejection: { message: expect.stringContaining("there is no case `2611-NOSUCH`") }
    })
  })
})
