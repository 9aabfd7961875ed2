import type { CommandTexts } from "../../shape/Command.ts"
import { brought } from "./Brought.ts"

export const onCustomer: CommandTexts<
  "submit" | "write" | "reply" | "answer" | "join" | "withdraw" | "bounced" | "delivered" | "event"
> = {
  submit: {
    says: "Opens a case with what the customer said.",
    arguments: {
      case: "The id of the new case.",
      channel: "The channel, a name of `channels`.",
      customer: "The customer's id; without it the case is anonymous.",
      customerName: "The customer's name; in YAML `name` under `customer`.",
      customerLanguage: "The language of the answers, such as `zh-CN` or `en`; in YAML `language` under `customer`.",
      verbatim: "The customer's own words. Words or a score are required.",
      description: "What happened, in the words of the person who recorded it.",
      kind: "The kind, if the host knows it.",
      ...brought,
      suggested: "The result of the host's classifier, or the reason why there is none.",
      history: "When an imported case was answered and closed; no message is sent.",
      category: "The category that the customer chose on the form, or that a person named in a split.",
      of: "The case from which it was split; only the engine sets it."
    }
  },
  write: {
    says: "Adds a message of the customer; from staff, a message to the customer outside a gate.",
    arguments: {
      text: "The words.",
      channel: "The channel. Default: the customer's last one.",
      automatic: "The message was written by a machine: it is stored without further effect.",
      ...brought
    }
  },
  reply: {
    says: "The customer answers a proposal or a question for confirmation.",
    arguments: {
      gate: "The gate. Default: the open gate that waits for a reply.",
      says: "`agree`, `counter` or `refuse` to a proposal; `satisfied` or `dissatisfied` to a confirmation.",
      text: "The customer's words.",
      ...brought
    }
  },
  answer: {
    says: "The customer answers the questions of a survey.",
    arguments: {
      gate: "The gate. Default: the open gate with a survey.",
      facts: "Answers, each by the name of its question.",
      text: "Further words of the customer."
    }
  },
  join: {
    says: "By the engine: the same customer said the same again.",
    arguments: {
      contacts: "The number of contacts, including this one.",
      unanswered: "The number of earlier contacts without an answer.",
      again: "Whether it is the same message by another channel.",
      channel: "The channel of the message.",
      customer: "The customer's id.",
      customerName: "The customer's name.",
      customerLanguage: "The language of the answers.",
      verbatim: "The customer's own words.",
      description: "What happened.",
      kind: "The kind.",
      ...brought,
      suggested: "The result of the host's classifier, or the reason why there is none."
    }
  },
  withdraw: {
    says: "The customer withdraws the feedback.",
    arguments: {
      reason: "The reason."
    }
  },
  bounced: {
    says: "A message was not delivered.",
    arguments: {
      message: "The message's id on the case.",
      reason: "The reason."
    }
  },
  delivered: {
    says: "A channel delivered a message.",
    arguments: {
      message: "The message's id on the case.",
      to: "The recipient.",
      party: "The merged case of another customer who gets the message.",
      by: "The host's channel that delivered it.",
      reference: "The id of the message in that channel."
    }
  },
  event: {
    says: "Reports an event of the host, one of `events`.",
    arguments: {
      name: "The event's name."
    }
  }
}
