/** The only list of commands: every command by its verb. */
import type { Verb } from "../case/generated/Command.ts"
import { alikeIn } from "../value/Optional.ts"
import { absorb } from "./Absorb.ts"
import { accept } from "./Accept.ts"
import { actDone } from "./ActDone.ts"
import { answer } from "./Answer.ts"
import { approve } from "./Approve.ts"
import { bounced } from "./Bounced.ts"
import { close } from "./Close.ts"
import { compensate } from "./Compensate.ts"
import { count } from "./Count.ts"
import { decline } from "./Decline.ts"
import { delegate } from "./Delegate.ts"
import { delivered } from "./Delivered.ts"
import { deny } from "./Deny.ts"
import type { Description } from "./Description.ts"
import { discount } from "./Discount.ts"
import { erase } from "./Erase.ts"
import { event } from "./Event.ts"
import { explain } from "./Explain.ts"
import { extend } from "./Extend.ts"
import { flag } from "./Flag.ts"
import { forward } from "./Forward.ts"
import { found } from "./Found.ts"
import { grant } from "./Grant.ts"
import { handOver } from "./HandOver.ts"
import { join } from "./Join.ts"
import { merge } from "./Merge.ts"
import { moveCalendar } from "./MoveCalendar.ts"
import { movePolicy } from "./MovePolicy.ts"
import { note } from "./Note.ts"
import { pass } from "./Pass.ts"
import { pause } from "./Pause.ts"
import { progress } from "./Progress.ts"
import { reclassify } from "./Reclassify.ts"
import { recurred } from "./Recurred.ts"
import { regrade } from "./Regrade.ts"
import { reopen } from "./Reopen.ts"
import { reply } from "./Reply.ts"
import { resume } from "./Resume.ts"
import { set } from "./Set.ts"
import { sign } from "./Sign.ts"
import { split } from "./Split.ts"
import { spotCheck } from "./SpotCheck.ts"
import { submit } from "./Submit.ts"
import { takeUp } from "./TakeUp.ts"
import { time } from "./Time.ts"
import { turnAway } from "./TurnAway.ts"
import { waive } from "./Waive.ts"
import { withdraw } from "./Withdraw.ts"
import { write } from "./Write.ts"

type Descriptions = { readonly [V in Verb]: Description<V> }

/** The description of every command, by its verb. */
export const registry: Descriptions = /* @__PURE__ */ alikeIn<Descriptions>({
  submit,
  write,
  reply,
  answer,
  pause,
  event,
  join,
  resume,
  "act-done": actDone,
  withdraw,
  note,
  merge,
  split,
  pass,
  sign,
  explain,
  waive,
  set,
  reclassify,
  regrade,
  compensate,
  discount,
  grant,
  approve,
  deny,
  "hand-over": handOver,
  accept,
  decline,
  "take-up": takeUp,
  delegate,
  extend,
  forward,
  "turn-away": turnAway,
  "spot-check": spotCheck,
  close,
  reopen,
  time,
  count,
  progress,
  "move-policy": movePolicy,
  "move-calendar": moveCalendar,
  absorb,
  recurred,
  flag,
  found,
  erase,
  delivered,
  bounced
})
