package org.huxin.referral;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.referral.process.HospitalReferralProcess;
import org.huxin.school.HospitalRegister;

import org.springframework.transaction.support.TransactionOperations;

/**
 * The steps of a referral as the people of the first demo school take them.
 */
public final class ReferralSteps {

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final HospitalRegister hospitals;

	private final TransactionOperations transaction;

	private final CaseSteps steps;

	public ReferralSteps(CaseWalk walk, CaseFiles caseFiles, HospitalRegister hospitals,
			TransactionOperations transaction, CaseSteps steps) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.hospitals = hospitals;
		this.transaction = transaction;
		this.steps = steps;
	}

	/** A case of which an assessment of this level is known begins its referral. */
	public CaseRef begun(String level, String plan, String channel) {
		return begun(level, plan, channel, "STEADY");
	}

	/** The same under a contact plan. */
	public CaseRef begun(String level, String plan, String channel, String contactPlan) {
		CaseRef ref = this.steps.reported();
		Map<String, Object> assessment = Map.of("level", level, "guardianAdvice", "请多陪伴", "informSafe",
				this.steps.guardians(), "ideation", "NONE", "behaviour", "NONE");
		this.transaction.executeWithoutResult((status) -> {
			this.caseFiles.write(ref,
					new NewEntry(EntryKind.SYSTEM, "counselor", "assess-risk", null, null, null, assessment));
			this.caseFiles.rate(ref, level);
		});
		this.walk.startCalled(ref, HospitalReferralProcess.KEY, Map.of("urgency", "WEEK", "referralPlan", plan,
				"guardianChannel", channel, "contactPlan", contactPlan));
		return ref;
	}

	/** A guardian answers; where nobody is reached there is no answer. */
	public void answered(CaseRef ref, String account, String element, String reply) {
		this.walk.submit(account, ref, element,
				form(new Object[0], "met", "MET", "guardian", this.steps.guardians().get(0), "way", "FACE_TO_FACE",
						"at", this.steps.moment(), "guardianReply", reply, "replyReason",
						reply.equals("AGREES") ? null : "怕影响学习", "ability", "YES", "signedBy", "家长"));
	}

	public void notReached(CaseRef ref, String account, String element) {
		this.walk.submit(account, ref, element, Map.of("met", "NOT_REACHED"));
	}

	public void refusalRecorded(CaseRef ref, int days) {
		refusalRecorded(ref, days, "NO");
	}

	public void refusalRecorded(CaseRef ref, int days, String neglect) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.RECORD_REFUSAL,
				Map.of("explained", "说明了看到的情况", "refusalReason", "怕影响学习", "writtenNotice", "SIGNED", "noticeAt",
						this.steps.moment(), "neglect", neglect, "secondMeetingOn", this.steps.day(days)));
	}

	public void superiorReported(CaseRef ref) {
		superiorReported(ref, "NOT_NEEDED");
	}

	public void superiorReported(CaseRef ref, String police) {
		this.walk.submit("leader", ref, HospitalReferralProcess.REPORT_SUPERIOR,
				form(new Object[0], "reportedAt", this.steps.moment(), "reportedTo", "区教育局", "policeReported", police,
						"policeAt", police.equals("YES") ? this.steps.moment() : null, "supportPlan", "每天有人陪"));
	}

	public void letterWritten(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.WRITE_REFERRAL_LETTER,
				form(changes, "hospital", hospital(), "dept", "儿少心理科", "visitWithin", "TWO_WEEKS", "basis", "GUARDIAN",
						"reasonSeen", "近两周睡得很少，不愿出门", "asked", List.of("SAFE", "STUDY")));
	}

	public void appointmentMade(CaseRef ref, int days) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.MAKE_APPOINTMENT,
				Map.of("appointmentOn", this.steps.day(days), "goesWith", "母亲"));
	}

	public void feedback(CaseRef ref, String advice, Object... changes) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK,
				form(changes, "visited", "VISITED", "visitedOn", this.steps.day(0), "docIssuer", hospital(),
						"docIssuedOn", this.steps.day(0), "docPhysician", "王医生", "originalSeen", true, "doctorAdvice",
						advice, "reviewOn", advice.equals("NOTHING_FOUND") ? null : this.steps.day(14), "newDanger",
						"NO"));
	}

	public void notGone(CaseRef ref, String whyNot) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.RECORD_HOSPITAL_FEEDBACK,
				form(new Object[0], "visited", "NOT_YET", "whyNot", whyNot, "newVisitOn",
						whyNot.equals("DISAGREES") ? null : this.steps.day(3), "newDanger", "NO"));
	}

	public void homeContacted(CaseRef ref, String answer) {
		this.walk.submit("teacher", ref, HospitalReferralProcess.CONTACT_HOME,
				form(new Object[0], "homeAnswer", answer, "guardian",
						answer.equals("NOT_REACHED") ? null : this.steps.guardians().get(0), "newVisitOn",
						answer.equals("WONT_GO") ? null : this.steps.day(2), "newDanger", "NO"));
	}

	public void handedOver(CaseRef ref, String receiver) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.HAND_OVER_HOME,
				form(new Object[0], "receivedBy", receiver, "guardian",
						receiver.equals("GUARDIAN") ? this.steps.guardians().get(0) : null, "handedAt",
						this.steps.moment(), "watchedBy", "周老师", "handedOver",
						List.of("CAN_STAY", "MEANS_SAFE", "NEXT_VISIT", "NIGHT_PLAN", "NUMBERS")));
	}

	public void dischargeAsked(CaseRef ref, String state) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.RECORD_DISCHARGE,
				form(new Object[0], "dischargeState", state, "dischargedOn",
						state.equals("HOME") ? this.steps.day(0) : null, "nextLookOn",
						state.equals("STILL") ? this.steps.day(5) : null));
	}

	public void dischargeChecked(CaseRef ref) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.CHECK_DISCHARGE,
				Map.of("dischargeChecked", List.of("DATE", "ORDERS"), "dischargeFiled", true));
	}

	public void calledAfterDischarge(CaseRef ref, String after, String danger) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.CALL_AFTER_DISCHARGE,
				Map.of("calledAt", this.steps.moment(), "calledWay", "PHONE", "newDanger", danger, "afterDischarge",
						after, "callNote", "睡得好一些"));
	}

	public void unmarkConsidered(CaseRef ref, String proposal) {
		this.walk.submit("counselor", ref, HospitalReferralProcess.PROPOSE_UNMARK, form(new Object[0], "unmarkProposal",
				proposal, "calmHistory", proposal.equals("PROPOSE") ? "NEVER" : null, "unmarkReason", "医院未见异常，评估平稳"));
	}

	public String hospital() {
		return this.hospitals.offered(CaseSteps.SCHOOL).get(0).id().toString();
	}

	static Map<String, Object> form(Object[] changes, Object... values) {
		Map<String, Object> form = new HashMap<>();
		put(form, values);
		put(form, changes);
		form.values().removeIf((value) -> value == null);
		return form;
	}

	private static void put(Map<String, Object> form, Object[] values) {
		for (int i = 0; i < values.length; i += 2) {
			form.put((String) values[i], values[i + 1]);
		}
	}

}
