/** What an actor may do on a case now, and why not. A desk shows these as buttons, some of them disabled. */
import { Allowed, type AnyNames, defined, type PolicyNames, type Situation } from "@hearback/core"
import { type Place, placeOf } from "../answer/Place.ts"
import { reasonSentence } from "../answer/Sentences.ts"
import type { Session } from "../call/Call.ts"

/** One command, per gate, clock, request or action where it takes one. */
export interface Permission<N extends PolicyNames = AnyNames> {
  readonly command: string
  readonly gate?: N["gate"]
  readonly clock?: N["clock"]
  readonly approval?: string
  readonly action?: number
  /** Whether it may be given now. Whether its other arguments do is seen when it is given. */
  readonly allowed: boolean
  /** Whether it is a next thing to do. */
  readonly offered: boolean
  /** Why not, in the language of `open({ language })`. */
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
