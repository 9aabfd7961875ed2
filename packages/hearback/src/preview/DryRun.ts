/** Computes the case that a submission would open, with the same step as a real one. Nothing is stored. */
import { type Actor, Case, type Command, defined, type Gathered, type Person, type Policy, Step } from "@hearback/core"

/** When and by whom the feedback is received. */
export interface Circumstances {
  /** The instant of the receipt.  Units: ms since 1970. */
  readonly at: number
  /** The number of contacts of this customer about the same matter, this one included. */
  readonly contacts?: number
  readonly people: readonly Person.PersonState[]
  readonly customer?: NonNullable<Gathered.Gathered["customer"]>
  /** Who receives it; absent: its channel. */
  readonly receiver: Actor.Actor
}

/** The id of the computed case, which is never stored. */
const dryCase = "dry-run"

/** Returns the step by which a case would be opened, without storing it. */
export const dryRun = (
  policy: Policy.Policy,
  submission: Command.Submission,
  { at, contacts, people, customer, receiver }: Circumstances
): Step.Step =>
  Step.step(
    policy,
    Case.empty(dryCase),
    { do: "submit", case: dryCase, ...submission },
    {
      id: dryCase,
      occurredAt: at,
      receivedAt: at,
      actor: receiver,
      draw: 1,
      gathered: {
        people,
        ledgers: {},
        ...defined({
          sameMatter: contacts === undefined ? undefined : { contacts, unanswered: contacts - 1 },
          customer
        })
      }
    }
  )
