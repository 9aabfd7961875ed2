/** `clock/…`, `loop/…` and `ending/…`: what time and the lifecycle refuse. */
import { names, opt, quoted, zh } from "../phrase/Said.ts"
import { word } from "../phrase/Words.ts"
import { entry } from "./Entry.ts"

export const ofClock = {
  "clock/unknown": entry(["clock", "known*?"], {
    en: (s) => `there is no clock ${quoted(s.clock)}${opt(s.known, (k) => `; running are ${names(k, "en")}`)}`,
    "zh-CN": (s) => zh`没有时钟 ${quoted(s.clock)}${opt(s.known, (k) => `，计时中的有 ${names(k, "zh-CN")}`)}`
  }),
  "clock/not-running": entry(["clock"], {
    en: (s) => `clock ${quoted(s.clock)} is not running`,
    "zh-CN": (s) => zh`时钟 ${quoted(s.clock)} 没有在计时`
  }),
  "clock/pause-not-allowed": entry(["reason", "allowed*?"], {
    en: (s) =>
      `no running clock may be paused for ${quoted(s.reason)}${opt(s.allowed, (a) => `; reasons are ${names(a, "en")}`)}`,
    "zh-CN": (s) =>
      zh`没有时钟可因 ${quoted(s.reason)} 暂停${opt(s.allowed, (a) => `，可用的理由有 ${names(a, "zh-CN")}`)}`
  }),
  "clock/pause-used-up": entry(["reason", "clock"], {
    en: (s) => `the pause of ${quoted(s.clock)} for ${quoted(s.reason)} is used up`,
    "zh-CN": (s) => zh`时钟 ${quoted(s.clock)} 因 ${quoted(s.reason)} 暂停的时间已用完`
  }),
  "clock/not-extendable": entry(["clock"], {
    en: (s) => `clock ${quoted(s.clock)} cannot be extended`,
    "zh-CN": (s) => zh`时钟 ${quoted(s.clock)} 不能延期`
  }),
  "clock/extended-enough": entry(["clock", "times"], {
    en: (s) => `clock ${quoted(s.clock)} was extended ${times(s.times)} already, which is the most`,
    "zh-CN": (s) => zh`时钟 ${quoted(s.clock)} 已延期 ${s.times} 次，达到上限`
  }),
  "clock/already-due": entry(["clock"], {
    en: (s) => `clock ${quoted(s.clock)} is already due: an extension is asked for before`,
    "zh-CN": (s) => zh`时钟 ${quoted(s.clock)} 已经到期，延期须在到期前提出`
  }),
  "clock/no-date": entry(["clock", "until"], {
    en: (s) => `${quoted(s.until)} is no date to set clock ${quoted(s.clock)} to`,
    "zh-CN": (s) => zh`${quoted(s.until)} 不是日期，不能作为时钟 ${quoted(s.clock)} 的时限`
  }),
  "clock/date-past": entry(["clock", "until"], {
    en: (s) => `${quoted(s.until)} is past: clock ${quoted(s.clock)} cannot be due then`,
    "zh-CN": (s) => zh`${quoted(s.until)} 已过，不能作为时钟 ${quoted(s.clock)} 的时限`
  }),
  "clock/too-far": entry(["clock", "until", "most"], {
    en: (s) => `${quoted(s.until)} is later than one extension of clock ${quoted(s.clock)} leads, ${s.most}`,
    "zh-CN": (s) => zh`${quoted(s.until)} 晚于时钟 ${quoted(s.clock)} 延期一次所能到的 ${s.most}`
  }),
  "loop/gates-open": entry(["gate", "status"], {
    en: (s) => `gate ${quoted(s.gate)} is ${word("gate-state", s.status, "en")}`,
    "zh-CN": (s) =>
      zh`关口 ${quoted(s.gate)} ${s.status === "waiting" ? "尚未开始" : word("gate-state", s.status, "zh-CN")}`
  }),
  "loop/not-reopenable": entry(["cause", "known*?"], {
    en: (s) =>
      `this loop does not reopen for ${quoted(s.cause)}${opt(s.known, (k) => `; it does for ${names(k, "en")}`)}`,
    "zh-CN": (s) =>
      zh`本闭环不因 ${quoted(s.cause)} 重开${opt(s.known, (k) => `，可重开的情形有 ${names(k, "zh-CN")}`)}`
  }),
  "loop/not-reopened-now": entry(["cause"], {
    en: (s) => `this loop reopens for ${quoted(s.cause)} only under a condition, and this case does not meet it`,
    "zh-CN": (s) => zh`本闭环因 ${quoted(s.cause)} 重开有条件，本案不符合`
  }),
  "loop/reopen-too-late": entry(["cause", "within"], {
    en: (s) => `reopening for ${quoted(s.cause)} was possible within ${s.within} of the close`,
    "zh-CN": (s) => zh`因 ${quoted(s.cause)} 重开须在结束后 ${s.within} 内提出`
  }),
  "loop/ended-early": entry(["outcome"], {
    en: (s) => `the case ended as ${quoted(s.outcome)}; what the customer says now is a case of its own`,
    "zh-CN": (s) => zh`案件结局为 ${quoted(word("outcome", s.outcome, "zh-CN"))}，客户此后所说的另立一案`
  }),
  "loop/reopened-enough": entry(["times"], {
    en: (s) => `the case was reopened ${times(s.times)} already, which is the most`,
    "zh-CN": (s) => zh`案件已重开 ${s.times} 次，达到上限`
  }),
  "loop/reopened-too-fast": entry(["times"], {
    en: (s) => `the case was reopened ${times(s.times)} within the hour: from here on a person decides`,
    "zh-CN": (s) => zh`案件一小时内已重开 ${s.times} 次，须由人工决定`
  }),
  "ending/not-offered": entry(["ending"], {
    en: (s) => `the policy offers no ending ${quoted(s.ending)}`,
    "zh-CN": (s) => zh`策略没有规定${quoted(s.ending)} 这种提前结束`
  })
}

const times = (count: string): string => (count === "1" ? "once" : count === "2" ? "twice" : `${count} times`)
