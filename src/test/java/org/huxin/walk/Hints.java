package org.huxin.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What people mostly answer, so that random lives get through every model: preferred
 * values with weights by {@code form.key}, or by {@code key} for every form. {@code -}
 * leaves a field blank; {@code ALL}, {@code FIRST}, {@code LAST} and {@code SOME} choose
 * from what is offered; {@code +7} is a day in a week, {@code h6} in six hours,
 * {@code ME} the one who fills it in.
 */
final class Hints {

	private static final String TEXT = """
			report-concern.dangerNow NO*8 UNSURE*2 YES*1
			report-concern.whereNow WITH_SOMEONE*6 ALONE*2 AT_HOME*2 NOT_FOUND*1
			report-concern.staffInvolved NO*6 UNKNOWN*2 STAFF*1 FAMILY*1
			report-concern.discoveredAt -*3 0
			report-concern.signs -*3 SOME*2
			verify-concern.outcome CONFIRMED*12 NEEDS_MORE*1 NOT_A_CRISIS*1 JOINED*2
			verify-concern.contactMade FACE_TO_FACE*6 PHONE
			verify-concern.safeNow SAFE*6 UNCLEAR UNSAFE
			verify-concern.actKind NONE*14 SELF_INJURY*2 ATTEMPT*2 HARM_TO_OTHERS*1 MISSING*1 DEATH*0.4
			verify-concern.urgency TODAY*6 WEEK*2 NOW*1
			verify-concern.reason SOME*4 -*1
			mandatory NO*10 YES*1 UNSURE*1
			informSafe ALL*6 FIRST*2 -*1
			informUnsafe -*8 FIRST*1 LAST*1
			assess-risk.kindOfAssessment FIRST*4 AGAIN*2 MONTHLY*2 AFTER_RETURN*1 BEFORE_RETURN*2
			assess-risk.instruments -*6 PHQ_A*1 PHQ_9*1 ASQ*2 GAD_7*1
			assess-risk.ideation NONE*7 PAST*2 MONTH*2 HOURS_48*1
			assess-risk.planMeans NONE*8 PLAN*1 SOME*1
			assess-risk.behaviour NONE*8 EVER*2 MONTHS_3*1
			assess-risk.intentSelfInjury NO_ACT*8 NO_INTENT*2 AMBIVALENT*1 INTENT*1
			assess-risk.harmOthers NONE*12 TRANSIENT*1 SERIOUS*1 VERY_SERIOUS*0.5
			assess-risk.reality NONE*5 SLEEP*3 SOME*1
			assess-risk.riskFactors STUDY*4 NONE*2 SOME*2
			assess-risk.protectives FRIENDS*4 NONE*1 SOME*2
			assess-risk.level MILD*5 MODERATE*4 SEVERE*5 ACUTE*1 NONE*1
			assess-risk.levelReason SOME*9 -*1
			assess-risk.next COUNSELLING*4 FOLLOW_UP*2 SUGGEST_HOSPITAL*3 HOSPITAL_NOW*1 CONSULTATION*1 CONFERENCE*1 EMERGENCY*0.5
			assess-risk.nextAssessOn +7*2 +14*2 +28*1
			assess-risk.assessedAt 0
			phqAMonth NO*6 YES*1
			phqAEver NO*6 YES*1
			phqA9 NOT_AT_ALL*6 SEVERAL_DAYS*1
			asq1 NO*5 YES*1 REFUSED*0.5
			asq2 NO*5 YES*1
			asq3 NO*5 YES*1
			asq4 NO*5 YES*1
			asq5 NO*4 YES*1
			confirm-level.confirmation AGREE*4 DISAGREE*1
			confirm-no-crisis.confirmation AGREE*3 DISAGREE*1
			inform-guardian.reached REACHED*6 NO_ANSWER*1 REFUSED*1 LATER*1 HELD*1 WRONG_NUMBER*0.5
			inform-guardian.adultConsent UNDER_18*6 AGREES*2 LEGAL_GROUND*1
			plan-counselling.frequency TWO_WEEKS*3 WEEKLY*2 MONTHLY*1
			plan-counselling.counselling SESSIONS*5 FOLLOW_UP_ONLY*2
			nextSessionOn +3*2 +7*3 +10*1
			note-session.state ATTENDED*8 MISSED*2 EXCUSED*1 MOVED*1
			note-session.safety NONE*12 PRESENT*1 NOT_ASKED*1
			note-session.afterSession GOALS_MET*5 CONTINUE*3 STEP_UP*1
			note-session.minutes 40
			evaluate-counselling.present CAME*8 MISSED*1
			evaluate-counselling.safety NONE*12 PRESENT*1
			evaluate-counselling.evaluation GOALS_MET*5 STEP_DOWN*2 CONTINUE*2 STEP_UP*1
			check-on-student.studentSeen SEEN_WELL*6 SEEN_WORRYING*1 NOT_SEEN*1
			alarm NONE*12 WORRY*1
			weekly-watch.home REACHED*3 NOT_ADVISED*2 NOT_DUE*2
			weekly-watch.talked YES*6 NOT_POSSIBLE*1
			follow-up-head-teacher.talked YES*8 NOT_POSSIBLE*1
			follow-up-head-teacher.home REACHED*5 NOT_REACHED*1 NOT_ADVISED*1
			follow-up-counsellor.done TALKED*8 SESSION_INSTEAD*1 NOT_POSSIBLE*1
			follow-up-counsellor.safety NONE*16 PRESENT*1 NOT_ASKED*1
			follow-up-counsellor.trend BETTER*5 SAME*4 WORSE*1
			follow-up-counsellor.suggest CLOSE*6 CONTINUE*3 INTENSIFY*1 ASSESS_NOW*1
			follow-up-guardian.answeredBy STAFF*4 GUARDIAN*4 NOT_REACHED*1
			follow-up-guardian.overall BETTER*4 SAME*4 WORRYING*1
			follow-up-guardian.worry NO*8 YES*1 UNSURE*1
			resolve-follow-up-gap.contactFound SEEN*4 ARRANGED*2 NOT_FOUND*1
			review-closing.closingProposal PROPOSE*5 NOT_YET*2
			review-closing.closingReason RECOVERED*6 ORDINARY_CARE*3 GRADUATED*1 TRANSFERRED*1 NOT_A_CRISIS*1
			review-closing.markers ALL
			handoverConsent YES*4 NO*1
			handoverState RECEIVED*3 SILENT*1 WAITING*1
			decide-closing.closingDecision AGREE*4 CONTINUE*1
			hold-conference.present ALL*2 SOME*3
			decide-void.voidDecision AGREE*2 CONTINUE*2
			prepare-hand-over.handOver AGREED*3 REFUSED*1
			report-change.deathConfirmedBy HOSPITAL*2 POLICE*1 FAMILY*1 NOBODY*1
			report-change.changeKind RISK*6 LEAVES*2 VOID*2 DEATH*0.4
			confirm-leader-report.commander -*1 FIRST*2 SOME*2
			guardian FIRST*4 LAST*1
			consult-experts.consultNext -*3 SOME*1
			consult-experts.consultLevel MILD*3 MODERATE*3 SEVERE*1
			answer-safe-to-inform.guardianSafe YES*4 NOT_THESE*1 NO*1
			log-guardian-call.callAnswer REACHED*5 NO_ANSWER*2 REFUSED*1 WRONG_NUMBER*1 UNSAFE*1
			check-danger.danger OVER*7 KEEP*2 MOVE*1 CHANGED*1 DIED*0.2
			check-danger.confirmedBy HOSPITAL POLICE
			hand-over-student.settlement HANDED_OVER*4 AT_HOSPITAL*3 SAFE_AT_SCHOOL*3 NOT_YET*1
			hand-over-student.receiver FIRST*4 -*1
			idSeen true
			ableToStay true
			meansSecured true*4 YES*4
			numbersGiven true
			medicalOpinion true*4 MAY_STAY*4
			hospital FIRST*3 LAST*1
			log-search.found FOUND*3 NOT_YET*2
			log-search.foundHow UNHURT*6 HURT*2 ATTEMPT*1 OTHERS*1 DIED*0.3
			needsAftercare NO*3 YES*1
			send-major-report.reportDecision SEND*4 RETURN*1
			policeAnswer CALLED*3 ASK_LEADER*2
			policeGrounds NONE_OF_THESE*3 SOME*2
			adultComes SOON*4 LATER*1 CANNOT*1
			plan-guard.guard1Until h6*3 h3*1
			plan-guard.guard2Until h11*3 h8*1
			plan-guard.guard3Until h16*3 h13*1
			ask-student.studentReply AGREES*4 NOT_NOW*1
			answer-guardian.met MET*5 NOT_REACHED*1
			answer-guardian.guardianReply AGREES*5 TALK_MORE*2 DISAGREES*2
			understood true
			record-refusal.secondMeetingOn +2
			record-hospital-feedback.visited VISITED*6 BOOKED*1 NOT_YET*1
			record-hospital-feedback.docIssuer FIRST*4 LAST*1 -*0.5
			record-hospital-feedback.docIssuedOn -1*4 0*2 -*0.5
			record-hospital-feedback.visitedOn -1*3 0*2
			record-hospital-feedback.docPhysician SOME*6 -*1
			record-hospital-feedback.docNumber SOME*6 -*1
			record-hospital-feedback.phoneVerified SOME*3 -*1
			record-hospital-feedback.originalSeen true*6 false*1
			record-hospital-feedback.doctorAdvice STUDY_TREATED*3 HOSPITAL*3 REST*6 NOTHING_FOUND*3 REVIEW*1
			newDanger NO*8 YES*1
			contact-home.homeAnswer WILL_GO*3 HAS_GONE*3 WONT_GO*1 NOT_REACHED*1
			propose-unmark.unmarkProposal PROPOSE*4 SUPPORT*2
			propose-unmark.calmHistory NEVER*4 PAST*2
			propose-unmark.calmSince -300*3 -20*1
			confirm-unmark.confirmation AGREE*4 DISAGREE*1
			record-discharge.dischargeState HOME*4 STILL*2 LONG*1
			record-discharge.dischargedOn -1*2 0
			dischargeChecked ALL*4 SOME*1
			call-after-discharge.afterDischarge STUDY*2 REST*3
			apply-suspension.suspensionApplication SUBMIT*6 WITHDRAW*1
			apply-suspension.suspensionKind SUSPEND*6 TRANSFER*1 LEAVE*1
			applicantKind GUARDIAN*6 STUDENT*1 OTHER_ADULT*2
			applicant FIRST*4 -*1
			applicantName SOME
			authorised true*6 false*1
			apply-suspension.groundCode ILLNESS*4 OTHER*1
			apply-suspension.fromOn +1
			apply-suspension.untilOn +150*3 +90*1 +200*1
			apply-after-suspension.untilOn +120*3 +200*1
			register-suspension.suspendedUntil +150*3 +90*1
			register-suspension.otherEndWhy SOME*6 -*1
			issuer FIRST*4 LAST*1
			issuedOn -2*2 -1*1 0*1
			proofSeen true*6 false*1
			check-suspension.applicationComplete YES*5 NO*1
			check-suspension.proofValid YES*5 NO*1 NOT_NEEDED*1
			decide-suspension.suspensionDecision AGREE*6 REFUSE*1 MORE*1
			decide-renewal.renewalDecision AGREE*4 REFUSE*1
			heardStudent HEARD*5 NOT_POSSIBLE*1
			filed ALL*5 SOME*1
			leavingFiled ALL*5 SOME*1
			apply-after-suspension.nextStep RESUME*6 RENEW*2 LEAVE*1 APPEAL*1
			contact-away.awayResult CALM*6 WORRY*1 NOT_REACHED*1
			contact-away.awayWish STAY*2 RESUME*3
			ask-after-end.familyAnswer APPLY*3 NOT_REACHED*1
			ask-after-end.childSafe SAFE*3 WORRY*1 UNKNOWN*1
			apply-resumption.resumptionApplication SUBMIT*6 WITHDRAW*1
			apply-resumption.wishedDay +20*3 +14*2
			suspendedEarlier true*5 false*1
			enter-certificate.certificateIssuer FIRST*6 LAST*1 -*1
			enter-certificate.certificatePhysician SOME*8 -*1
			enter-certificate.certificateNumber SOME*8 -*1
			enter-certificate.certificateDate -1*5 -3*2 -400*1
			enter-certificate.wording FIT*6 FIT_WITH_REVIEW*2 DEFER*1 NOTHING_FOUND*1 OTHER*1
			enter-certificate.originalSeen true*8 false*1
			verify-certificate.verification CONFIRMED*8 DENIED*1 NO_ANSWER*1
			verify-certificate.verdict PASS*8 SUPPLEMENT*1 FAIL*1
			tell-certificate-gap.nextTry AGAIN*4 WITHDRAW*1
			recheck-health.recheckResult FIT*4 FIT_WITH_CARE*2 NOT_FIT*1
			review-resumption.resumptionProposal ACCEPT*5 CONDITIONAL*2 DEFER*1 REJECT*1
			review-resumption.present ALL*3 SOME*1
			review-resumption.firstDayOn +3*3 +7*2
			review-resumption.deferUntil +30*2 +60*1
			approve-resumption.resumptionApproval AGREE*6 DISAGREE*1
			arrange-return.arranged ALL*5 SOME*1
			confirm-first-day.cameBack YES*5 LATER*1 NO*1
			appeal-resumption.resumptionAppeal APPEAL*1 ACCEPT*1
			agree-safety-plan.planWith GUARDIAN*3 OTHER_ADULT*2 STUDENT*1
			secured ALL*2 SOME*2
			begin-postvention.eventKind EVENT*4 SIGNS*2 STRAIN*1 SCREENED*1
			begin-postvention.involvedStaff -*6 FIRST
			decide-group-help.groupDecision AGREE*6 ADJUST*1 NOT_NEEDED*1
			approve-notice.noticeApproval AGREE*5 CHANGE*1
			confirm-facts.noticeWanted NEUTRAL*2 NONE*2
			confirm-facts.familyLiaison true*2 false*1
			contact-family.familyNext DONE*3 GO_ON*1
			noticeAgain DONE*4 AGAIN*1
			groupNext GOALS_MET*4 GO_ON*2
			groupOn +3*2 +7
			caseFor -*8 FIRST*1
			decide-event-closing.eventClosing AGREE*4 CONTINUE*1
			closingDone ALL
			restFor -*3 FIRST
			moveFor -*3 FIRST
			guard2 -*6 SOME*1
			guard3 -*3 SOME*1
			write-referral-letter.visitWithin AT_ONCE*4 THREE_DAYS*1 TWO_WEEKS*1
			write-referral-letter.basis DANGER*3 GUARDIAN*3 STUDENT*2
			guardianTold -*9 FIRST*1
			askedSafe true
			invited ALL
			came -*2 FIRST*1
			contact-family.liaison ME
			factsWith FAMILY*3 POLICE*1 NOBODY_YET*1
			accompanied true
			restState DONE*4 NOT_WANTED*1 NONE*1
			moveState DONE*4 NOT_WANTED*1 NONE*1
			strong -*4 FIRST*1
			marked -*6 LAST*1
			unseen -*8 LAST*1
			raised -*6 FIRST*1
			hand-over-student.appointment SOME
			nightPlan SOME
			receiverOther -*5 SOME*1
			hospitalOther -
			stillNeed -*6 FIRST*1
			notReached -*12 FIRST*1
			talkedWith ALL*10 SOME*1
			""";

	private static final Map<String, List<Hint>> BY_KEY = read();

	private Hints() {
	}

	private record Hint(String value, double weight) {
	}

	private static Map<String, List<Hint>> read() {
		Map<String, List<Hint>> hints = new HashMap<>();
		TEXT.lines().map(String::strip).filter((line) -> !line.isEmpty()).forEach((line) -> {
			String[] parts = line.split("\\s+");
			List<Hint> values = new ArrayList<>();
			for (int i = 1; i < parts.length; i++) {
				String[] value = parts[i].split("\\*");
				values.add(new Hint(value[0], (value.length > 1) ? Double.parseDouble(value[1]) : 1));
			}
			hints.put(parts[0], values);
		});
		return hints;
	}

	/**
	 * A preferred value of a field.
	 * @param best whether the first one is wanted, to come to an end
	 */
	static Optional<String> of(String form, String key, Random dice, boolean best) {
		List<Hint> hints = BY_KEY.getOrDefault(form + "." + key, BY_KEY.get(key));
		if (hints == null) {
			return Optional.empty();
		}
		if (best) {
			return Optional.of(hints.get(0).value());
		}
		double all = hints.stream().mapToDouble(Hint::weight).sum();
		double roll = dice.nextDouble() * all;
		for (Hint hint : hints) {
			roll -= hint.weight();
			if (roll < 0) {
				return Optional.of(hint.value());
			}
		}
		return Optional.of(hints.get(hints.size() - 1).value());
	}

}
