import { join } from "node:path"
import { Hearback, type Loop, memory } from "hearback"
import { afterEach, describe, expect, it } from "vitest"

const example = join(import.meta.dirname, "../../../examples/first")
const policy = join(example, "first.policy.yaml")
const people = join(example, "people.yaml")
const words = { channel: "phone", customer: "C-17", verbatim: "Third time my invoice is wrong. Unacceptable." }

const loops: Loop[] = []
afterEach(async () => {
  for (const loop of loops.splice(0)) await loop.close()
})
const open = async (more: object = {}): Promise<Loop> => {
  const loop = await Hearback.open({ policy, people, store: memory(), ...more })
  loops.push(loop)
  return loop
}
const channel = (name: string) => ({ name, audiences: ["customer", "staff"], send: async () => ({ delivery: "sent" }) })

describe("F-T7 · an unknown option or query is refused with the one that was probably meant", () => {
  it.each<readonly [string, object, RegExp]>([
    ["an option", { polcy: "x.yaml" }, /no option `polcy` \(did you mean `policy`\?\)/],
    ["an option of another case", { onerror: () => {} }, /`onerror` \(did you mean `onError`\?\)/],
    ["a language", { language: "fr" }, /`language` of `open` is "fr"; expected: "en", "zh-CN"/],
    ["a language that is nearly one", { language: "zh_CN" }, /did you mean `zh-CN`\?/],
    ["an empty channel", { channels: [{}] }, /channels\[0\]/],
    [
      "a channel without a name",
      { channels: [channel("a"), { ...channel("b"), name: "" }] },
      /`name` of `channels\[1\]`/
    ],
    ["a channel that can do nothing", { channels: [{ name: "a", audiences: [] }] }, /can neither `send` nor/],
    ["two channels of one name", { channels: [channel("a"), channel("a")] }, /two channels are called `a`/],
    [
      "a directory that is none",
      { people: { person: () => {} } },
      /`people` of `open` is an object; expected: .*withRole/
    ],
    ["no store", { store: undefined }, /needs `store`/],
    ["a store that is none", { store: { events: {} } }, /`events` of `store`/],
    ["a timeout of nothing", { timeouts: { directroy: 5 } }, /no option `directroy` \(did you mean `directory`\?\)/],
    ["a timeout of no time", { timeouts: { directory: -1 } }, /above 0/],
    ["virtual time", { virtualTime: "yes" }, /true or false/],
    ["an empty tenant", { tenant: " " }, /`tenant` of `open`/],
    ["a clock", { clock: {} }, /`now`/],
    ["a logger", { logger: { info: () => {} } }, /`warn`/],
    ["customers", { customers: async () => [] }, /`customer`/]
  ])("%s", async (_, more, message) => {
    await expect(open(more)).rejects.toMatchObject({ code: "call/invalid", message: expect.stringMatching(message) })
  })

  it("options that are no object", async () => {
    for (const given of [undefined, null, "policy.yaml", []])
      await expect(Hearback.open(given as never)).rejects.toMatchObject({ code: "call/invalid" })
  })

  it.each<readonly [string, (loop: Loop) => unknown, RegExp]>([
    ["list({ state })", (loop) => loop.list({ state: "opne" } as never), /did you mean `open`\?/],
    ["list({ stat })", (loop) => loop.list({ stat: "open" } as never), /no option `stat` \(did you mean `state`\?\)/],
    ["list({ order })", (loop) => loop.list({ order: "newest" } as never), /"due", "received"/],
    ["list({ kind })", (loop) => loop.list({ kind: "complant" }), /did you mean `complaint`\?/],
    ["list({ limit })", (loop) => loop.list({ limit: 0 }), /above 0/],
    ["list({ after })", (loop) => loop.list({ after: 5 } as never), /`after` of `list`/],
    ["count({ ownr })", (loop) => loop.count({ ownr: "x" } as never), /did you mean `owner`\?/],
    ["events({ follw })", (loop) => loop.events({ follw: true } as never), /did you mean `follow`\?/],
    ["events({ follow })", (loop) => loop.events({ follow: "yes" } as never), /true or false/],
    ["events({ signal })", (loop) => loop.events({ signal: {} } as never), /AbortSignal/],
    ["submit(…, { ky })", (loop) => loop.submit(words, { ky: "k" } as never), /did you mean `key`\?/],
    ["submit(…, { key: '' })", (loop) => loop.submit(words, { key: "" }), /not empty/],
    [
      "execute(…, { ifversion })",
      (loop) => loop.execute("x", { do: "resume" }, { ifversion: 1 } as never),
      /ifVersion/
    ],
    [
      "execute(…, { ifVersion })",
      (loop) => loop.execute("x", { do: "resume" }, { ifVersion: "1" } as never),
      /whole number/
    ],
    ["explain(…, topic)", (loop) => loop.explain("x", "grad" as never), /did you mean `grade`\?/],
    ["explain(…, { clok })", (loop) => loop.explain("x", { clok: "told" } as never), /did you mean `clock`\?/],
    ["for({ actr })", (loop) => loop.for({ actr: { id: "x" } } as never), /did you mean `actor`\?/],
    ["for({ language })", (loop) => loop.for({ actor: { id: "x" }, language: "de" } as never), /"en", "zh-CN"/],
    ["tick({ budget })", (loop) => loop.tick({ budget: 5 } as never), /did you mean `budgetMs`\?/],
    ["measures({ since })", (loop) => loop.measures({ since: "x" } as never), /no option `since`/],
    ["review(…, { on })", (loop) => loop.review("x", { on: "x" } as never), /no option `on`/],
    ["customers.set", (loop) => loop.customers.set("x", { questions: "refusd" } as never), /did you mean `refused`\?/],
    [
      "customers.erase",
      (loop) => loop.customers.erase("x", { by: "manager-3", reson: "x" } as never),
      /did you mean `reason`\?/
    ],
    [
      "policy.move",
      (loop) => loop.policy.move({ by: "x", reason: "y", onyl: "calendars" } as never),
      /did you mean `only`\?/
    ],
    [
      "quarantine.put",
      (loop) => loop.quarantine.put({ key: "k", channel: "phone", raw: "x" } as never),
      /needs `reason`/
    ],
    ["quarantine.page", (loop) => loop.quarantine.page({ state: "open" } as never), /"quarantined", "received"/],
    ["signal", (loop) => loop.signal("x", { cas: "x" } as never), /did you mean `case`\?/],
    ["form", (loop) => loop.form("phone", "fr" as never), /"en", "zh-CN"/],
    ["consume", (loop) => loop.consume("", () => {}), /not empty/],
    ["submitMany", (loop) => loop.submitMany([], { batch: 0 })[Symbol.asyncIterator]().next(), /above 0/]
  ])("%s", async (_, call, message) => {
    const loop = await open()
    await expect((async () => call(loop))()).rejects.toMatchObject({
      code: "call/invalid",
      message: expect.stringMatching(message)
    })
  })

  it("a message does not repeat a given value that can be a customer's words", async () => {
    const loop = await open()
    const thrown = await loop.list({ state: words.verbatim } as never).catch((error: Error) => error.message)
    expect(thrown).not.toContain("invoice")
  })

  it("health counts everything in quarantine, over all pages", async () => {
    const loop = await open()
    const many = Array.from({ length: 260 }, (_, n) => ({ feedback: { channel: "phone" }, key: `silent-${n}` }))
    for await (const receipt of loop.submitMany(many)) expect(receipt.outcome).toBe("quarantined")
    expect((await loop.health()).quarantine).toBe(260)
    const keys: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await loop.quarantine.page({ limit: 100, ...(after === undefined ? {} : { after }) })
      keys.push(...page.items.map(({ key }) => key))
      after = page.next
      if (after === undefined) break
    }
    expect(new Set(keys).size).toBe(260)
  }, 60_000)
})

describe("F-T8 · every receipt has a sentence about its feedback", () => {
  const message = async (feedback: object, more: object = {}) => {
    const loop = await open(more)
    const en = await loop.for({ actor: { id: "agent-7" }, language: "en" }).submit(feedback as never)
    const zh = await loop.for({ actor: { id: "agent-7" }, language: "zh-CN" }).submit({ ...feedback } as never)
    return { outcome: en.outcome, reason: "reason" in en ? en.reason : "", en: en.message, zh: zh.message }
  }

  it.each<readonly [string, object, RegExp, RegExp]>([
    [
      "an unknown field is named",
      { channel: "phone", verbatm: "My invoice is wrong" },
      /no field `verbatm`; did you mean `verbatim`\?/,
      /没有字段 `verbatm`，是否想写 `verbatim`/
    ],
    [
      "beside the words too, since what it says would be lost",
      { ...words, demnd: "a new bill" },
      /`demnd`; did you mean `demand`/,
      /`demand`/
    ],
    [
      "of the customer",
      { ...words, customer: { id: "C-17", adress: "x@y.z" } },
      /`customer\.adress`; did you mean `customer\.address`/,
      /customer\.adress/
    ],
    ["the key, which stands beside it", { ...words, key: "m-1" }, /submit\(feedback, \{ key \}\)/, /写在反馈之外/],
    ["one that is like no other", { ...words, xyzzy: 1 }, /no field `xyzzy`;|no field `xyzzy`/, /没有字段 `xyzzy`/],
    ["another shape", { ...words, score: "ten" }, /`score` of the feedback must be a number/, /`score` 应为数值/],
    ["neither words nor a score", { channel: "phone" }, /neither words nor a score/, /既没有文字，也没有评分/],
    ["a channel that there is not", { ...words, channel: "pigeon" }, /no channel `pigeon`/, /没有渠道 `pigeon`/],
    ["a fact that there is not", { ...words, facts: { amont: 5 } }, /`amont`/, /`amont`/],
    ["a kind that there is not", { ...words, kind: "rant" }, /rant/, /rant/]
  ])("%s", async (_, feedback, en, zh) => {
    const said = await message(feedback)
    expect(said.outcome).toBe("quarantined")
    expect(said.en).toMatch(en)
    expect(said.zh).toMatch(zh)
    expect(said.en).toMatch(/is in quarantine as q-/)
    expect(said.zh).toMatch(/留待处理/)
    expect(said.en + said.zh).not.toContain("intake/")
  })

  it("for a case that was opened, one that was joined, and a repetition", async () => {
    const loop = await open()
    const desk = loop.for({ actor: { id: "agent-7" }, language: "zh-CN" })
    const first = await loop.submit(words, { key: "a" })
    expect(first.message).toBe(`case ${first.case} is open; Agent Seven is handling it`)
    expect((await loop.submit(words, { key: "a" })).message).toMatch(/^already received: case /)
    expect((await desk.submit(words)).message).toBe(`已归入案件 ${first.case}，由 Agent Seven 负责`)
    for await (const receipt of loop.submitMany([{ feedback: { ...words, customer: "C-18" } }]))
      expect(receipt.message).toMatch(/is open; Agent Seven/)
  })

  it("which is the same for a repetition and in quarantine", async () => {
    const loop = await open()
    const silent = { channel: "phone", customer: "C-17", verbatim: "x", facts: { amont: 5 } }
    const first = await loop.submit(silent, { key: "k" })
    const again = await loop.submit(silent, { key: "k" })
    expect(again).toEqual({ ...first, replayed: true })
    const [waiting] = await loop.quarantine.list()
    expect(first.message).toContain(waiting?.message ?? "nothing waits")
    const put = await loop.quarantine.put({ key: "r", channel: "phone", raw: "x", reason: "row 9 has 3 columns of 7" })
    expect(put.message).toMatch(/no case yet: row 9 has 3 columns of 7; it is in quarantine as q-/)
  })

  it("for feedback that stays received because an adapter failed", async () => {
    const down = {
      person: async (id: string) => ({ id, roles: ["agent"] }),
      withRole: () => Promise.reject(new Error("ldap is down")),
      absence: async () => undefined
    }
    const { outcome, en, zh } = await message(words, { people: down })
    expect(outcome).toBe("received")
    expect(en).toMatch(/^it is stored, but no case is open yet: an adapter failed \(.*ldap is down\); the next tick/)
    expect(zh).toMatch(/^已收存，尚未立案：适配器出错/)
  })
})

describe("loop.for({ actor, language })", () => {
  it("answers in the language of the user", async () => {
    const loop = await open()
    const { case: id } = await loop.submit(words)
    const [en, zh] = (["en", "zh-CN"] as const).map((language) => loop.for({ actor: { id: "agent-7" }, language }))
    const close = { do: "close" } as const
    const [refusedEn, refusedZh] = [await en?.execute(id, close), await zh?.execute(id, close)]
    expect(refusedEn?.ok === false && refusedEn.rejection.message).toMatch(/^cannot close/)
    expect(refusedZh?.ok === false && refusedZh.rejection.message).toMatch(/^不能/)
    expect((await zh?.explain(id))?.lines[0]?.message).toMatch(/\p{Script=Han}/u)
    expect((await zh?.get(id))?.permissions.flatMap(({ reasons }) => reasons)[0]?.message).toMatch(/\p{Script=Han}/u)
    for await (const { message } of zh?.events({ case: id }) ?? []) expect(message).toMatch(/\p{Script=Han}/u)
    // A desk made by this desk keeps its language.
    const other = await zh?.for({ actor: { id: "supervisor-2" } }).execute(id, close)
    expect(other?.ok === false && other.rejection.message).toMatch(/^不能/)
  })
})
