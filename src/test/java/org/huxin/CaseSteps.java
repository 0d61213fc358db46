package org.huxin;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.care.process.SchoolCounsellingProcess;
import org.huxin.casefile.CaseRef;
import org.huxin.followup.process.MonthlyFollowUpProcess;
import org.huxin.report.process.CaseChangeProcess;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.GuardianEntry;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

/**
 * The steps of a case as the people of the first demo school take them: each fills its
 * form with plausible answers, which a test changes where it matters.
 */
public final class CaseSteps {

	public static final String SCHOOL = "qinghe";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final SchoolDirectory directory;

	private final StudentEntry student;

	private final List<CaseRef> cases = new ArrayList<>();

	public CaseSteps(CaseWalk walk, SchoolDirectory directory, int student) {
		this.walk = walk;
		this.directory = directory;
		this.student = walk.student(SCHOOL, student);
	}

	/** Somebody reports, calmly: 本周. */
	public CaseRef reported(Object... changes) {
		CaseRef ref = this.walk.start("teacher", CrisisCaseProcess.KEY,
				form(changes, "dangerNow", "NO", "studentRef", this.student.id().toString(), "observed", "最近总是一个人坐着",
						"whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		this.cases.add(ref);
		return ref;
	}

	/** The cases that were reported by these steps. */
	public List<CaseRef> cases() {
		return this.cases;
	}

	/** The counsellor verifies that it is true, and that both guardians may be told. */
	public void verified(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, CrisisCaseProcess.VERIFY_CONCERN,
				form(changes, "outcome", "CONFIRMED", "contactMade", "FACE_TO_FACE", "contactAt", moment(), "safeNow",
						"SAFE", "selfHarmAsked", "YES", "actKind", "NONE", "criteria", List.of("LOW_HALF_MONTH"),
						"urgency", "WEEK", "mandatory", "NO", "informSafe", guardians(), "informUnsafe", List.of(),
						"hallAdvice", "多和他聊聊近况。留意到课。有事当天告诉我。"));
	}

	/** Only joins the report to another case. */
	public void joined(CaseRef ref, CaseRef to) {
		this.walk.submit("counselor", ref, CrisisCaseProcess.VERIFY_CONCERN,
				form(new Object[0], "outcome", "JOINED", "joinTo", to.number()));
	}

	/** The counsellor assesses: mild, as the rules suggest. */
	public void assessed(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, RiskAssessmentProcess.ASSESS_RISK, assessment(changes));
	}

	/** The answers of {@link #assessed}. */
	public Map<String, Object> assessment(Object... changes) {
		return form(changes, "assessedAt", moment(), "place", "FACE_TO_FACE", "kindOfAssessment", "FIRST",
				"studentInformed", "YES", "instruments", List.of(), "ideation", "NONE", "planMeans", List.of("NONE"),
				"behaviour", "NONE", "intentSelfInjury", "NO_ACT", "harmOthers", "NONE", "reality", List.of("SLEEP"),
				"riskFactors", List.of("STUDY"), "protectives", List.of("FRIENDS"), "opinion", "评估为一级，需要关心。",
				"studentOpinion", "愿意谈", "level", "MILD", "next", List.of("COUNSELLING"), "nextAssessOn", day(30),
				"informSafe", guardians(), "informUnsafe", List.of(), "mandatory", "NO", "hallAdvice", "多鼓励。",
				"guardianAdvice", "请多陪伴。");
	}

	/** The counsellor reaches the first guardian. */
	public void guardianInformed(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.INFORM_GUARDIAN,
				form(changes, "guardian", guardians().get(0), "studentTold", "TOLD", "adultConsent", "UNDER_18", "way",
						"PHONE", "at", moment(), "reached", "REACHED", "toldItems", List.of("FACTS", "NUMBERS"),
						"guardianAnswer", "AGREES"));
	}

	/** The counsellor could not reach the guardian. */
	public void guardianNotReached(CaseRef ref, String reached) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.INFORM_GUARDIAN,
				form(new Object[0], "guardian", guardians().get(0), "studentTold", "TOLD", "adultConsent", "UNDER_18",
						"way", "PHONE", "at", moment(), "reached", reached));
	}

	/** The counsellor plans sessions from tomorrow. */
	public void planned(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.PLAN_COUNSELLING, form(changes, "counselling",
				"SESSIONS", "goals", "睡得好一些", "frequency", "WEEKLY", "nextSessionOn", day(1)));
	}

	/** A session took place and goes on in a week. */
	public void session(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.NOTE_SESSION,
				form(changes, "state", "ATTENDED", "at", moment(), "minutes", 40, "mode", "INDIVIDUAL", "safety",
						"NONE", "trend", "BETTER", "note", "谈了睡眠", "disclosure", "NO", "afterSession", "CONTINUE",
						"nextSessionOn", day(7)));
	}

	/** The last session: goals met. */
	public void lastSession(CaseRef ref) {
		session(ref, "afterSession", "GOALS_MET", "nextSessionOn", null);
	}

	/** The student did not come; somebody may have seen him. */
	public void missed(CaseRef ref, String seenToday) {
		this.walk.submit("counselor", ref, SchoolCounsellingProcess.NOTE_SESSION,
				form(new Object[0], "state", "MISSED", "seenToday", seenToday, "nextSessionOn", day(1)));
	}

	/** The head teacher looked after a student who did not come. */
	public void checked(CaseRef ref, String seen) {
		this.walk.submit("teacher", ref, SchoolCounsellingProcess.CHECK_ON_STUDENT,
				form(new Object[0], "studentSeen", seen, "seenText", seen.equals("SEEN_WELL") ? null : "他没有来上课"));
	}

	/** The head teacher's look of the period: nothing to worry about. */
	public void headTeacherAnswers(CaseRef ref, Object... changes) {
		this.walk.submit("teacher", ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER,
				form(changes, "talked", "YES", "talkedOn", day(0), "attendance", "NORMAL", "peers", "NORMAL", "mood",
						"NORMAL", "homework", "NORMAL", "alarm", "NONE", "home", "REACHED", "way",
						way("teacher", ref, MonthlyFollowUpProcess.FOLLOW_UP_HEAD_TEACHER)));
	}

	/** In a vacation people call; at school nobody is asked how. */
	private String way(String account, CaseRef ref, String element) {
		boolean away = "AT_DISTANCE".equals(this.walk.shown(account, ref, element).get("contactMode"));
		return away ? "PHONE" : null;
	}

	/** The counsellor's talk of the period: better, goes on. */
	public void counsellorAnswers(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR,
				form(changes, "done", "TALKED", "at", moment(), "safety", "NONE", "trend", "BETTER", "mood", "GOOD",
						"sleep", "GOOD", "study", "FAIR", "peers", "GOOD", "family", "FAIR", "treatment", "UNKNOWN",
						"suggest", "CONTINUE", "way",
						way("counselor", ref, MonthlyFollowUpProcess.FOLLOW_UP_COUNSELLOR)));
	}

	/** The counsellor proposes to close. */
	public void closingProposed(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, CrisisCaseProcess.REVIEW_CLOSING,
				form(changes, "closingProposal", "PROPOSE", "closingReason", "RECOVERED", "summary", "三个月平稳",
						"studentView", "愿意结束", "guardianView", "AGREES", "after", "有事找林老师", "markers",
						List.of("LISTS_CLEARED", "PAPERS_FILED")));
	}

	/** The leader decides about closing. */
	public void closingDecided(CaseRef ref, String decision) {
		this.walk.submit("leader", ref, CrisisCaseProcess.DECIDE_CLOSING, form(new Object[0], "closingDecision",
				decision, "closingWhy", decision.equals("AGREE") ? null : "再看一期"));
	}

	/** The people concerned meet and agree on who does what. */
	public void conferenceHeld(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, CrisisCaseProcess.HOLD_CONFERENCE,
				form(changes, "conferenceAt", moment(), "present", List.of("COUNSELLOR", "LEADER", "HEAD_TEACHER"),
						"studentView", "愿意大家帮忙", "conferenceSummary", "各方说了看到的情况", "measuresGuard", "课间有人陪",
						"headTeacherPart", "每天看一眼到课。", "reviewOn", day(14)));
	}

	/** Suspected harm is reported to the police. */
	public void policeTold(CaseRef ref) {
		this.walk.submit("counselor", ref, CrisisCaseProcess.FILE_MANDATORY_REPORT,
				form(new Object[0], "filedAt", moment(), "filedTo", List.of("POLICE"), "filedBy", "PHONE", "filedText",
						"报告了看到的情况", "guardianNotTold", "YES"));
	}

	/** The counsellor asks whether, what and to whom to hand over. */
	public void handOverPrepared(CaseRef ref, String answer) {
		boolean agreed = answer.equals("AGREED");
		this.walk.submit("counselor", ref, CrisisCaseProcess.PREPARE_HAND_OVER,
				form(new Object[0], "handOverKind", "TRANSFER", "handOver", answer, "studentView", "愿意", "receiver",
						agreed ? "第三中学 心理老师" : null, "consentBy", agreed ? "母亲" : null, "handOverParts",
						agreed ? List.of("SUMMARY") : null, "handOverWhy", agreed ? null : "不想让新学校知道"));
	}

	/** Somebody who takes part in the case reports that it has taken a turn. */
	public void changeReported(String account, CaseRef ref, String kind) {
		this.walk.start(account, CaseChangeProcess.KEY, form(new Object[0], "changedCase", ref.number(), "changeKind",
				kind, "deathConfirmedBy", kind.equals("DEATH") ? "HOSPITAL" : null, "changeText", "刚刚知道的新情况"));
		this.walk.runDueJobs();
	}

	/** A leader acknowledges the report. */
	public void acknowledged(CaseRef ref, Object... changes) {
		this.walk.submit("leader", ref, CrisisCaseProcess.CONFIRM_LEADER_REPORT, form(changes, "acknowledged", true));
	}

	/** The guardians' ids, first called first. */
	public List<String> guardians() {
		return this.directory.guardians(this.student.id())
			.stream()
			.map(GuardianEntry::id)
			.map(Object::toString)
			.toList();
	}

	/** The business time, as a form sends it. */
	public String moment() {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"))
				+ "+08:00";
	}

	/** A day from the business time, as a form sends it. */
	public String day(int days) {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE).toLocalDate().plusDays(days).toString();
	}

	private static Map<String, Object> form(Object[] changes, Object... values) {
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
