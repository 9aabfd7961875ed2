import type { Bodies } from "../../../case/Case.ts"
import type { EventLines } from "../../shape/Voice.ts"
import { authority } from "./Authority.ts"
import { clock } from "./Clock.ts"
import { conversation } from "./Conversation.ts"
import { feedback } from "./Feedback.ts"
import { gate } from "./Gate.ts"
import { grade } from "./Grade.ts"
import { lifecycle } from "./Lifecycle.ts"
import { message } from "./Message.ts"
import { ownership } from "./Ownership.ts"
import { record } from "./Record.ts"
import { relations } from "./Relations.ts"
import { version } from "./Version.ts"
import { watch } from "./Watch.ts"

export const events: EventLines<Bodies> = {
  ...feedback,
  ...conversation,
  ...relations,
  ...grade,
  ...ownership,
  ...gate,
  ...clock,
  ...authority,
  ...lifecycle,
  ...version,
  ...watch,
  ...message,
  ...record
}
