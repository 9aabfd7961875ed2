import type { Sentences } from "../../shape/Reason.ts"
import { opt, quoted } from "../../shape/Said.ts"
import { zh } from "../form/Blanks.ts"

export const ofClock: Sentences<"clock"> = {
  "clock/unknown": (details, wording) =>
    zh`没有时钟 ${quoted(details.clock)}${opt(details.known, (k) => `，计时中的有 ${wording.names(k)}`)}`,
  "clock/not-running": (details) => zh`时钟 ${quoted(details.clock)} 没有在计时`,
  "clock/pause-not-allowed": (details, wording) =>
    zh`没有时钟可因 ${quoted(details.reason)} 暂停${opt(details.allowed, (a) => `，可用的理由有 ${wording.names(a)}`)}`,
  "clock/pause-used-up": (details) => zh`时钟 ${quoted(details.clock)} 因 ${quoted(details.reason)} 暂停的时间已用完`,
  "clock/not-extendable": (details) => zh`时钟 ${quoted(details.clock)} 不能延期`,
  "clock/extended-enough": (details) => zh`时钟 ${quoted(details.clock)} 已延期 ${details.times} 次，达到上限`,
  "clock/already-due": (details) => zh`时钟 ${quoted(details.clock)} 已经到期，延期须在到期前提出`,
  "clock/no-date": (details) => zh`${quoted(details.until)} 不是日期，不能作为时钟 ${quoted(details.clock)} 的时限`,
  "clock/date-past": (details) => zh`${quoted(details.until)} 已过，不能作为时钟 ${quoted(details.clock)} 的时限`,
  "clock/too-far": (details, wording) =>
    zh`${quoted(details.until)} 太晚：时钟 ${quoted(details.clock)} 延期一次最晚到 ${wording.date(details.most)}`,
  "loop/gates-open": (details, wording) =>
    zh`关口 ${quoted(details.gate)} ${details.status === "waiting" ? "尚未开始" : wording.word("gate-state", details.status)}`,
  "loop/not-reopenable": (details, wording) =>
    zh`本闭环不因 ${quoted(details.cause)} 重开${opt(details.known, (k) => `，可重开的情形有 ${wording.names(k)}`)}`,
  "loop/not-reopened-now": (details) => zh`本闭环因 ${quoted(details.cause)} 重开有条件，本案不符合`,
  "loop/reopen-too-late": (details) => zh`因 ${quoted(details.cause)} 重开须在结束后 ${details.within} 内提出`,
  "loop/ended-early": (details, wording) =>
    `案件已结束（${wording.word("outcome", details.outcome)}），客户此后的反馈另行立案`,
  "loop/reopened-enough": (details) => zh`案件已重开 ${details.times} 次，达到上限`,
  "loop/reopened-too-fast": (details) => zh`案件一小时内已重开 ${details.times} 次，须由人工决定`,
  "ending/not-offered": (details) => zh`策略没有提前结束方式 ${quoted(details.ending)}`
}
