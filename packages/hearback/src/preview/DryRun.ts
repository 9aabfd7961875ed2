/** A dry run: the case that a submission would open, made by the same step that a real one takes. Nothing is stored. */
import { type Actor, Case, type Command, defined, type Gathered, type Person, type Policy, Step } from "@hearback/core"

export interface Circumstances {
  /** Units: ms since 1970. */
  readonly at: number
  /** Contacts of this customer about the same matter, this one included. */
  readonly contacts?: number
  readonly people: readonly Person.PersonState[]
  readonly customer?: NonNullable<Gathered.Gathered["customer"]>
  /** Who takes it; the channel where nobody does. */
  readonly receiver: Actor.Actor
}

/** The name under which the dry case runs; it is never stored. */
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
