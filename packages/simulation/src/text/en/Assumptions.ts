/** What was assumed where a simulation says nothing, in sentences that a process owner reads. */

type Values = Readonly<Record<string, string | number>>

export const assumption = {
  "off-hours": (values: Values) =>
    `${values["share"]} of the feedback arrives while nobody works, so nearly everything waits: check the time zone of the arrivals and the hours of the staff.`,
  "from-and-length": (values: Values) =>
    `Simulated period: ${values["weeks"]} ${String(values["weeks"]) === "1" ? "week" : "weeks"} from ${values["from"]}.`,
  "left-out": (values: Values) =>
    `Recorded arrivals: ${values["arrivals"]}; rows left out because they cannot be used: ${values["leftOut"]} (\`hearback check\` says why).`,
  arrivals: (values: Values) =>
    `${values["perDay"]} pieces of feedback arrive per day on average: enough to keep the busiest role (${values["role"]}) busy for ${values["share"]} of its time.`,
  profile: (values: Values) =>
    `Four in five arrive in the hours of calendar ${values["calendar"]}, the others between 08:00 and 22:00 on any day.`,
  "profile-of-days": "Feedback arrives at random between 08:00 and 22:00 every day.",
  categories: (values: Values) =>
    `All categories with words in the dictionary are equally frequent: ${values["names"]}.`,
  channels: (values: Values) =>
    `All channels by which customers come on their own are equally frequent: ${values["names"]}.`,
  "form-facts": (values: Values) =>
    `If a form asks for facts that nothing supplies, all their values are equally frequent: ${values["names"]}.`,
  words: "Customers' texts are made from the words of the policy's dictionary.",
  staff: (values: Values) => `Each role has two people: ${values["names"]}.`,
  hours: (values: Values) => `People without a calendar work the hours of calendar ${values["calendar"]}.`,
  discipline: "Work that is due first is started first.",
  times: (values: Values) =>
    `Work times are assumed: ${values["times"]} (medians; one in ten takes more than 2.5 times as long).`,
  "errand-times": (values: Values) => `Times for work outside gates are also assumed: ${values["times"]}.`,
  "proposal-delay": (values: Values) => `Customers answer a proposal after ${values["delay"]} hours (median).`,
  "proposal-answers": (values: Values) =>
    `Of the customers with a proposal, ${values["agree"]} agree, ${values["counter"]} counter, ${values["refuse"]} refuse, ${values["silent"]} never answer.`,
  "confirmation-delay": (values: Values) =>
    `Customers say after ${values["delay"]} hours (median) whether the matter is resolved.`,
  "confirmation-answers": (values: Values) =>
    `With the result, ${values["satisfied"]} are satisfied, ${values["dissatisfied"]} are dissatisfied, and ${values["silent"]} do not reply.`,
  surveys: (values: Values) =>
    `At the start of each period of these surveys, the customers of the previous period are asked, all with consent, and answer as above: ${values["names"]}. Other customers known to the host are not simulated.`,
  "no-more-words": "Customers write nothing more while their case is open, and do not return after it ends.",
  smooth: (values: Values) => `This never happens: ${values["names"]}.`,
  health: "Everybody works on one case at a time, and nobody is ill.",
  "nothing-arrives": "Nothing arrives in the simulated period, so there are no figures about cases.",
  "as-recorded": (values: Values) => `Feedback arrives as recorded; these settings have no effect: ${values["names"]}.`,
  "as-first": (values: Values) =>
    `Both use the period and the random numbers of the first; these settings of the second have no effect: ${values["names"]}.`,
  elsewhere: (values: Values) => `These are outside the simulated period and have no effect: ${values["names"]}.`,
  patience: "Customers wait as long as it takes.",
  decisions: "All conclusions that the policy offers are equally frequent.",
  compensation: "No money is given to customers.",
  deadlines: "Nobody pauses a clock, extends a deadline, or waives a gate.",
  systemic: (values: Values) => `${values["share"]} of root causes are systemic.`,
  money: "Work costs nothing, because no rates were given.",
  "money-of": (values: Values) => `Work of these roles costs nothing, because no rate was given: ${values["names"]}.`
}
