/** Who hears of something by a notice to the staff, and on which occasion. */

const owner = "owner"
const asker = "whoever asked"

export const notices = {
  assigned: { to: owner, when: "a case is assigned to them" },
  "said-again": { to: owner, when: "the customer reported it again, or another case was merged" },
  "word-to-read": { to: owner, when: "the customer has written" },
  "proposal-agreed": { to: owner, when: "the customer agreed to the proposal" },
  "proposal-countered": { to: owner, when: "the customer asked for a change to the proposal" },
  "proposal-refused": { to: owner, when: "the customer refused the proposal" },
  "proposal-undecided": { to: "the arbiter", when: "all rounds are used and nothing was agreed" },
  "customer-satisfied": { to: owner, when: "the customer confirmed that the matter is resolved" },
  "customer-dissatisfied": { to: owner, when: "the customer is not satisfied, and the case cannot be reopened" },
  reopened: { to: owner, when: "the case is reopened" },
  "reopening-parked": {
    to: owner,
    when: "the customer replied again, but the case has reached its limit of automatic reopenings"
  },
  "ended-early": { to: owner, when: "the case was withdrawn, forwarded, not accepted or merged" },
  "closed-by-silence": { to: owner, when: "the customer did not reply, and the customer loop was closed" },
  "message-bounced": { to: owner, when: "a message to the customer was not delivered" },
  regraded: { to: owner, when: "a grade changed" },
  reminder: {
    to: "owner; for `escalate` before the deadline, those it names",
    when: "a point of `remind` or `escalate` before the deadline"
  },
  overdue: {
    to: "those named in `escalate`; for take-up, handover and call, owner and lead",
    when: "the deadline, or a point after it"
  },
  alarm: {
    to: "those named in the alarm; owner",
    when: "an alarm is raised, a postponed decision is due, or a prevention failed in another case"
  },
  "gate-passed": { to: "those named in `notify` of the gate", when: "a gate is passed" },
  praised: { to: "those praised, if a gate says so", when: "a gate is passed" },
  "signature-asked": {
    to: "those who have to sign",
    when: "evidence or an explanation needs signatures"
  },
  "review-asked": { to: "`dictionary.review-by`", when: "the dictionary is not certain" },
  "spot-check": { to: "`authority.spot-check.by`", when: "a decision was selected for a spot check" },
  "handover-offered": {
    to: "whoever is asked to take over",
    when: "a handover or an on-call request, or the arbiter has to decide after too many handovers"
  },
  "handover-returned": {
    to: "whoever offered it or was offered it",
    when: "a handover was accepted, declined or withdrawn, or somebody on call took over"
  },
  "team-formed": { to: "members of the team", when: "a team is formed" },
  "department-asked": { to: "contact of the department", when: "a department has to do its part" },
  "department-answered": { to: owner, when: "a department has done its part" },
  "action-asked": { to: "owner of the action", when: "an action is planned, and when 80% of its time is over" },
  "action-overdue": { to: "owner of the action, owner, head of the department", when: "an action is overdue" },
  "action-done": { to: owner, when: "an action was reported done" },
  "approval-asked": { to: "whoever is asked", when: "a request waits for approval" },
  "request-approved": { to: asker, when: "the request was approved" },
  "request-denied": { to: asker, when: "the request was denied, by a person or because nobody answered" },
  "request-passed-on": {
    to: "whoever asked, and whoever did not answer",
    when: "nobody answered in time, and the next person is asked"
  },
  "request-ended": {
    to: "whoever asked, and whoever was asked",
    when: "the request was withdrawn, its subject has ended, or somebody else answered"
  },
  "problem-told": { to: owner, when: "prevention of the cause is in place" },
  "problem-closed": { to: owner, when: "the prevention has proved effective" },
  "verification-failed": { to: owner, when: "the effectiveness check failed" },
  invited: { to: "everybody with a role in `invite`", when: "a case of a routine opens, such as a review" },
  quarantined: { to: "`intake.quarantine.notify`", when: "an arrival is put into quarantine" }
}
