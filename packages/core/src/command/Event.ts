/** An event of the host's own happened, one of `events`. */
import { isAutomatic } from "../people/Actor.ts"
import { happen } from "../rule/feedback/handle.ts"
import { describe, must } from "./Description.ts"
import { staff } from "./Rights.ts"

export const event = describe({
  verb: "event",
  name: { en: "report an event", "zh-CN": "通报事件" },
  key: "事件",
  says: {
    en: "An event of the host's own happened, one of `events`.",
    "zh-CN": "宿主系统的事件发生，须在 `events` 中声明。"
  },
  acts: "reported",
  until: "expired",
  arguments: {
    name: must("text", "The event's name.", "事件名称。")
  },
  example: { do: "event", name: "delivered" },
  who: staff("events"),
  targets: ({ policy }) => policy.bundle.events.map((name) => ({ name })),
  offered: ({ meta }) => isAutomatic(meta.actor),
  run: happen
})
