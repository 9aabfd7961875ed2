/** Many pieces of feedback at once: a fault in one of them affects only that one. */
import { describe, expect, it } from "vitest"
import type { Feedback, Keyed, Receipt } from "../src/index.ts"
import { type TestLoop, testLoop } from "../src/testing.ts"

const folder = new URL("scenario/cases/", import.meta.url).pathname
const at = "2026-11-16 09:00"
const start = (): Promise<TestLoop> => testLoop(`${folder}uk.policy.yaml`, { at })
const said = (n: number, more: object = {}): Keyed => ({
  key: `m${n}`,
  feedback: { channel: "email", customer: `c-${n}`, verbatim: `The invoice is wrong (${n})`, ...more } as Feedback
})
const all = async (many: AsyncIterable<Receipt>): Promise<readonly Receipt[]> => {
  const found: Receipt[] = []
  for await (const one of many) found.push(one)
  return found
}
const outcomes = (receipts: readonly Receipt[]) => receipts.map(({ outcome }) => outcome)

describe("one of many pieces of feedback", () => {
  it.each<readonly [what: string, item: unknown, reason: string]>([
    ["a received that is no instant", said(2, { received: "yesterday" }), "intake/shape received instant"],
    ["a received without an offset", said(2, { received: "2026-11-16T09:00" }), "intake/shape received instant"],
    ["a date that is none", said(2, { received: new Date(Number.NaN) }), "intake/shape received instant"],
    ["a number for an instant", said(2, { received: 1_794_800_000 }), "intake/shape received instant"],
    [
      "a received far ahead",
      said(2, { received: "2026-11-16T11:00Z" }),
      "intake/in-the-future 2026-11-16T11:00:00.000Z"
    ],
    ["words that are a list", said(2, { verbatim: ["a"] }), "intake/shape verbatim text"],
    ["no feedback", { key: "m2", feedback: null }, "intake/shape feedback map"],
    ["a text instead of feedback", { key: "m2", feedback: "wrong" }, "intake/shape feedback map"],
    ["nothing", null, "intake/shape feedback map"],
    ["a channel that there is not", said(2, { channel: "fax" }), "intake/unknown-channel"],
    ["no words", said(2, { verbatim: undefined }), "intake/no-words"]
  ])("F-I6 · with %s goes into quarantine with the reason, and the others are accepted", async (_, item, reason) => {
    const loop = await start()
    const receipts = await all(loop.submitMany([said(1), item as Keyed, said(3)]))
    expect(outcomes(receipts)).toEqual(["opened", "quarantined", "opened"])
    expect(await loop.quarantine.list()).toMatchObject([{ reason }])
  })

  it("F-I6 · with a time slightly in the future is received now, alone and among many", async () => {
    const loop = await start()
    const soon = "2026-11-16T09:00:01Z"
    const [one] = await all(loop.submitMany([said(1, { received: soon })]))
    const other = await loop.submit(said(2, { received: "2026-11-16T09:04:00Z" }).feedback)
    for (const receipt of [one ?? expect.fail(), other]) {
      expect(receipt.outcome).toBe("opened")
      expect((await loop.get(receipt.case))?.receivedAt).toEqual(new Date("2026-11-16T09:00:00Z"))
    }
    expect(await loop.submit(said(3, { received: "2026-11-16T10:00:00Z" }).feedback)).toMatchObject({
      outcome: "quarantined",
      reason: "intake/in-the-future 2026-11-16T10:00:00.000Z"
    })
  })

  it("F-I6 · from the future is released at the instant that a person gives, else when it was received", async () => {
    const loop = await start()
    const ahead = said(1, { received: "2026-12-01T10:00:00Z" })
    const { case: id } = await loop.submit(ahead.feedback)
    expect(await loop.quarantine.release(id, ahead.feedback)).toMatchObject({ outcome: "quarantined" })
    const released = await loop.quarantine.release(id, { ...ahead.feedback, received: "2026-11-15T10:00:00Z" })
    expect((await loop.get(released.case))?.receivedAt).toEqual(new Date("2026-11-15T10:00:00Z"))
  })

  it("F-I7 · with the key of another goes into quarantine, once for all repetitions, and the others are accepted", async () => {
    const loop = await start()
    const twin = { ...said(9), key: "m1" }
    expect(outcomes(await all(loop.submitMany([said(1), twin, said(3)])))).toEqual(["opened", "quarantined", "opened"])
    expect(await all(loop.submitMany([twin]))).toMatchObject([{ outcome: "quarantined", replayed: true }])
    expect(await loop.quarantine.list()).toMatchObject([{ reason: "key/reused m1" }])
    const broken = { key: "m1", feedback: { channel: "email", verbatim: 7 } as unknown as Feedback }
    expect(outcomes(await all(loop.submitMany([broken, said(4)])))).toEqual(["quarantined", "opened"])
    expect(await loop.submit(broken.feedback, { key: "m3" })).toMatchObject({ outcome: "quarantined" })
    await expect(loop.submit(said(5).feedback, { key: "m3" })).rejects.toMatchObject({ code: "key/reused" })
  })

  it("F-I2 · that could not be read does not use its key, and can come again with it", async () => {
    const loop = await start()
    const broken = { channel: "email", customer: "c-1", verbatim: ["The invoice"] } as unknown as Feedback
    expect(await loop.submit(broken, { key: "k" })).toMatchObject({ outcome: "quarantined" })
    const good = await loop.submit(said(1).feedback, { key: "k" })
    expect(good).toMatchObject({ outcome: "opened", replayed: false })
    expect(await loop.submit(said(1).feedback, { key: "k" })).toMatchObject({ case: good.case, replayed: true })
    expect(await loop.quarantine.list()).toHaveLength(1)
  })

  it("F-I2 · that comes again unchanged is read again, by a policy that has changed", async () => {
    const loop = await start()
    const source = { raw: "row", row: "row-1" }
    const item = (feedback: object): Keyed => ({ ...said(1, feedback), source })
    expect(outcomes(await all(loop.submitMany([item({ channel: "fax" })])))).toEqual(["quarantined"])
    const [again] = await all(loop.submitMany([item({ channel: "fax", where: "Leeds" })]))
    expect(again).toMatchObject({ outcome: "quarantined", replayed: true })
    expect(await loop.quarantine.list()).toMatchObject([{ raw: "row", understood: { channel: "fax" } }])
    const [read] = await all(loop.submitMany([item({ received: "2026-11-14T08:00:00Z" })]))
    expect(read).toMatchObject({ outcome: "opened" })
    expect((await loop.get(read?.case ?? ""))?.receivedAt).toEqual(new Date("2026-11-14T08:00:00Z"))
    expect(await loop.quarantine.list()).toEqual([])
    expect((await loop.verify()).ok).toBe(true)
  })

  it("F-I2 · without a time keeps that of its first receipt", async () => {
    const loop = await start()
    const source = { raw: "row", row: "row-1" }
    await all(loop.submitMany([{ ...said(1, { channel: "fax" }), source }]))
    await loop.advance("2 days")
    const [read] = await all(loop.submitMany([{ ...said(1), source }]))
    expect((await loop.get(read?.case ?? ""))?.receivedAt).toEqual(new Date("2026-11-16T09:00:00Z"))
  })

  it.each([
    ["row/unreadable quote not closed", /row cannot be read/, /读不出这一行/],
    ["row/columns 2 instead of 4", /different number of columns from the header \(2 instead of 4\)/, /列数与表头不符/],
    ["row/no-instant soon", /is not a date and time \(soon\)/, /不是时刻（soon）/],
    ["row/no-number ten", /is not a number \(ten\)/, /不是数/],
    ["row/too-long", /longer than a row may be/, /过长/],
    ["row/not-utf-8", /not UTF-8/, /不是 UTF-8/],
    ["row/not-decoded gb18030", /is not text in the encoding/, /字符编码/],
    ["key/reused m1", /key `m1` was used before/, /`m1` 此前已用/],
    ["intake/in-the-future 2999-01-01T00:00:00.000Z", /in the future/, /在将来/]
  ])("F-T8 · in quarantine has a sentence with the reason, in both languages: %s", async (reason, en, zh) => {
    const loop = await start()
    const put = { key: "k", channel: "email", raw: "x", reason }
    expect((await loop.quarantine.put(put)).message).toMatch(en)
    const chinese = await testLoop(`${folder}uk.policy.yaml`, { at, language: "zh-CN" })
    expect((await chinese.quarantine.put(put)).message).toMatch(zh)
  })
})
