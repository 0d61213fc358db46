package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.casefile.EntryKind;
import org.huxin.casefile.NewEntry;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.school.HospitalEntry;
import org.huxin.school.HospitalRegister;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of leaving and coming back as the people of the first demo school take them,
 * each with plausible answers, which a test changes where it matters.
 */
public final class EnrolmentSteps {

	static final String SCHOOL = "qinghe";

	private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	private final CaseWalk walk;

	private final CaseFiles caseFiles;

	private final SchoolDirectory directory;

	private final PolicyProfiles policies;

	private final HospitalRegister hospitals;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final List<CaseRef> cases = new ArrayList<>();

	public EnrolmentSteps(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, PolicyProfiles policies,
			HospitalRegister hospitals, JdbcTemplate jdbc, TransactionTemplate transaction) {
		this.walk = walk;
		this.caseFiles = caseFiles;
		this.directory = directory;
		this.policies = policies;
		this.hospitals = hospitals;
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** A case of a student under the profile of his school. */
	public CaseRef opened(int student) {
		return opened(student, this.policies.currentVersion(SCHOOL));
	}

	/** A case under the profile of another kind of school. */
	public CaseRef openedUnder(String kind, int student) {
		Long version = this.jdbc.queryForObject(
				"select id from huxin.policy_version where kind = ? order by id desc limit 1", Long.class, kind);
		return opened(student, version);
	}

	private CaseRef opened(int student, long policy) {
		StudentEntry entry = this.walk.student(SCHOOL, student);
		CaseRef ref = this.transaction.execute((status) -> this.caseFiles.open(SCHOOL, entry.id(), policy, List.of()));
		// the first guardian may be told
		known(ref, "verify-concern", "informSafe", List.of(guardian(ref)));
		this.cases.add(ref);
		return ref;
	}

	public List<CaseRef> cases() {
		return this.cases;
	}

	/** What the case file says already. */
	public void known(CaseRef ref, String form, Object... values) {
		this.transaction.executeWithoutResult((status) -> this.caseFiles.write(ref, submission(form, values)));
	}

	private static NewEntry submission(String form, Object... values) {
		return new NewEntry(EntryKind.SUBMISSION, "counselor", form, null, null, null, form(new Object[0], values));
	}

	public CaseRef suspending(int student) {
		CaseRef ref = opened(student);
		begin(ref, StudySuspensionProcess.KEY, "APPLY");
		return ref;
	}

	/** An application that the registry found complete. */
	public CaseRef toDecision(int student, Object... changes) {
		CaseRef ref = suspending(student);
		applied(ref, changes);
		checked(ref);
		return ref;
	}

	/** A student who is away for a hundred days. */
	public CaseRef away(int student) {
		CaseRef ref = toDecision(student);
		decided(ref, "AGREE");
		registered(ref, StudySuspensionProcess.REGISTER_SUSPENSION, 100);
		return ref;
	}

	/** A student who was suspended and may apply to come back. */
	public CaseRef resuming(int student) {
		CaseRef ref = opened(student);
		known(ref, "apply-suspension", "fromOn", day(-60));
		known(ref, "register-suspension", "suspendedUntil", day(30));
		begin(ref, StudyResumptionProcess.KEY, "AWAY");
		return ref;
	}

	public void begin(CaseRef ref, String process, String stage) {
		this.walk.startCalled(ref, process, Map.of("urgency", "TODAY", "guardianChannel", "OPEN", "contactPlan",
				"STEADY", "suspensionStage", stage));
	}

	public void applied(CaseRef ref, Object... changes) {
		this.walk.submit("teacher", ref, StudySuspensionProcess.APPLY_SUSPENSION, application(ref, changes));
	}

	public Map<String, Object> application(CaseRef ref, Object... changes) {
		return form(changes, "suspensionApplication", "SUBMIT", "applicantKind", "GUARDIAN", "applicant", guardian(ref),
				"applicantName", "李建国（父亲）", "suspensionKind", "SUSPEND", "fromOn", day(0), "untilOn", day(100),
				"groundCode", "ILLNESS", "issuer", hospital("区人民医院"), "proofPhysician", "王医师", "issuedOn", day(-2),
				"proofSeen", true, "studentOpinion", "想先休息一段时间", "homeCare", "奶奶白天，父亲晚上", "meansSecured", "YES",
				"followContact", "父亲，晚上七点以后");
	}

	public void notApplied(CaseRef ref) {
		this.walk.submit("teacher", ref, StudySuspensionProcess.APPLY_SUSPENSION,
				Map.of("suspensionApplication", "WITHDRAW", "withdrawWhy", "想边上学边看病"));
	}

	public void talked(CaseRef ref, Object... values) {
		this.walk.submit("leader", ref, StudySuspensionProcess.TALK_ABOUT_STAY, form(new Object[0], values));
	}

	public void checked(CaseRef ref) {
		this.walk.submit("registry", ref, StudySuspensionProcess.CHECK_SUSPENSION,
				Map.of("proofValid", "YES", "applicationComplete", "YES"));
	}

	public void decided(CaseRef ref, String decision) {
		this.walk.submit("leader", ref, StudySuspensionProcess.DECIDE_SUSPENSION,
				Map.of("heardStudent", "HEARD", "heardGuardian", "HEARD", "suspensionDecision", decision,
						"suspensionReason", "听过学生和家长的意见", "appealTold", true));
	}

	public void registered(CaseRef ref, String element, int days) {
		this.walk.submit("registry", ref, element,
				Map.of("suspendedUntil", day(days), "filed", List.of("APPLICATION", "LEADING_GROUP")));
	}

	public void left(CaseRef ref) {
		this.walk.submit("registry", ref, StudySuspensionProcess.REGISTER_LEAVING,
				Map.of("goesTo", "外地学校", "leftOn", day(0), "leavingFiled", List.of("LEADING_GROUP")));
	}

	public void planned(CaseRef ref) {
		this.walk.submit("counselor", ref, StudySuspensionProcess.AGREE_SAFETY_PLAN,
				Map.of("planWith", "GUARDIAN", "planGuardian", guardian(ref), "warningSigns", "整夜不睡", "careAtHome",
						"奶奶白天，父亲晚上", "secured", List.of("MEDICINE"), "whomToCall", "父亲，再找林老师", "studentSays", "可以"));
	}

	public void contacted(CaseRef ref, Object... changes) {
		this.walk.submit("teacher", ref, StudySuspensionProcess.CONTACT_AWAY,
				form(changes, "awayResult", "CALM", "awayWay", "PHONE", "awayWish", "STAY"));
	}

	public void worried(CaseRef ref) {
		contacted(ref, "awayResult", "WORRY", "awayWish", null, "awayWorry", "说话很少");
	}

	public void next(CaseRef ref, Object... changes) {
		this.walk.submit("teacher", ref, StudySuspensionProcess.APPLY_NEXT,
				form(changes, "nextStep", "RESUME", "studentOpinion", "听医生的"));
	}

	public void renewalAsked(CaseRef ref, int days) {
		next(ref, "nextStep", "RENEW", "untilOn", day(days), "issuer", hospital("区人民医院"), "proofPhysician", "王医师",
				"issuedOn", day(-1));
	}

	public void renewalDecided(CaseRef ref, String person, String element, String decision) {
		this.walk.submit(person, ref, element, Map.of("heardStudent", "HEARD", "heardGuardian", "HEARD",
				"renewalDecision", decision, "renewalReason", "听过意见", "appealTold", true));
	}

	public void answered(CaseRef ref, String person, String element, String answer, String child) {
		this.walk.submit(person, ref, element, Map.of("familyAnswer", answer, "childSafe", child, "tried", "电话、家访"));
	}

	public void resumptionApplied(CaseRef ref, Object... changes) {
		resumptionApplied("teacher", ref, changes);
	}

	public void resumptionApplied(String person, CaseRef ref, Object... changes) {
		this.walk.submit(person, ref, StudyResumptionProcess.APPLY_RESUMPTION, form(changes, "resumptionApplication",
				"SUBMIT", "applicantKind", "GUARDIAN", "wishedDay", day(5), "studentWish", "想回来上课"));
	}

	public void certificateEntered(CaseRef ref, Object... changes) {
		this.walk.submit("doctor", ref, StudyResumptionProcess.ENTER_CERTIFICATE,
				form(changes, "certificateIssuer", hospital("市精神卫生中心"), "certificatePhysician", "王医师",
						"certificateNumber", ref.number(), "certificateDate", day(-3), "wording", "FIT", "originalSeen",
						true));
	}

	public void certificateVerified(CaseRef ref, Object... changes) {
		certificateVerified("counselor", ref, changes);
	}

	public void certificateVerified(String person, CaseRef ref, Object... changes) {
		this.walk.submit(person, ref, StudyResumptionProcess.VERIFY_CERTIFICATE,
				form(changes, "verification", "CONFIRMED", "verifiedHow", "PHONE", "verifiedAt", moment(),
						"verifiedWith", "门诊办公室", "verdict", "PASS"));
	}

	public void gapTold(CaseRef ref, String nextTry) {
		this.walk.submit("counselor", ref, StudyResumptionProcess.TELL_CERTIFICATE_GAP,
				Map.of("toldAt", moment(), "nextTry", nextTry));
	}

	/** The counsellor sees the student before the review (G10). */
	public void assessedBefore(CaseRef ref, Object... changes) {
		Map<String, Object> assessment = new CaseSteps(this.walk, this.directory, 2).assessment("kindOfAssessment",
				"BEFORE_RETURN", "informSafe",
				this.directory.guardians(this.caseFiles.get(ref).student())
					.stream()
					.map((guardian) -> guardian.id().toString())
					.toList());
		assessment.putAll(form(changes));
		this.walk.submit("counselor", ref, RiskAssessmentProcess.ASSESS_RISK, assessment);
	}

	/** A case whose certificate has passed, of a student who was assessed before. */
	public CaseRef toReview(int student) {
		CaseRef ref = resuming(student);
		resumptionApplied(ref);
		certificateEntered(ref);
		certificateVerified(ref);
		assessedBefore(ref);
		return ref;
	}

	public void reviewed(CaseRef ref, Object... changes) {
		this.walk.submit("counselor", ref, StudyResumptionProcess.REVIEW_RESUMPTION,
				form(changes, "meetingAt", moment(), "present",
						List.of("COUNSELOR", "HEAD_TEACHER", "LEADER", "STUDENT"), "studentView", "想回来", "guardianView",
						"支持", "resumptionProposal", "ACCEPT", "firstDayOn", schoolDay(), "load", "先上半天", "place",
						"原班，靠窗", "trustedAdult", this.directory.staffByAccount("teacher").orElseThrow().id().toString(),
						"support", "同桌小陈", "wordsForClass", "生病休息了一阵", "contingency", "情绪低落时找林老师"));
	}

	/** The review proposes something else than a return. */
	public void reviewedAgainst(CaseRef ref, String proposal, Object... more) {
		Object[] changes = { "resumptionProposal", proposal, "firstDayOn", null, "load", null, "place", null,
				"trustedAdult", null, "support", null, "wordsForClass", null, "contingency", null, "reasonTold",
				"再休养一段时间；不服可以申诉" };
		Object[] all = java.util.Arrays.copyOf(changes, changes.length + more.length);
		System.arraycopy(more, 0, all, changes.length, more.length);
		reviewed(ref, all);
	}

	public void approved(String person, CaseRef ref, String element, String approval) {
		this.walk.submit(person, ref, element, form(new Object[0], "resumptionApproval", approval, "approvalReason",
				approval.equals("AGREE") ? null : "再听听家长"));
	}

	public void approvedByBoth(CaseRef ref) {
		approved("leader", ref, StudyResumptionProcess.APPROVE_FIRST, "AGREE");
		approved("registry", ref, StudyResumptionProcess.APPROVE_SECOND, "AGREE");
	}

	public void arranged(CaseRef ref) {
		this.walk.submit("teacher", ref, StudyResumptionProcess.ARRANGE_RETURN,
				Map.of("arranged", List.of("TIMETABLE", "SEAT", "ADULT")));
	}

	public void confirmed(CaseRef ref, Object... values) {
		this.walk.submit("teacher", ref, StudyResumptionProcess.CONFIRM_FIRST_DAY, form(new Object[0], values));
	}

	/** The next day from the third on at which the school teaches. */
	public String schoolDay() {
		LocalDate day = today().plusDays(3);
		while (this.directory.vacationOn(SCHOOL, day).isPresent()) {
			day = day.plusDays(1);
		}
		return day.toString();
	}

	public LocalDate today() {
		return LocalDate.ofInstant(this.walk.now(), ZONE);
	}

	public String day(int days) {
		return today().plusDays(days).toString();
	}

	public String moment() {
		return LocalDateTime.ofInstant(this.walk.now(), ZONE).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm"))
				+ "+08:00";
	}

	public String hospital(String name) {
		return this.hospitals.ofSchool(SCHOOL)
			.stream()
			.filter((hospital) -> hospital.name().equals(name))
			.map(HospitalEntry::id)
			.map(Object::toString)
			.findFirst()
			.orElseThrow();
	}

	private String guardian(CaseRef ref) {
		return this.directory.guardians(this.caseFiles.get(ref).student()).get(0).id().toString();
	}

	private static Map<String, Object> form(Object[] changes, Object... values) {
		Map<String, Object> form = new HashMap<>();
		for (Object[] source : new Object[][] { values, changes }) {
			for (int i = 0; i < source.length; i += 2) {
				form.put((String) source[i], source[i + 1]);
			}
		}
		form.values().removeIf((value) -> value == null);
		return form;
	}

}
