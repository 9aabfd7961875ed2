/** What an actor may do on a case now, and why not. A desk shows these as buttons, some of them disabled. */
import { Allowed, type AnyNames, defined, type PolicyNames, type Situation } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { reasonSentence } from "../answer/Sentences.ts"
import type { Session } from "../call/Call.ts"

/** Whether one command may be given; one entry for each gate, clock, request or action that it takes. */
export interface Permission<N extends PolicyNames = AnyNames> {
  readonly command: string
  readonly gate?: N["gate"]
  readonly clock?: N["clock"]
  /** The id of the request for approval. */
  readonly approval?: string
  /** The number of the action. */
  readonly action?: number
  /** Whether it may be given now. Its other arguments are only checked when it is given. */
  readonly allowed: boolean
  /** Whether it is suggested as a next step. */
  readonly offered: boolean
  /** Why it may not be given, in the language of the desk. */
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly place?: Place }[]
}

/** Returns a permission for each command of people and each of its targets on the case. */
export const permissionsOf = ({ language }: Session, situation: Situation.Situation): readonly Permission[] =>
  Allowed.permissions(situation).map(({ reasons, ...permission }) => ({
    ...permission,
    reasons: reasons.map((reason) =>
      defined({
        code: reason.code,
        message: reasonSentence(reason, language),
        place: placeOf(situation.policy, reason.rule)
      })
    )
  }))
