import type * as en from "../../en/word/Words.ts"
import type { Like } from "../../shape/Like.ts"
import { classifier, governing, task, type, window } from "./Acts.ts"
import { because } from "./Because.ts"
import { causes, evidence, field } from "./Fields.ts"
import { measure, measureSays } from "./Measures.ts"
import { message } from "./Messages.ts"
import {
  cause,
  clockState,
  duty,
  gateKind,
  gateState,
  kind,
  missCause,
  outcome,
  personal,
  says,
  side,
  signal,
  system,
  who
} from "./States.ts"
import { verb } from "./Verbs.ts"

export const words: Like<typeof en.words> = {
  verb,
  personal,
  "gate-kind": gateKind,
  "gate-state": gateState,
  "clock-state": clockState,
  outcome,
  kind,
  side,
  "miss-cause": missCause,
  cause,
  says,
  who,
  because,
  duty,
  field,
  evidence,
  causes,
  system,
  signal,
  message,
  window,
  governing,
  task,
  classifier,
  type,
  measure,
  "measure-says": measureSays
}
