package org.huxin.assessment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.huxin.CaseSteps;
import org.huxin.CaseWalk;
import org.huxin.DueDates;
import org.huxin.HuxinTest;
import org.huxin.PathCoverage;
import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.SchoolDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Every path and timer of {@code risk-assessment.bpmn}, through the real door, with the
 * due dates that the policy profile gives.
 */
@HuxinTest
class RiskAssessmentPathsTests {

	@RegisterExtension
	static final PathCoverage COVERAGE = PathCoverage.of(RiskAssessmentProcess.class);

	private final CaseWalk walk;

	private final DueDates due;

	private final CaseFiles caseFiles;

	private final JdbcTemplate jdbc;

	private final CaseSteps steps;

	@Autowired
	RiskAssessmentPathsTests(CaseWalk walk, CaseFiles caseFiles, SchoolDirectory directory, JdbcTemplate jdbc) {
		this.walk = walk;
		this.due = new DueDates(walk);
		this.caseFiles = caseFiles;
		this.jdbc = jdbc;
		this.steps = new CaseSteps(walk, directory, 5);
	}

	@AfterEach
	void comeBackToToday() {
		this.walk.resetClock();
		COVERAGE.add(this.walk, this.steps.cases());
	}

	// E01 E04 A23
	@Test
	void levelAsSuggestedIsAssessedByOneQualifiedPerson() {
		CaseRef ref = begun();
		this.steps.assessed(ref);
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.ASSESSED);
		assertThat(this.caseFiles.get(ref).level()).contains("MILD");
	}

	// E03 S3
	@Test
	void screeningHitHasASecondSittingWithinThreeDays() {
		CaseRef ref = begun("criteria", List.of("SCREENING_HIT"));
		this.steps.assessed(ref);
		this.due.assertFromNow(ref, RiskAssessmentProcess.ASSESS_AGAIN, Duration.ofDays(3));
		assertThatThrownBy(() -> again(ref, "instruments", List.of())).hasMessageContaining("至少使用一种测评工具");
		again(ref, "instruments", List.of("ASQ"));
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.ASSESS_AGAIN, RiskAssessmentProcess.ASSESSED);
	}

	// E02 A06
	@Test
	void expertsAreConsultedWithinADayAndRaiseTheLevel() {
		CaseRef ref = begun();
		this.steps.assessed(ref, "next", List.of("CONSULTATION"));
		this.due.assertFromNow(ref, RiskAssessmentProcess.CONSULT_EXPERTS, Duration.ofHours(24));
		this.walk.submit("counselor", ref, RiskAssessmentProcess.CONSULT_EXPERTS,
				Map.of("consultedAt", this.steps.moment(), "consultedWith", List.of("PSYCHIATRIST"), "consultOpinion",
						"评估意见一致，建议门诊", "consultLevel", "SEVERE", "consultNext", List.of()));
		assertThat(this.caseFiles.get(ref).level()).contains("SEVERE");
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.ASSESSED);
	}

	// F26, rule of practice 11
	@Test
	void whoMayBeHurtIsProtectedWithinTwoHoursWhileTheAssessmentGoesOn() {
		CaseRef ref = begun();
		this.steps.assessed(ref, "harmOthers", "SERIOUS", "threatLasting", "LASTING", "threatSigns", List.of("TARGET"),
				"harmTarget", "同桌", "protectMeasure", "请把两人座位分开，课间有人陪", "level", "SEVERE");
		this.due.assertFromNow(ref, RiskAssessmentProcess.PROTECT_THE_TARGET, Duration.ofHours(2));
		assertThat(this.walk.shown("affairs", ref, RiskAssessmentProcess.PROTECT_THE_TARGET))
			.containsKey("protectMeasure")
			.doesNotContainKey("harmTarget");
		assertThatThrownBy(
				() -> this.walk.submit("affairs", ref, RiskAssessmentProcess.PROTECT_THE_TARGET, done("APART")))
			.hasMessageContaining("请告诉可能受到伤害的人");
		this.walk.submit("affairs", ref, RiskAssessmentProcess.PROTECT_THE_TARGET, done("APART", "TOLD_PERSON"));
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.ALL_DONE, RiskAssessmentProcess.ASSESSED);
	}

	// E01
	@Test
	void lowerLevelIsConfirmedByAnotherPersonWithinADay() {
		CaseRef ref = begun();
		this.steps.assessed(ref, "ideation", "MONTH", "levelReason", "已缓解");
		this.due.assertFromNow(ref, RiskAssessmentProcess.CONFIRM_LEVEL, Duration.ofHours(24));
		assertThatThrownBy(() -> this.walk.submit("counselor", ref, RiskAssessmentProcess.CONFIRM_LEVEL,
				Map.of("confirmation", "AGREE")))
			.as("who assessed does not confirm")
			.isInstanceOf(RuntimeException.class);
		this.walk.submit("leader", ref, RiskAssessmentProcess.CONFIRM_LEVEL,
				Map.of("confirmation", "DISAGREE", "confirmReason", "近一月有想法"));
		assertThat(this.caseFiles.get(ref).level()).contains("MODERATE");
	}

	// E01, rule of practice 10
	@Test
	void afterFiveDaysWithoutASecondPersonTheDistrictConfirms() {
		CaseRef ref = begun();
		this.steps.assessed(ref, "ideation", "MONTH", "levelReason", "已缓解");
		this.walk.forward(Duration.ofDays(5).plusMinutes(1));
		assertThat(this.walk.waitingAt(ref)).contains(RiskAssessmentProcess.CONFIRM_BY_DISTRICT)
			.doesNotContain(RiskAssessmentProcess.CONFIRM_LEVEL);
		this.due.assertFromNow(ref, RiskAssessmentProcess.CONFIRM_BY_DISTRICT, Duration.ofHours(24));
		assertThat(this.walk.shown("district", ref, RiskAssessmentProcess.CONFIRM_BY_DISTRICT)).containsKeys("opinion",
				"schemeLevel");
		this.walk.submit("district", ref, RiskAssessmentProcess.CONFIRM_BY_DISTRICT, Map.of("confirmation", "AGREE"));
		assertThat(this.caseFiles.get(ref).level()).contains("MILD");
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.NO_SECOND_PERSON);
	}

	// E06
	@Test
	void instrumentOfWhichTheSchoolHoldsTheLicenceIsChosenFromItsList() {
		String id = licensed("qinghe");
		String foreign = licensed("haitang");
		CaseRef ref = begun();
		assertThatThrownBy(() -> this.steps.assessed(ref, withLicensed(foreign, 25)))
			.as("an instrument of another school")
			.isInstanceOf(RuntimeException.class);
		assertThatThrownBy(() -> this.steps.assessed(ref, withLicensed(id, 41))).hasMessageContaining("在 0 到 40 之间");
		this.steps.assessed(ref, withLicensed(id, 25));
		assertThat(this.walk.path(ref)).contains(RiskAssessmentProcess.ASSESSED);
	}

	private static Object[] withLicensed(String id, int score) {
		return new Object[] { "instruments", List.of("LICENSED"), "informant", "STUDENT", "licensedInstrument", id,
				"licensedScore", score, "licensedPositive", "NO" };
	}

	private String licensed(String school) {
		UUID id = UUID.randomUUID();
		this.jdbc.update("""
				insert into huxin.licensed_instrument
				select ?, id, '本校量表', ?, 0, 40, 20, 30, true from huxin.school where code = ?""", id, id.toString(),
				school);
		return id.toString();
	}

	/** A case that was verified and waits for its assessment. */
	private CaseRef begun(Object... verification) {
		CaseRef ref = this.steps.reported();
		this.steps.verified(ref, verification);
		assertThat(this.walk.waitingAt(ref)).contains(RiskAssessmentProcess.ASSESS_RISK)
			.doesNotContain(CrisisCaseProcess.VERIFY_CONCERN);
		return ref;
	}

	private void again(CaseRef ref, String key, Object value) {
		Map<String, Object> values = new HashMap<>(
				this.steps.assessment("kindOfAssessment", "AGAIN", "interviewWith", "班主任周老师", key, value));
		if (value.equals(List.of("ASQ"))) {
			for (int i = 1; i <= 4; i++) {
				values.put("asq" + i, "NO");
			}
		}
		this.walk.submit("counselor", ref, RiskAssessmentProcess.ASSESS_AGAIN, values);
	}

	private Map<String, Object> done(String... measures) {
		return Map.of("protectedAt", this.steps.moment(), "protectedHow", List.of(measures));
	}

}
