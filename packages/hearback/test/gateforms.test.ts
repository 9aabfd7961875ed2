import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Command, type EvidenceFieldView, type GateView, orThrow } from "hearback"
import { type TestLoop, testLoop } from "hearback/testing"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearback-"))
  writeFileSync(join(folder, "people.yaml"), "hearback: 1\npeople:\n  ann: { name: Ann Bell, roles: [agent] }\n")
})
afterAll(() => rmSync(folder, { recursive: true }))

const base = `hearback: 1
policy: forms
language: en
extends: [pack:starter]
time-zone: Asia/Shanghai
currency: CNY
facts:
  order: { type: text, title: { en: order number, zh-CN: 订单号 }, personal: { en: to find the order, zh-CN: 用于查找订单 } }
  loss: { type: money }
  size: { one-of: [small, large] }
dictionary:
  categories:
    billing: { title: { en: Billing, zh-CN: 账单 }, words: [invoice], defaults: { urgency: routine } }
    delivery: { title: { en: Delivery, zh-CN: 配送 }, words: [parcel], defaults: { urgency: routine } }
`
const loopOf = (gates: string): string => `${base}loops:
  complaint:
    system-loop:
${gates}`

let count = 0
const opened = async (policy: string, language: "en" | "zh-CN" = "en") => {
  const path = join(folder, `p${++count}.policy.yaml`)
  writeFileSync(path, policy)
  const loop = await testLoop(path, { at: "2026-11-16 09:00", people: join(folder, "people.yaml") })
  const desk = loop.for({ actor: { id: "ann" }, language })
  const { case: id } = await desk.submit({
    channel: "email",
    customer: "c-1",
    kind: "complaint",
    verbatim: "My invoice is wrong"
  })
  return { loop, desk, id, gate: async (name: string) => gateOf(await desk.get(id), name) }
}
const gateOf = (view: Awaited<ReturnType<TestLoop["get"]>>, name: string): GateView =>
  view?.gates.find((gate) => gate.name === name) ?? expect.fail(`no gate ${name}`)

/** Fills a form as somebody would who knows nothing about kinds of gates. */
const answerTo = ({ type, values = [], each = [], name }: EvidenceFieldView): unknown => {
  switch (type) {
    case "one-of":
      return values[0]?.value ?? expect.fail(`${name} has nothing to choose from`)
    case "texts":
      return ["first", "second", "third"]
    case "list":
      return [filled(each)]
    case "map":
      return Object.fromEntries(values.map(({ value }) => [value, `about ${value}`]))
    case "yes-no":
      return true
    case "number":
    case "integer":
    case "money":
      return 5
    case "date":
      return "2026-12-24"
    case "person":
      return "ann"
    default:
      return "some text"
  }
}
const filled = (fields: readonly EvidenceFieldView[]): Record<string, unknown> => {
  const values: Record<string, unknown> = {}
  for (const field of fields.filter(({ required }) => required)) {
    const [first = "", second] = field.at
    values[first] =
      second === undefined ? answerTo(field) : { ...(values[first] as object | undefined), [second]: answerTo(field) }
  }
  return values
}
const passed = (gate: GateView): Command =>
  ({ do: "pass", gate: gate.name, ...filled(gate.evidence ?? expect.fail("no form")) }) as Command

const gates: readonly (readonly [title: string, rule: string, names: readonly string[]])[] = [
  ["a result", "needs: result, by: owner", ["result", "shortfall"]],
  ["fields of the policy", "needs: record, by: owner, fields: [order, loss, size]", ["order", "loss", "size"]],
  ["an approval", "needs: approval, by: agent", []],
  ["a classification", "needs: classification, by: owner", ["category", "reason"]],
  [
    "a decision",
    "needs: decision, by: owner, one-of: [adopted, later, declined]",
    ["decision", "reason", "until", "publish"]
  ],
  ["a correction", "needs: correction, by: owner", ["actions"]],
  ["a SMART correction", "needs: correction, by: owner, smart: yes", ["actions"]],
  ["containment", "needs: containment, by: owner, fields: [order]", ["order"]],
  [
    "a root cause by whys",
    "needs: root-cause, by: owner, method: five-whys, depth: 3, evidence: required",
    ["cause", "method", "whys", "evidence"]
  ],
  [
    "a root cause by bones",
    "needs: root-cause, by: owner, method: fishbone, depth: 2",
    ["cause", "method", "causes", "evidence"]
  ],
  ["a root cause of any kind", "needs: root-cause, by: owner", ["cause", "method", "whys", "causes", "evidence"]],
  ["a proposal", "needs: proposal, by: owner", ["proposal"]]
]

describe("a page can show the form of every open gate without knowing its kind", () => {
  it.each(gates)("%s: the form says what is needed, and the filled form passes", async (_, rule, names) => {
    const { desk, id, gate } = await opened(loopOf(`      shown: { ${rule} }\n`))
    const view = await gate("shown")
    expect(view.state).toBe("open")
    expect(view.evidence?.map(({ name }) => name)).toEqual(names)
    const answer = await desk.execute(id, passed(view))
    expect(answer.ok ? "" : answer.rejection.message).toBe("")
    const after = await gate("shown")
    expect(after.evidence === undefined || after.actions.length > 0).toBe(true)
  })

  it.each(gates)("%s: without a required field it is refused", async (_, rule) => {
    const { desk, id, gate } = await opened(loopOf(`      shown: { ${rule} }\n`))
    const view = await gate("shown")
    for (const field of (view.evidence ?? []).filter(({ required }) => required)) {
      const whole = passed(view) as unknown as Record<string, unknown>
      const [first = "", second] = field.at
      const fields = second === undefined ? undefined : { ...(whole[first] as Record<string, unknown>) }
      if (fields !== undefined && second !== undefined) delete fields[second]
      const { [first]: __, ...rest } = whole
      const without = fields === undefined ? rest : { ...rest, [first]: fields }
      expect([field.name, (await desk.execute(id, without as never)).ok]).toEqual([field.name, false])
    }
  })

  it("titles, choices and purposes are in the requested language", async () => {
    const policy = loopOf(
      "      shown: { needs: record, title: { en: Shown, zh-CN: 已出示 }, by: owner, fields: [order, size] }\n"
    )
    const { loop, id, gate } = await opened(policy, "zh-CN")
    const zh = await gate("shown")
    expect(zh.title).toBe("已出示")
    expect(zh.evidence).toMatchObject([
      {
        name: "order",
        at: ["fields", "order"],
        title: "订单号",
        type: "text",
        required: true,
        purpose: "用于查找订单"
      },
      { name: "size", type: "one-of", values: [{ value: "small" }, { value: "large" }] }
    ])
    const en = gateOf(await loop.for({ actor: { id: "ann" }, language: "en" }).get(id), "shown")
    expect(en).toMatchObject({
      title: "Shown",
      evidence: [{ title: "order number", purpose: "to find the order" }, {}]
    })
    const classified = await opened(loopOf("      shown: { needs: classification, by: owner }\n"), "zh-CN")
    expect((await classified.gate("shown")).evidence?.[0]).toMatchObject({
      title: "类别",
      values: expect.arrayContaining([
        { value: "billing", title: "账单" },
        { value: "delivery", title: "配送" }
      ])
    })
    const cause = await opened(loopOf("      shown: { needs: root-cause, by: owner, method: fishbone }\n"), "zh-CN")
    const form = (await cause.gate("shown")).evidence ?? []
    expect(
      form.every(({ title, values = [] }) =>
        [title, ...values.map((one) => one.title)].every((said) => /\p{Script=Han}/u.test(said))
      )
    ).toBe(true)
  })

  it("a known fact need not be given again, and a gate that waits for the customer has no form", async () => {
    const { desk, id, gate } = await opened(
      loopOf(
        "      shown: { needs: record, by: owner, fields: [order] }\n      asked: { needs: proposal, by: owner }\n"
      )
    )
    orThrow(await desk.execute(id, { do: "set", facts: { order: "o-1" } }))
    expect((await gate("shown")).evidence).toMatchObject([{ name: "order", required: false }])
    orThrow(await desk.execute(id, passed(await gate("asked"))))
    const waiting = await gate("asked")
    expect([waiting.state, waiting.evidence]).toEqual(["open", undefined])
    orThrow(await desk.execute(id, { do: "pass", gate: "shown" }))
    expect((await gate("shown")).evidence).toBeUndefined()
  })
})
