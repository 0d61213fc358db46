package org.huxin.enrolment;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.huxin.FakeSubmission;
import org.huxin.engine.FormRule;
import org.huxin.enrolment.process.StudyResumptionProcess;
import org.huxin.enrolment.process.StudySuspensionProcess;
import org.huxin.report.process.CareFacts;
import org.huxin.school.HospitalEntry;
import org.huxin.school.HospitalGrade;
import org.huxin.school.HospitalRegister;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StudentEntry;
import org.huxin.school.Vacation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Who may leave and come back, with which papers, and when the end is spoken about: G01,
 * G02, G03–G06, G13, K03, K09, K10, L9, L10, L18.
 */
class EnrolmentRulesTests {

	private static final UUID STUDENT = new UUID(0, 1);

	private static final UUID CENTRE = new UUID(1, 1);

	private static final UUID DISTRICT_HOSPITAL = new UUID(1, 2);

	private static final UUID COUNTY_HOSPITAL = new UUID(1, 3);

	private static final UUID CLINIC = new UUID(1, 4);

	private static final UUID SURGERY = new UUID(1, 5);

	private static final LocalDateTime NOW = FakeSubmission.NOW;

	private static final LocalDateTime TODAY = NOW.toLocalDate().atStartOfDay();

	private final SchoolDirectory directory = Mockito.mock(SchoolDirectory.class);

	private final HospitalRegister hospitals = Mockito.mock(HospitalRegister.class);

	private final CertificatePrints prints = Mockito.mock(CertificatePrints.class);

	private final Applicants applicants = new Applicants(this.directory);

	private final Issuers issuers = new Issuers(this.hospitals, this.directory);

	private final MessageSource messages = messages();

	@BeforeEach
	void aSchoolWithItsHospitals() {
		student("七年级1班", LocalDate.of(2013, 3, 12));
		BDDMockito.given(this.hospitals.ofSchool("qinghe"))
			.willReturn(List.of(hospital(CENTRE, HospitalGrade.TERTIARY_A, true),
					hospital(DISTRICT_HOSPITAL, HospitalGrade.SECONDARY_A, true),
					hospital(COUNTY_HOSPITAL, HospitalGrade.SECONDARY, true),
					hospital(CLINIC, HospitalGrade.PRIMARY, false),
					hospital(SURGERY, HospitalGrade.TERTIARY_A, false)));
		BDDMockito.given(this.prints.of(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn("print");
		BDDMockito.given(this.prints.keep(ArgumentMatchers.any(), ArgumentMatchers.any())).willReturn(true);
		BDDMockito.given(this.directory.vacationOn(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn(Optional.empty());
	}

	// applying for suspension

	// G01 G02
	@Test
	void applicationWithAProofOfTheRightGradeIsTaken() {
		assertThat(applied().refusals()).isEmpty();
	}

	// G02
	@Test
	void whoDoesNotApplyIsAskedNothingMore() {
		assertThat(applied("suspensionApplication", "WITHDRAW").refusals()).isEmpty();
	}

	// G01 L10
	@Test
	void proofOfAClinicBelowTheGradeIsRefused() {
		assertThat(applied("issuer", CLINIC.toString()).refusals())
			.containsExactly("issuer rule.suspension.issuerTooLow");
	}

	// G01 L10
	@Test
	void gradeIsAMatterOfTheProfile() {
		FakeSubmission secondary = application("issuer", COUNTY_HOSPITAL.toString());
		assertThat(after(applyRule(), secondary).refusals()).isEmpty();
		FakeSubmission university = application("issuer", COUNTY_HOSPITAL.toString()).in("university");
		assertThat(after(applyRule(), university).refusals()).containsExactly("issuer rule.suspension.issuerTooLow");
	}

	// G01
	@Test
	void illnessNeedsTheNameOfAHospital() {
		assertThat(applied("issuer", null).refusals()).containsExactly("issuer rule.suspension.noIssuer");
		assertThat(applied("issuer", null, "issuerOther", "外地医院").refusals()).isEmpty();
		assertThat(applied("issuer", null, "groundCode", "OTHER").refusals()).isEmpty();
	}

	// G01
	@ParameterizedTest
	@CsvSource({ "primary, 六年级1班, false", "secondary, 九年级1班, false", "secondary, 高二3班, true",
			"vocational, 一年级汽修1班, true", "university, 2026级心理1班, true" })
	void nobodyLeavesSchoolDuringCompulsoryEducation(String profile, String className, boolean allowed) {
		student(className, LocalDate.of(2013, 3, 12));
		FakeSubmission application = application("suspensionKind", "LEAVE", "untilOn", null).in(profile);
		assertThat(after(applyRule(), application).refusals().isEmpty()).isEqualTo(allowed);
	}

	// G02, rule of practice 8
	@Test
	void studentOfAgeAppliesHimself() {
		student("高三1班", NOW.toLocalDate().minusYears(18));
		assertThat(applied().refusals()).containsExactly("applicantKind rule.enrolment.ofAge");
		assertThat(applied("authorised", true).refusals()).isEmpty();
		assertThat(applied("applicantKind", "STUDENT", "applicant", null).refusals()).isEmpty();
	}

	// G02
	@Test
	void studentUnderAgeDoesNotApplyAlone() {
		student("高三1班", NOW.toLocalDate().minusYears(18).plusDays(1));
		assertThat(applied("applicantKind", "STUDENT").refusals())
			.containsExactly("applicantKind rule.enrolment.notOfAge");
	}

	// rule of practice 1
	@Test
	void whereNoGuardianMayBeToldAnotherAdultApplies() {
		assertThat(applied("applicant", null).refusals()).containsExactly("applicant rule.enrolment.whichGuardian");
		assertThat(applied("applicant", null, "applicantKind", "OTHER_ADULT").refusals()).isEmpty();
	}

	// G02 L10
	@Test
	void suspensionEndsAfterItBeginsAndWithinAYear() {
		assertThat(applied("untilOn", TODAY).refusals()).containsExactly("untilOn rule.suspension.endBeforeStart");
		assertThat(applied("untilOn", TODAY.plusYears(1)).refusals()).isEmpty();
		assertThat(applied("untilOn", TODAY.plusYears(1).plusDays(1)).refusals())
			.containsExactly("untilOn rule.suspension.tooLong");
	}

	// L10
	@Test
	void yearFromALeapDayEndsOnTheTwentyEighth() {
		LocalDateTime leapDay = LocalDate.of(2028, Month.FEBRUARY, 29).atStartOfDay();
		assertThat(applied("fromOn", leapDay, "untilOn", LocalDate.of(2029, 2, 28).atStartOfDay()).refusals())
			.isEmpty();
		assertThat(applied("fromOn", leapDay, "untilOn", LocalDate.of(2029, 3, 1).atStartOfDay()).refusals())
			.containsExactly("untilOn rule.suspension.tooLong");
	}

	// checking and deciding

	// G01
	@ParameterizedTest
	@CsvSource({ "YES, YES, true", "NO, YES, false", "NOT_NEEDED, YES, false", "NO, NO, true" })
	void papersAreNotCompleteWithoutAValidProof(String proof, String complete, boolean taken) {
		FakeSubmission check = checking(proof, complete, Map.of("groundCode", "ILLNESS", "issuer", CENTRE.toString()));
		assertThat(after(new CheckSuspensionRule(), check).refusals().isEmpty()).isEqualTo(taken);
	}

	// G01
	@ParameterizedTest
	@CsvSource({ "OTHER, YES, proofValid rule.suspension.noProofToCheck", "OTHER, NOT_NEEDED, ",
			"ILLNESS, YES, proofValid rule.suspension.noProofToCheck",
			"ILLNESS, NOT_NEEDED, proofValid rule.suspension.proofNeeded" })
	void proofThatNobodyEnteredIsNotCalledValid(String ground, String proof, String refusal) {
		FakeSubmission check = checking(proof, "YES", Map.of("groundCode", ground));
		assertThat(after(new CheckSuspensionRule(), check).refusals())
			.isEqualTo((refusal != null) ? List.of(refusal) : List.of());
		assertThat(check.recorded("proofEntered")).isEqualTo(false);
		FakeSubmission again = checking("YES", "YES", Map.of("groundCode", "ILLNESS", "issuer", CENTRE.toString()))
			.afterAll("apply-suspension", NOW, Map.of("groundCode", "OTHER"));
		assertThat(after(new CheckSuspensionRule(), again).refusals()).as("the application that is checked counts")
			.containsExactly("proofValid rule.suspension.noProofToCheck");
	}

	private static FakeSubmission checking(String proof, String complete, Map<String, Object> application) {
		return new FakeSubmission("check-suspension", Map.of("proofValid", proof, "applicationComplete", complete))
			.afterAll("apply-suspension", NOW.minusDays(1), application);
	}

	// G01 L5 L9
	@Test
	void nobodyIsRefusedUnheard() {
		FakeSubmission refused = decided("decide-suspension", "suspensionDecision", "REFUSE", "heardStudent",
				"NOT_POSSIBLE");
		assertThat(after(new DecideSuspensionRule(), refused).refusals())
			.containsExactly("heardStudent rule.enrolment.hearFirst", "heardWhy rule.enrolment.heardWhy");
		FakeSubmission heard = after(new DecideSuspensionRule(),
				decided("decide-suspension", "suspensionDecision", "REFUSE"));
		assertThat(heard.refusals()).isEmpty();
		assertThat(heard.routed(CareFacts.SUSPENSION_OUTCOME)).isEqualTo("NOT_SUSPENDED");
	}

	// G01 G02
	@Test
	void whoIsInHospitalMaySuspendUnheardWithAReason() {
		FakeSubmission agreed = decided("decide-suspension", "suspensionDecision", "AGREE", "heardStudent",
				"NOT_POSSIBLE", "heardWhy", "住院");
		assertThat(after(new DecideSuspensionRule(), agreed).refusals()).isEmpty();
		FakeSubmission unreached = decided("decide-suspension", "suspensionDecision", "AGREE", "heardGuardian",
				"NOT_POSSIBLE");
		assertThat(after(new DecideSuspensionRule(), unreached).refusals())
			.containsExactly("heardWhy rule.enrolment.heardWhy");
	}

	// F30 K09 K10
	@ParameterizedTest
	@CsvSource({ "verify-concern.actKind, ATTEMPT", "assess-risk.intentSelfInjury, AMBIVALENT",
			"assess-risk.intentSelfInjury, INTENT", "assess-risk.ideation, HOURS_48" })
	void whoAttemptedStaysOnlyWithTheWordOfAHospital(String key, String value) {
		FakeSubmission without = stay("NONE").after(key, value);
		assertThat(after(new TalkAboutStayRule(), without).refusals())
			.containsExactly("medicalOpinion rule.suspension.mayNotStay");
		FakeSubmission with = after(new TalkAboutStayRule(), stay("MAY_STAY").after(key, value));
		assertThat(with.refusals()).isEmpty();
		assertThat(with.routed(CareFacts.SUSPENSION_OUTCOME)).isEqualTo("NOT_SUSPENDED");
	}

	// K10
	@Test
	void thoughtsWithAPlanCountAsStrongOnesWithoutDoNot() {
		assertThat(after(new TalkAboutStayRule(),
				stay("NONE").after("assess-risk.ideation", "MONTH").after("assess-risk.planMeans", List.of("NONE")))
			.refusals()).isEmpty();
		assertThat(after(new TalkAboutStayRule(),
				stay("NONE").after("assess-risk.ideation", "MONTH")
					.after("assess-risk.planMeans", List.of("PLAN", "MEANS")))
			.refusals()).containsExactly("medicalOpinion rule.suspension.mayNotStay");
	}

	// K20
	@Test
	void familyThatDoesNotApplyGetsTheNoticeInWriting() {
		assertThat(after(new TalkAboutStayRule(), stay("NONE").without("noticeGiven")).refusals())
			.containsExactly("noticeGiven rule.suspension.noticeFirst");
		assertThat(
				after(new TalkAboutStayRule(), new FakeSubmission("talk-about-stay", Map.of("stayDecision", "APPLY")))
					.refusals())
			.isEmpty();
	}

	// the time away

	// G02
	@Test
	void endIsSpokenAboutAMonthBeforeItComes() {
		FakeSubmission registered = registered(TODAY.plusDays(100));
		assertThat(registered.refusals()).isEmpty();
		assertThat(local(registered, true)).isEqualTo(TODAY.plusDays(70).withHour(8));
		assertThat(local(registered, false)).isEqualTo(TODAY.plusDays(100).withHour(18));
	}

	// G01 G02
	@Test
	void anotherEndThanTheOneDecidedNeedsAReason() {
		for (String decided : List.of("apply-suspension", "apply-after-suspension")) {
			Map<String, Object> application = Map.of("untilOn", TODAY.plusDays(100).toLocalDate().toString());
			Map<String, Object> other = Map.of("suspendedUntil", TODAY.plusDays(130));
			FakeSubmission without = new FakeSubmission("register-suspension", other).afterAll(decided, NOW,
					application);
			assertThat(after(new RegisterSuspensionRule(), without).refusals())
				.containsExactly("suspendedUntil rule.suspension.otherEnd");
			FakeSubmission with = new FakeSubmission("register-suspension", other).with("otherEndWhy", "学期结束")
				.afterAll(decided, NOW, application);
			assertThat(after(new RegisterSuspensionRule(), with).refusals()).isEmpty();
			FakeSubmission same = new FakeSubmission("register-suspension",
					Map.of("suspendedUntil", TODAY.plusDays(100)))
				.afterAll(decided, NOW, application);
			assertThat(after(new RegisterSuspensionRule(), same).refusals()).isEmpty();
		}
	}

	// G02
	@Test
	void shortSuspensionIsSpokenAboutAtOnce() {
		assertThat(local(registered(TODAY.plusDays(10)), true)).isEqualTo(NOW);
	}

	// G02 L10
	@Test
	void registeredEndLiesAheadAndWithinAYear() {
		assertThat(registered(TODAY).refusals()).containsExactly("suspendedUntil rule.suspension.endNotAhead");
		assertThat(registered(TODAY.plusYears(1).plusDays(1)).refusals())
			.containsExactly("suspendedUntil rule.suspension.tooLong");
		FakeSubmission renewed = new FakeSubmission("register-suspension",
				Map.of("suspendedUntil", TODAY.plusDays(20).plusYears(1)))
			.after("register-suspension.suspendedUntil", TODAY.plusDays(20).toLocalDate().toString());
		assertThat(after(new RegisterSuspensionRule(), renewed).refusals()).as("a year from the end it renews")
			.isEmpty();
	}

	// G02
	@ParameterizedTest
	@CsvSource({ "2028-02-29, 2028-01-30T08:00, 2028-02-29T18:00", "2027-03-31, 2027-03-01T08:00, 2027-03-31T18:00",
			"2027-01-31, 2027-01-01T08:00, 2027-01-31T18:00", "2026-11-19, 2026-11-20T10:00, 2026-12-04T10:00" })
	void everyLastDayHasItsReminder(LocalDate until, LocalDateTime reminder, LocalDateTime due) {
		assertThat(EndDates.of(until, Period.ofDays(30), Period.ofDays(14), NOW))
			.isEqualTo(new EndDates(reminder, due));
	}

	// G02
	@ParameterizedTest
	@CsvSource({ "CALM, STAY, , CALM, 30", "CALM, RESUME, , RETURN, 30", "WORRY, , , RISK, 7",
			"NOT_REACHED, , , CALM, 7", "NOT_REACHED, , NOT_REACHED, RISK, 7", "NOT_REACHED, , CALM, CALM, 7" })
	void contactLeadsOn(String result, String wish, String before, String contact, int days) {
		Map<String, Object> values = new HashMap<>(Map.of("awayResult", result));
		if (wish != null) {
			values.put("awayWish", wish);
		}
		FakeSubmission submission = new FakeSubmission("contact-away", values);
		if (before != null) {
			submission.after("contact-away.awayResult", before);
		}
		new ContactAwayRule().apply(submission);
		assertThat(submission.routed(StudySuspensionProcess.AWAY_CONTACT)).isEqualTo(contact);
		assertThat(submission.routed(StudySuspensionProcess.AWAY_CONTACT_DUE)).isEqualTo(date(NOW.plusDays(days)));
	}

	// G02 G03
	@Test
	void nextStepIsHandedOn() {
		assertThat(next("nextStep", "RESUME").routed(CareFacts.SUSPENSION_OUTCOME)).isEqualTo("RESUME");
		assertThat(next("nextStep", "LEAVE", "leaveKind", "TRANSFER").routed(CareFacts.SUSPENSION_OUTCOME))
			.isEqualTo("LEFT");
		assertThat(next("nextStep", "LEAVE", "leaveKind", "LEAVE").refusals())
			.containsExactly("leaveKind rule.enrolment.compulsory");
	}

	// G02
	@Test
	void renewalNeedsANewEndAndANewProof() {
		assertThat(next("nextStep", "RENEW", "untilOn", TODAY.plusDays(90), "issuer", CENTRE.toString()).refusals())
			.isEmpty();
		assertThat(next("nextStep", "RENEW", "untilOn", TODAY.plusDays(30), "issuer", CLINIC.toString()).refusals())
			.containsExactly("untilOn rule.suspension.renewalNotAhead", "issuer rule.suspension.issuerTooLow");
	}

	// G02 L9
	@Test
	void onlyARefusedRenewalIsAppealedAgainst() {
		assertThat(next("nextStep", "APPEAL").refusals()).containsExactly("nextStep rule.suspension.nothingToAppeal");
		FakeSubmission appeal = new FakeSubmission("apply-after-suspension", Map.of("nextStep", "APPEAL"))
			.after("decide-renewal.renewalDecision", "REFUSE");
		assertThat(after(new ApplyAfterSuspensionRule(this.applicants, this.issuers), appeal).refusals()).isEmpty();
	}

	// G02
	@Test
	void familyThatPromisesToApplyGetsTimeForIt() {
		FakeSubmission answer = after(new AskAfterEndRule(),
				new FakeSubmission("ask-after-end", Map.of("familyAnswer", "APPLY", "childSafe", "SAFE")));
		assertThat(answer.routed(StudySuspensionProcess.NEXT_STEP_DUE)).isEqualTo(date(NOW.plusDays(14)));
	}

	// G02
	@Test
	void childSomebodyWorriesAboutIsFollowedUpWhateverTheFamilySays() {
		FakeSubmission answer = after(new AskAfterEndRule(),
				new FakeSubmission("ask-after-end", Map.of("familyAnswer", "APPLY", "childSafe", "WORRY")));
		assertThat(answer.routed(StudySuspensionProcess.FAMILY_ANSWER)).isEqualTo("NOT_REACHED");
	}

	// G02 L9
	@Test
	void refusedRenewalLeavesTimeToAppeal() {
		FakeSubmission refused = decided("decide-renewal", "renewalDecision", "REFUSE")
			.after("register-suspension.suspendedUntil", TODAY.plusDays(3).toLocalDate().toString());
		assertThat(after(new DecideRenewalRule(), refused).routed(StudySuspensionProcess.NEXT_STEP_DUE))
			.isEqualTo(date(NOW.plusDays(14)));
		FakeSubmission early = decided("decide-renewal", "renewalDecision", "REFUSE")
			.after("register-suspension.suspendedUntil", TODAY.plusDays(60).toLocalDate().toString());
		assertThat(after(new DecideRenewalRule(), early).routed(StudySuspensionProcess.NEXT_STEP_DUE))
			.isEqualTo(date(TODAY.plusDays(60).withHour(18)));
	}

	// H04
	@Test
	void whoLeavesIsHandedOver() {
		assertThat(after(new RegisterLeavingRule(), new FakeSubmission("register-leaving", Map.of()))
			.routed(CareFacts.SUSPENSION_OUTCOME)).isEqualTo("LEFT");
	}

	// coming back

	// G03
	@Test
	void whoWasNeverSuspendedNeedsNoResumption() {
		Map<String, Object> values = Map.of("resumptionApplication", "SUBMIT", "applicantKind", "GUARDIAN");
		ApplyResumptionRule rule = new ApplyResumptionRule(this.applicants);
		assertThat(after(rule, new FakeSubmission("apply-resumption", values)).refusals())
			.containsExactly("resumptionApplication rule.resumption.neverSuspended");
		assertThat(
				after(rule, new FakeSubmission("apply-resumption", values).with("suspendedEarlier", true)).refusals())
			.isEmpty();
		assertThat(after(rule, new FakeSubmission("apply-resumption", values)
			.after("register-suspension.suspendedUntil", "2027-01-31")).refusals()).isEmpty();
		assertThat(after(rule, new FakeSubmission("apply-resumption", Map.of("resumptionApplication", "WITHDRAW")))
			.refusals()).isEmpty();
	}

	// G03 G04 G05 K03
	@ParameterizedTest
	@CsvSource({ "certificateIssuer, CENTRE, READY, 可以用", "certificateIssuer, CLINIC, FAILED, 等级低于",
			"certificateIssuer, SURGERY, FAILED, 没有精神心理专科", "certificateIssuer, , SUPPLEMENT, 不在学校名册上",
			"certificateDate, -30, READY, 可以用", "certificateDate, -31, FAILED, 已经过了期限",
			"certificateDate, 1, FAILED, 在今天之后", "certificatePhysician, , SUPPLEMENT, 没有医师姓名",
			"originalSeen, , SUPPLEMENT, 没有看到证明原件", "wording, DEFER, FAILED, 建议缓一缓",
			"wording, OTHER, SUPPLEMENT, 没有写明能不能复学", "wording, NOTHING_FOUND, READY, 可以用" })
	void certificateIsCheckedAsItIsEntered(String key, String value, String result, String told) {
		Map<String, UUID> known = Map.of("CENTRE", CENTRE, "CLINIC", CLINIC, "SURGERY", SURGERY);
		FakeSubmission entry = certificate();
		if (value == null) {
			entry.without(key);
		}
		else {
			entry.with(key, key.equals("certificateDate") ? TODAY.plusDays(Long.parseLong(value))
					: known.containsKey(value) ? known.get(value).toString() : value);
		}
		after(new EnterCertificateRule(this.issuers, this.prints, this.messages), entry);
		assertThat(entry.refusals()).isEmpty();
		assertThat(entry.routed(StudyResumptionProcess.CERTIFICATE_CHECK)).isEqualTo(result);
		assertThat(entry.recorded("certificateWhy").toString()).contains(told);
		assertThat(entry.recorded("certificateResult")).isEqualTo(result);
	}

	// G03 G04 G05 K03
	@ParameterizedTest
	@CsvSource({ "20, 40, MODERATE, BEFORE_SUSPENSION, 休学以前开的", "10, 10, MODERATE, BEFORE_SUSPENSION, 休学以前开的",
			"5, 10, MODERATE, READY, 可以用", "5, 3, MODERATE, BEFORE_DANGER, 最近一次发现危险以前", "5, 3, MILD, READY, 可以用",
			"3, 3, SEVERE, READY, 可以用" })
	void certificateSaysNothingOfWhatCameAfterIt(int paper, int danger, String level, String result, String told) {
		FakeSubmission entry = assessed(
				certificate().with("certificateDate", TODAY.minusDays(paper))
					.after("apply-suspension.fromOn", TODAY.minusDays(10).toLocalDate().toString()),
				"AGAIN", level, danger);
		after(new EnterCertificateRule(this.issuers, this.prints, this.messages), entry);
		assertThat(entry.routed(StudyResumptionProcess.CERTIFICATE_CHECK))
			.isEqualTo(result.equals("READY") ? "READY" : "FAILED");
		assertThat(entry.recorded("certificateDated")).isEqualTo(result.equals("READY") ? "IN_TIME" : result);
		assertThat(entry.recorded("certificateWhy").toString()).contains(told);
		assertThat(result.equals("READY") || entry.recorded("certificateWhy").toString().contains("带回")).isTrue();
	}

	// G03 K03
	@Test
	void whereNobodyAppliedTheDayOfRegistrationCounts() {
		FakeSubmission entry = certificate().afterAll("register-suspension", NOW.minusDays(2),
				Map.of("suspendedUntil", "2027-03-01"));
		after(new EnterCertificateRule(this.issuers, this.prints, this.messages), entry);
		assertThat(entry.recorded("certificateDated")).isEqualTo("BEFORE_SUSPENSION");
	}

	// K03 L10
	@Test
	void universityAsksAHigherGradeAndItsOwnDoctor() {
		FakeSubmission entry = certificate().with("certificateIssuer", COUNTY_HOSPITAL.toString()).in("university");
		after(new EnterCertificateRule(this.issuers, this.prints, this.messages), entry);
		assertThat(entry.routed(StudyResumptionProcess.CERTIFICATE_CHECK)).isEqualTo("FAILED");
		assertThat(verified(verification().in("university")).routed(StudyResumptionProcess.RECHECK_NEEDED)).isTrue();
		assertThat(verified(verification()).routed(StudyResumptionProcess.RECHECK_NEEDED)).isFalse();
	}

	// K03
	@Test
	void certificateOfAnotherStudentIsRefused() {
		BDDMockito.given(this.prints.isUsedForAnother("print", STUDENT)).willReturn(true);
		FakeSubmission entry = after(new EnterCertificateRule(this.issuers, this.prints, this.messages), certificate());
		assertThat(entry.routed(StudyResumptionProcess.CERTIFICATE_CHECK)).isEqualTo("FAILED");
		assertThat(entry.recorded("certificateWhy").toString()).contains("已经用过").contains("重新开具");
		assertThat(verified(verification()).refusals()).containsExactly("verdict rule.certificate.cannotPass");
	}

	// K03
	@Test
	void ofTwoStudentsAtOnceOnlyTheFirstPasses() {
		BDDMockito.given(this.prints.keep("print", STUDENT)).willReturn(false);
		assertThat(verified(verification()).refusals()).containsExactly("verdict rule.certificate.usedElsewhere");
	}

	// G03 K03
	@ParameterizedTest
	@CsvSource({ "CONFIRMED, PASS, FIT, PASSED", "CONFIRMED, PASS, NOTHING_FOUND, LIMITED",
			"CONFIRMED, SUPPLEMENT, FIT, SUPPLEMENT", "CONFIRMED, FAIL, FIT, FAILED", "DENIED, FAIL, FIT, FAILED",
			"DENIED, SUPPLEMENT, FIT, FAILED", "NO_ANSWER, , FIT, VERIFY_AGAIN" })
	void secondPersonIsStricterThanTheTableNeverMilder(String said, String verdict, String wording, String result) {
		FakeSubmission verification = new FakeSubmission("verify-certificate", Map.of("verification", said));
		if (verdict != null) {
			verification.with("verdict", verdict).with("verdictWhy", "请补充");
		}
		verified(entered(verification, wording));
		assertThat(verification.refusals()).isEmpty();
		assertThat(verification.routed(StudyResumptionProcess.CERTIFICATE_CHECK)).isEqualTo(result);
	}

	// G03
	@Test
	void whatTheHospitalDeniesCannotPass() {
		FakeSubmission denied = entered(
				new FakeSubmission("verify-certificate", Map.of("verification", "DENIED", "verdict", "PASS")), "FIT");
		assertThat(verified(denied).refusals()).containsExactly("verdict rule.certificate.cannotPass");
	}

	@Test
	void nothingIsVerifiedThatWasNotEntered() {
		FakeSubmission nothing = new FakeSubmission("verify-certificate", Map.of("verification", "CONFIRMED"));
		assertThatIllegalStateException().isThrownBy(() -> verified(nothing));
	}

	// G03 G06
	@Test
	void jointReviewOpensTheWayBack() {
		FakeSubmission review = reviewed(review("ACCEPT"));
		assertThat(review.refusals()).isEmpty();
		assertThat(review.routed(CareFacts.CONTACT_PLAN)).isEqualTo("RETURN");
		assertThat(review.routed(StudyResumptionProcess.RETURN_ASSESS_DUE))
			.isEqualTo(date(TODAY.plusDays(12).withHour(18)));
	}

	// G13 K02
	@Test
	void whoAttemptedComesBackToAContingencyPlan() {
		FakeSubmission without = review("ACCEPT").without("contingency").after("verify-concern.actKind", "ATTEMPT");
		assertThat(reviewed(without).refusals()).containsExactly("contingency rule.resumption.contingency");
		FakeSubmission with = review("ACCEPT").after("verify-concern.actKind", "ATTEMPT");
		assertThat(reviewed(with).refusals()).isEmpty();
		assertThat(with.routed(CareFacts.CONTACT_PLAN)).isEqualTo("RETURN_CLOSE");
		FakeSubmission moderate = assessed(review("ACCEPT").without("contingency"), "BEFORE_RETURN", "MODERATE", 1);
		assertThat(reviewedAsIs(moderate).refusals()).as("nobody else needs one").isEmpty();
		assertThat(reviewed(review("ACCEPT").without("contingency")).refusals()).as("nobody else needs one").isEmpty();
	}

	// G03 invariant 3
	@Test
	void nobodyComesBackWithoutAPaperThatPassed() {
		FakeSubmission review = review("ACCEPT").after("certificateResult", "SUPPLEMENT");
		assertThat(reviewed(review).refusals()).containsExactly("resumptionProposal rule.resumption.noCertificate");
	}

	// L18
	@Test
	void paperThatOnlyFoundNothingBringsConditions() {
		FakeSubmission review = review("ACCEPT").after("certificateResult", "LIMITED");
		assertThat(reviewed(review).refusals()).containsExactly("resumptionProposal rule.resumption.onlyConditional");
		FakeSubmission conditional = review("CONDITIONAL").after("certificateResult", "LIMITED");
		assertThat(reviewed(conditional).refusals()).containsExactly("conditions rule.resumption.whichConditions");
		assertThat(reviewed(review("CONDITIONAL").with("conditions", "每周复诊").after("certificateResult", "LIMITED"))
			.refusals()).isEmpty();
	}

	// L10
	@Test
	void whoIsNotFitForItsOwnDoctorDoesNotComeBack() {
		FakeSubmission review = review("ACCEPT").after("recheck-health.recheckResult", "NOT_FIT");
		assertThat(reviewed(review).refusals()).containsExactly("resumptionProposal rule.resumption.notFit");
	}

	// G03
	@Test
	void reviewIsJointAndAssessedBefore() {
		assertThat(reviewedAsIs(review("ACCEPT")).refusals())
			.containsExactly("resumptionProposal rule.resumption.assessFirst");
		assertThat(reviewedAsIs(review("REJECT")).refusals()).as("who stays away needs none").isEmpty();
		for (List<String> present : List.of(List.of("COUNSELOR", "LEADER"),
				List.of("HEAD_TEACHER", "LEADER", "STUDENT"), List.of("COUNSELOR", "STUDENT", "GUARDIAN"))) {
			assertThat(reviewed(review("REJECT").with("present", present)).refusals()).as(present.toString())
				.containsExactly("present rule.resumption.notJoint");
		}
	}

	// G03 G10 K03: the recorded assessment counts, not what somebody says
	@ParameterizedTest
	@CsvSource({ "BEFORE_RETURN, MILD, 1, ", "BEFORE_RETURN, MODERATE, 1, ", "FIRST, MILD, 90, assessFirst",
			"AGAIN, MILD, 20, ", "AGAIN, MILD, 35, assessAgain", "BEFORE_RETURN, SEVERE, 10, levelTooHigh",
			"BEFORE_RETURN, ACUTE, 10, levelTooHigh", "AGAIN, MODERATE, 1, " })
	void recordedAssessmentDecidesWhetherTheReturnMayBeProposed(String kind, String level, int daysAgo, String why) {
		for (String proposal : List.of("ACCEPT", "CONDITIONAL")) {
			FakeSubmission review = assessed(review(proposal).with("conditions", "每周复诊"), kind, level, daysAgo);
			assertThat(reviewedAsIs(review).refusals())
				.isEqualTo((why != null) ? List.of("resumptionProposal rule.resumption." + why) : List.of());
		}
		assertThat(reviewedAsIs(assessed(review("REJECT"), kind, level, daysAgo)).refusals()).isEmpty();
	}

	// G03 K03
	@Test
	void levelThatStillWaitsForASecondPersonOpensNothing() {
		FakeSubmission review = assessed(review("ACCEPT"), "BEFORE_RETURN", "MILD", 1).after("levelThatHolds",
				"SEVERE");
		assertThat(reviewedAsIs(review).refusals()).containsExactly("resumptionProposal rule.resumption.levelTooHigh");
	}

	// G03 K03
	@Test
	void certificateOlderThanAGraveFindingIsWorthNothingThoughTheStudentIsBetter() {
		FakeSubmission review = assessed(assessed(review("ACCEPT"), "AGAIN", "SEVERE", 2), "BEFORE_RETURN", "MILD", 1);
		assertThat(reviewedAsIs(review).refusals())
			.containsExactly("resumptionProposal rule.resumption.certificateBeforeDanger");
	}

	// G03 K03 D19
	@Test
	void newsOfDangerStandsInTheWayUntilItIsAssessed() {
		FakeSubmission worried = assessed(review("ACCEPT"), "BEFORE_RETURN", "MILD", 2).afterAll("contact-away",
				NOW.minusDays(1), Map.of("awayResult", "WORRY"));
		assertThat(reviewedAsIs(worried).refusals())
			.containsExactly("resumptionProposal rule.resumption.certificateBeforeDanger");
		FakeSubmission answered = assessed(
				review("ACCEPT").afterAll("contact-away", NOW.minusDays(3), Map.of("awayResult", "WORRY")), "AGAIN",
				"MILD", 2);
		assertThat(reviewedAsIs(answered).refusals()).isEmpty();
	}

	// G03 invariant 3
	@Test
	void approversDoNotAgreeToWhatHasChangedSinceTheReview() {
		FakeSubmission approval = assessed(
				new FakeSubmission("approve-resumption", Map.of("resumptionApproval", "AGREE"))
					.after("review-resumption.resumptionProposal", "ACCEPT"),
				"BEFORE_RETURN", "SEVERE", 1);
		assertThat(after(new ApproveResumptionRule(), approval).refusals())
			.containsExactly("resumptionApproval rule.resumption.changedSince");
	}

	// K22
	@Test
	void nobodyComesBackInAVacation() {
		BDDMockito.given(this.directory.vacationOn("qinghe", NOW.toLocalDate().plusDays(5)))
			.willReturn(Optional.of(new Vacation("春节", NOW.toLocalDate(), NOW.toLocalDate().plusDays(7), true)));
		assertThat(reviewed(review("ACCEPT")).refusals()).containsExactly("firstDayOn rule.resumption.vacation");
	}

	// G03
	@Test
	void returnIsPutOffToADayWithinHalfAYear() {
		assertThat(reviewed(review("DEFER").with("deferUntil", TODAY.plusMonths(6))).refusals()).isEmpty();
		assertThat(reviewed(review("DEFER").with("deferUntil", TODAY.plusMonths(7))).refusals())
			.containsExactly("deferUntil rule.resumption.deferTooFar");
		assertThat(reviewed(review("DEFER").with("deferUntil", TODAY)).refusals())
			.containsExactly("deferUntil rule.resumption.deferTooFar");
	}

	// G03
	@ParameterizedTest
	@CsvSource({ "ACCEPT, RETURNED", "CONDITIONAL, RETURNED", "DEFER, DEFERRED", "REJECT, NOT_RETURNED" })
	void approversAgreeToWhatTheReviewProposes(String proposal, String outcome) {
		FakeSubmission approval = assessed(
				new FakeSubmission("approve-resumption", Map.of("resumptionApproval", "AGREE"))
					.after("review-resumption.resumptionProposal", proposal),
				"BEFORE_RETURN", "MILD", 1);
		assertThat(after(new ApproveResumptionRule(), approval).routed(CareFacts.RESUMPTION_OUTCOME))
			.isEqualTo(outcome);
		FakeSubmission refused = new FakeSubmission("approve-resumption", Map.of("resumptionApproval", "DISAGREE"));
		assertThat(after(new ApproveResumptionRule(), refused).routed(CareFacts.RESUMPTION_OUTCOME)).isNull();
	}

	// G06 G10
	@Test
	void anotherFirstDayMovesTheAssessmentWithIt() {
		ConfirmFirstDayRule rule = new ConfirmFirstDayRule(new ReturnDay(this.directory));
		FakeSubmission later = after(rule,
				new FakeSubmission("confirm-first-day", Map.of("cameBack", "LATER", "firstDayOn", TODAY.plusDays(3))));
		assertThat(later.routed(StudyResumptionProcess.RETURN_ASSESS_DUE))
			.isEqualTo(date(TODAY.plusDays(10).withHour(18)));
		assertThat(after(rule, new FakeSubmission("confirm-first-day", Map.of("cameBack", "NO")))
			.routed(CareFacts.RESUMPTION_OUTCOME)).isEqualTo("NOT_RETURNED");
		assertThat(after(rule, new FakeSubmission("confirm-first-day", Map.of("cameBack", "YES")))
			.routed(CareFacts.RESUMPTION_OUTCOME)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "rule.resumption.neverSuspended", "rule.suspension.issuerTooLow",
			"rule.enrolment.compulsory", "rule.enrolment.ofAge", "rule.suspension.tooLong" })
	void refusalsSayWhatToDo(String key) {
		assertThat(this.messages.getMessage(key, new Object[] { "一项" }, Locale.CHINA)).containsAnyOf("请", "由学生本人申请");
	}

	private ApplySuspensionRule applyRule() {
		return new ApplySuspensionRule(this.applicants, this.issuers);
	}

	private FakeSubmission applied(Object... changes) {
		return after(applyRule(), application(changes));
	}

	private static FakeSubmission application(Object... changes) {
		return submission("apply-suspension", changes, "suspensionApplication", "SUBMIT", "applicantKind", "GUARDIAN",
				"applicant", "somebody", "suspensionKind", "SUSPEND", "fromOn", TODAY, "untilOn", TODAY.plusDays(100),
				"groundCode", "ILLNESS", "issuer", CENTRE.toString());
	}

	private static FakeSubmission decided(String form, Object... changes) {
		return submission(form, changes, "heardStudent", "HEARD", "heardGuardian", "HEARD");
	}

	private static FakeSubmission stay(String opinion) {
		return new FakeSubmission("talk-about-stay",
				Map.of("stayDecision", "STAY", "medicalOpinion", opinion, "noticeGiven", true));
	}

	private static FakeSubmission registered(LocalDateTime until) {
		return after(new RegisterSuspensionRule(),
				new FakeSubmission("register-suspension", Map.of("suspendedUntil", until))
					.after("apply-suspension.fromOn", "2026-11-15"));
	}

	private FakeSubmission next(Object... values) {
		FakeSubmission next = submission("apply-after-suspension", values).after("register-suspension.suspendedUntil",
				TODAY.plusDays(30).toLocalDate().toString());
		return after(new ApplyAfterSuspensionRule(this.applicants, this.issuers), next);
	}

	private static FakeSubmission certificate() {
		return submission("enter-certificate", new Object[0], "certificateIssuer", CENTRE.toString(),
				"certificatePhysician", "王医师", "certificateNumber", "A-17", "certificateDate", TODAY.minusDays(3),
				"wording", "FIT", "originalSeen", true);
	}

	private static FakeSubmission verification() {
		return entered(new FakeSubmission("verify-certificate", Map.of("verification", "CONFIRMED", "verdict", "PASS")),
				"FIT");
	}

	private static FakeSubmission entered(FakeSubmission verification, String wording) {
		return verification.after("enter-certificate.certificatePrint", "print")
			.after("enter-certificate.certificateDated", "IN_TIME")
			.after("enter-certificate.certificateStanding", "ALLOWED")
			.after("enter-certificate.certificateSigned", true)
			.after("enter-certificate.certificateOriginal", true)
			.after("enter-certificate.wording", wording);
	}

	private FakeSubmission verified(FakeSubmission verification) {
		return after(new VerifyCertificateRule(this.prints, this.messages), verification);
	}

	private static FakeSubmission review(String proposal) {
		return submission("review-resumption", new Object[0], "present", List.of("COUNSELOR", "HEAD_TEACHER", "LEADER"),
				"resumptionProposal", proposal, "firstDayOn", TODAY.plusDays(5), "contingency", "找林老师")
			.after("certificateResult", "PASSED")
			.after("apply-suspension.fromOn", "2026-09-01")
			.after("enter-certificate.certificateDate", "2026-11-17");
	}

	private static FakeSubmission assessed(FakeSubmission submission, String kind, String level, int daysAgo) {
		return submission.afterAll("assess-risk", NOW.minusDays(daysAgo), Map.of("kindOfAssessment", kind, "level",
				level, "assessedAt", NOW.minusDays(daysAgo).toLocalDate() + "T09:00+08:00"));
	}

	private FakeSubmission reviewed(FakeSubmission review) {
		return reviewedAsIs(assessed(review, "BEFORE_RETURN", "MILD", 1));
	}

	private FakeSubmission reviewedAsIs(FakeSubmission review) {
		return after(new ReviewResumptionRule(new ReturnDay(this.directory)), review);
	}

	private static FakeSubmission after(FormRule rule, FakeSubmission submission) {
		assertThat(rule.form()).isEqualTo(submission.form());
		rule.apply(submission);
		return submission;
	}

	private static FakeSubmission submission(String form, Object[] changes, Object... values) {
		Map<String, Object> map = new HashMap<>();
		for (Object[] source : new Object[][] { values, changes }) {
			for (int i = 0; i < source.length; i += 2) {
				map.put((String) source[i], source[i + 1]);
			}
		}
		map.values().removeIf((value) -> value == null);
		return new FakeSubmission(form, map);
	}

	private static LocalDateTime local(FakeSubmission submission, boolean reminder) {
		return LocalDateTime.ofInstant(submission
			.routed(reminder ? StudySuspensionProcess.END_REMINDER_ON : StudySuspensionProcess.NEXT_STEP_DUE)
			.toInstant(), java.time.ZoneId.of("Asia/Shanghai"));
	}

	private static java.util.Date date(LocalDateTime time) {
		return java.util.Date.from(time.atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant());
	}

	private void student(String className, LocalDate birthDate) {
		BDDMockito.given(this.directory.student(STUDENT))
			.willReturn(Optional.of(new StudentEntry(STUDENT, "qinghe", "某某", className, birthDate)));
	}

	private static HospitalEntry hospital(UUID id, HospitalGrade grade, boolean psychiatric) {
		return new HospitalEntry(id, "医院", "科", grade, psychiatric, "10000000000", true);
	}

	private static MessageSource messages() {
		ResourceBundleMessageSource source = new ResourceBundleMessageSource();
		source.setBasename("messages");
		source.setDefaultEncoding("UTF-8");
		source.setFallbackToSystemLocale(false);
		return source;
	}

}
