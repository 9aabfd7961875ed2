/**
 * Simulation: commands of the core in a second with the policy of itr-service, with its staff and customers, compared
 * with an event heap that does nothing else; and what a longer run costs, which must be nothing.
 */
import { Policy } from "@hearback/core"
import { prepare, type Simulation } from "../packages/simulation/src/index.ts"
import type { Measure } from "./bench.ts"
import * as Examples from "./Examples.ts"
import { median, timer } from "./Race.ts"
import { bytes, time } from "./Report.ts"

const WEEK = 7 * 86_400_000

const simulation = (weeks: number): Simulation => ({
  weeks,
  seed: 7,
  warmUp: 0,
  arrivals: {
    perDay: 12,
    mix: {
      facts: {
        服务线: { 数据: 1, ERP: 1, 运维: 1, 信息安全: 1, 管理咨询: 1, 通用: 1 },
        "客户.等级": { 战略: 1, 重点: 2, 普通: 7 }
      }
    }
  },
  staff: {
    people: [
      { id: "客服", count: 8, roles: ["客服"] },
      { id: "主管", count: 3, roles: ["主管"] },
      { id: "总监", roles: ["总监"] },
      { id: "质量专员", roles: ["质量专员"] }
    ]
  }
})

/** The wanted number of commands in a second on one processor. */
const wanted = 50_000

/** Measures this subject. */
export const measure: Measure = (give) => {
  const policy = Policy.load(Examples.bundle("itr-service"))
  const run = (weeks: number, replication: number) => {
    const prepared = prepare({ policy, simulation: simulation(weeks) })
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    const stop = timer()
    const { commands } = prepared.run(replication, prepared.plan.from)
    const { thread } = stop()
    globalThis.gc?.()
    return { commands, ns: (thread * 1e6) / commands, kept: Math.max(0, process.memoryUsage().heapUsed - before) }
  }
  run(2, 0)
  const heap = heapOnly(200_000)
  const short = [1, 2, 3].map((replication) => run(4, replication))
  const long = [1, 2, 3].map((replication) => run(16, replication))
  const each = (all: readonly { readonly ns: number }[]): number => median(all.map(({ ns }) => ns))
  give({
    what: `a command of a simulation of 4 weeks (${Math.round(1e9 / each(short)).toLocaleString("en")} a second)`,
    ours: time(each(short)),
    limit: `bare event heap ${time(heap)}`,
    ratio: (each(short) * wanted) / 1e9,
    target: 1
  })
  give({
    what: "the same of 16 weeks",
    ours: time(each(long)),
    limit: `of 4 weeks ${time(each(short))}`,
    ratio: each(long) / each(short),
    target: 1.25
  })
  const [before, after] = [median(short.map(({ kept }) => kept)), median(long.map(({ kept }) => kept))]
  give({
    what: "memory that a run of 16 weeks keeps",
    ours: bytes(after),
    limit: `one of 4 weeks ${bytes(before)}`,
    ratio: after / Math.max(1e6, before),
    target: 1.5
  })
}

/** Returns the nanoseconds of one event if nothing is done but to wait for the next one. */
const heapOnly = (events: number): number => {
  const stop = timer()
  const waiting: { at: number; n: number }[] = []
  const push = (at: number, n: number): void => {
    let i = waiting.push({ at, n }) - 1
    while (i > 0 && (waiting[(i - 1) >> 1]?.at ?? 0) > at) {
      const above = (i - 1) >> 1
      ;[waiting[i], waiting[above]] = [
        waiting[above] as { at: number; n: number },
        waiting[i] as { at: number; n: number }
      ]
      i = above
    }
  }
  const random = Examples.mulberry(1)
  for (let n = 0; n < 1_000; n++) push(random() * WEEK, n)
  let last = 0
  for (let n = 0; n < events; n++) {
    const [first] = waiting
    const end = waiting.pop()
    if (first === undefined || end === undefined) break
    last = first.at
    if (waiting.length > 0) {
      let i = 0
      for (;;) {
        let child = 2 * i + 1
        if (child >= waiting.length) break
        if ((waiting[child + 1]?.at ?? Number.POSITIVE_INFINITY) < (waiting[child]?.at ?? 0)) child += 1
        if ((waiting[child]?.at ?? 0) >= end.at) break
        waiting[i] = waiting[child] as { at: number; n: number }
        i = child
      }
      waiting[i] = end
    }
    push(last + random() * WEEK, n)
  }
  return (stop().thread * 1e6) / events
}
