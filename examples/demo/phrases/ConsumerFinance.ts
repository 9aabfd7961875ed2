/** Phrases of the example of the lender and credit bureau. */
import type { Phrases } from "../Phrases.ts"

export const consumerFinance: Phrases = {
  remedies: [
    {
      of: ["report-error"],
      proposal: ["We will reinvestigate the entry with the furnisher and write to you within ten days"],
      correction: [
        "Deleted the entry and sent the update to all three bureaus",
        "Corrected the balance and the dates with the furnisher"
      ],
      result: [
        "The entry was deleted and an updated report was mailed to you",
        "The balance and dates were corrected; the new report is enclosed"
      ],
      whys: [
        "The wrong account was on the report",
        "Two files were merged",
        "The match ran on name and address alone",
        "The matching rule does not ask for a date of birth"
      ],
      surface: "human error while matching files",
      systemic: true,
      prevention: {
        what: "Require a date of birth to match files",
        metric: "disputes for mixed files",
        target: "<= 2 a month"
      }
    },
    {
      of: ["identity-theft", "scam"],
      proposal: ["We will block the accounts today and place a fraud alert"],
      correction: [
        "Blocked the accounts under section 605B and placed a fraud alert",
        "Closed the account as fraudulent and removed the inquiry"
      ],
      result: [
        "The fraudulent accounts are blocked and will not come back on your report",
        "The account was closed as fraudulent and the inquiry removed"
      ],
      whys: [
        "An account was opened in another's name",
        "The application passed with a changed address",
        "A new address is not verified",
        "No step asks the previous address for confirmation"
      ],
      surface: "agent mistake at the application desk",
      systemic: true,
      prevention: {
        what: "Write to the previous address before opening an account",
        metric: "accounts opened by others",
        target: "<= 1 a quarter"
      }
    },
    {
      of: ["not-owed", "collection-conduct"],
      proposal: ["We will stop collecting until the debt is proven to you"],
      correction: [
        "Recalled the account from the collector and asked for the signed papers",
        "Put the number on the do-not-call list and confirmed it in writing"
      ],
      result: [
        "The account was recalled; nothing is owed to us",
        "The collector was told to stop calling and confirmed it in writing"
      ],
      whys: [
        "The collector went on after a dispute",
        "The dispute flag was not passed on",
        "The hand-off file has no field for it"
      ],
      surface: "one-off at the collector",
      systemic: true,
      prevention: { what: "Add the dispute flag to the hand-off file", metric: "calls against the flag", target: "0" }
    },
    {
      of: ["mortgage", "loan", "payment"],
      proposal: ["We will trace every payment and send you the history"],
      correction: [
        "Posted the payments with their original dates",
        "Corrected the escrow and sent the payment history"
      ],
      result: [
        "The payments are posted with their original dates and the late marks are gone",
        "The account history is enclosed; the difference was credited"
      ],
      whys: [
        "The payment was late in the books",
        "It waited in a queue over a weekend",
        "Nobody owns the queue on Saturdays"
      ],
      surface: "human error at the payment desk",
      systemic: false,
      prevention: { what: "Name an owner for the Saturday queue", metric: "payments older than a day", target: "0" }
    },
    {
      of: [],
      proposal: ["We will review the account and call you this week"],
      correction: [
        "Reversed the charge and restored access to the account",
        "Reviewed the calls and put the terms in writing"
      ],
      result: [
        "The charge was reversed and your access restored",
        "The terms are enclosed in writing, with the name of who answers for them"
      ],
      whys: [
        "The consumer got three different answers",
        "The screens show three different rules",
        "The rules are kept in three places"
      ],
      surface: "agent mistake",
      systemic: false,
      prevention: { what: "Keep the rules in one place", metric: "second calls on one matter", target: "<= 5 %" }
    }
  ],
  offer: ["We will also place a fraud alert and send you a free copy of the report"],
  counter: ["I want it gone from all three reports"],
  refuse: ["That is what you said last time"],
  shortfall: [
    "nothing",
    "the score is computed by others and follows within thirty days",
    "older statements are no longer kept"
  ],
  answered: ["The form is enclosed; page two is the one to sign"],
  satisfied: ["It is settled, thank you", "Confirmed, this is done"],
  dissatisfied: ["Nothing has changed on my side", "You never sent the papers I asked for"],
  explained: [
    "The furnisher verified the entry with signed papers",
    "The charge follows the agreement the consumer signed",
    "No account with us matches; the consumer was told whom to ask"
  ],
  handover: ["My colleague has the file of this consumer", "This product is not mine", "I am at the hearing tomorrow"],
  declined: ["I hold two that are due today", "Not a product of my team"],
  compensation: [
    "Late fee reversed",
    "Postage and copies",
    "Goodwill for the second letter",
    "Interest for the days misposted"
  ],
  denied: ["The agreement covers this; explain it instead"],
  extension: ["The furnisher has not answered yet"],
  question: ["Please send us the letter you received, so that we can trace the account."],
  answer: ["Attached, both pages"],
  update: ["Your complaint is being worked on; we asked for the papers and will write again."],
  adopted: ["Planned for the next release"],
  later: ["We will look at it again next year"],
  turnedDown: ["The law does not allow it"],
  reviewed: ["read again, this is what it is about", "confirmed by reading"],
  waived: ["The product was discontinued; nothing is left to observe"],
  done: ["live since this morning, ticket attached", "rolled out and checked on a sample of fifty"],
  fields: {
    explanation: [
      "The furnisher verified the entry",
      "The charge follows the signed agreement",
      "No account with us matches"
    ],
    "delay-reason": ["the furnisher has not answered yet", "the file must come from the archive"]
  }
}
