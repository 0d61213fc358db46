package org.huxin.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.huxin.assessment.process.RiskAssessmentProcess;
import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.GuardianSafety;
import org.huxin.report.MandatoryReports;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.InstrumentRegister;
import org.huxin.school.SchoolDirectory;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * 危机风险评估: scores the instruments, asks {@code risk-level.dmn} for a level, and lets the
 * assessor go up alone but down only with a reason and a second person (invariant 4).
 */
@Component
class AssessRiskRule implements FormRule {

	private final GuardianSafety guardians;

	private final SchoolDirectory directory;

	private final InstrumentRegister licensed;

	AssessRiskRule(GuardianSafety guardians, SchoolDirectory directory, InstrumentRegister licensed) {
		this.guardians = guardians;
		this.directory = directory;
		this.licensed = licensed;
	}

	@Override
	public String form() {
		return "assess-risk";
	}

	@Override
	public void apply(Submission submission) {
		if (!isQualified(submission)) {
			submission.refuse("assessedAt", "rule.assess.notQualified");
		}
		List.of("planMeans", "reality", "riskFactors", "protectives")
			.forEach((key) -> refuseNoneAndSome(submission, key));
		submission.date("nextAssessOn")
			.filter((date) -> date.isAfter(submission.after(submission.now(), "assess.next.limit")))
			.ifPresent((date) -> submission.refuse("nextAssessOn", "rule.assess.nextTooLate"));
		refuseMildThreat(submission);
		Instruments instruments = Instruments.in(submission, licensed(submission));
		instruments.record(submission);
		refuseWrongAge(submission);
		recordSafetyPlan(submission);
		Level suggested = suggested(submission, instruments);
		submission.record("suggestedLevel", suggested.name());
		Level level = Level.valueOf(submission.text("level"));
		Level before = submission.levelThatHolds().map(Level::valueOf).orElse(Level.NONE);
		submission.record("levelBefore", before.name());
		if (level != suggested && submission.isBlank("levelReason")) {
			submission.refuse("levelReason", (level.below(suggested)) ? "rule.assess.below" : "rule.assess.above");
		}
		if (instruments.positiveItem() && level.below(suggested)) {
			submission.refuse("level", "rule.assess.positiveItem");
		}
		boolean secondPerson = level == Level.NONE || level.below(suggested) || level.below(before);
		if (!secondPerson) {
			submission.rate(level.name());
		}
		submission.route(CrisisCaseProcess.SECOND_PERSON, secondPerson);
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, this.guardians.answered(submission));
		submission.route(CrisisCaseProcess.EXTERNAL_REPORT, MandatoryReports.after(submission));
		handOn(submission, instruments, level);
	}

	private static void handOn(Submission submission, Instruments instruments, Level level) {
		boolean pastAttempt = pastAttempt(submission, instruments);
		submission.record("pastAttempt", pastAttempt);
		Findings findings = Findings.in(submission, level, pastAttempt);
		submission.record("schemeLevel", LevelScheme.valueOf(submission.policy("level.scheme"))
			.words(level, findings.situation().equals("TREATED")));
		secondSitting(submission, findings);
		submission.route(RiskAssessmentProcess.CONSULT, findings.consult(submission.policy("assess.panel")));
		findings.hand(submission);
	}

	/**
	 * Hits of the screening are tested and interviewed a second time, both recorded (E03,
	 * S3); whom a hospital must see now is not kept waiting for it.
	 */
	private static void secondSitting(Submission submission, Findings findings) {
		boolean asked = submission.earlier("assess-risk.secondSitting").filter("ASKED"::equals).isPresent();
		if (asked) {
			if (submission.isBlank("instruments") || submission.texts("instruments").isEmpty()) {
				submission.refuse("instruments", "rule.assess.againInstrument");
			}
			if (!submission.text("kindOfAssessment").equals("AGAIN")) {
				submission.refuse("kindOfAssessment", "rule.assess.againKind");
			}
		}
		boolean hit = submission.earlier("verify-concern.criteria")
			.map(Assessments::codes)
			.filter((criteria) -> criteria.contains("SCREENING_HIT"))
			.isPresent();
		boolean urgent = findings.isEmergency() || !findings.level().below(Level.SEVERE)
				|| findings.next().contains("HOSPITAL_NOW");
		boolean again = hit && !urgent && submission.history("assess-risk.secondSitting").isEmpty();
		submission.route(RiskAssessmentProcess.SECOND_SITTING, again);
		if (again) {
			submission.record("secondSitting", "ASKED");
		}
		else if (asked) {
			submission.record("secondSitting", "DONE");
		}
	}

	/**
	 * A threat that is not resolved on the spot is taken as serious, one with a weapon or
	 * of killing as very serious (rule of practice 11).
	 */
	private static void refuseMildThreat(Submission submission) {
		refuseNoneAndSome(submission, "threatSigns");
		String threat = submission.text("harmOthers");
		if (submission.isBlank("threatLasting") || submission.text("threatLasting").equals("GONE")) {
			return;
		}
		List<String> signs = submission.texts("threatSigns");
		if ((signs.contains("WEAPON") || signs.contains("GRAVE")) && !threat.equals("VERY_SERIOUS")) {
			submission.refuse("harmOthers", "rule.assess.threatGrave");
		}
		else if (threat.equals("TRANSIENT")) {
			submission.refuse("harmOthers", "rule.assess.threatLasting");
		}
	}

	/** Whether there ever was an attempt or a strong wish to die (G11, G12). */
	private static boolean pastAttempt(Submission submission, Instruments instruments) {
		boolean act = !submission.text("behaviour").equals("NONE")
				&& List.of("AMBIVALENT", "INTENT").contains(submission.text("intentSelfInjury"));
		boolean strongWish = List.of("MONTH", "HOURS_48").contains(submission.text("ideation"))
				&& submission.texts("planMeans").stream().anyMatch((sign) -> !sign.equals("NONE"));
		boolean known = submission.history("assess-risk.pastAttempt").contains(Boolean.TRUE)
				|| submission.history("verify-concern.actKind").contains("ATTEMPT");
		return act || strongWish || known || instruments.everAttempted();
	}

	/** What the school's own instrument said, if one was used. */
	private Optional<LicensedResult> licensed(Submission submission) {
		if (!submission.texts("instruments").contains("LICENSED")) {
			return Optional.empty();
		}
		Optional<LicensedResult> result = this.licensed.find(submission.text("licensedInstrument"))
			.map((instrument) -> new LicensedResult(instrument,
					(int) Math.round(submission.number("licensedScore").orElse(0.0)),
					submission.text("licensedPositive").equals("YES")));
		result.filter((found) -> !found.isOnTheScale())
			.ifPresent((found) -> submission.refuse("licensedScore", "rule.assess.offTheScale",
					found.instrument().lowest(), found.instrument().highest()));
		return result;
	}

	/** PHQ-A is for adolescents, PHQ-9 for adults. */
	private void refuseWrongAge(Submission submission) {
		List<String> used = submission.texts("instruments");
		this.directory.student(submission.student()).ifPresent((student) -> {
			boolean adult = !student.birthDate().plusYears(18).isAfter(submission.now().toLocalDate());
			if (adult ? used.contains("PHQ_A") : used.contains("PHQ_9")) {
				submission.refuse("instruments", (adult) ? "rule.assess.adult" : "rule.assess.adolescent");
			}
		});
	}

	/** A safety plan is one if each of its six steps has a word. */
	private static void recordSafetyPlan(Submission submission) {
		List<String> steps = List.of("planWarning", "planOwn", "planPlaces", "planAsk", "planPhones", "planSafe");
		if (steps.stream().anyMatch((step) -> !submission.isBlank(step))) {
			submission.record("safetyPlanComplete", steps.stream().noneMatch(submission::isBlank));
		}
	}

	/** Only who holds a qualification that has not expired assesses (A23). */
	private boolean isQualified(Submission submission) {
		return this.directory.staffByAccount(submission.author())
			.filter((staff) -> this.directory.qualified(staff.id(), submission.now().toLocalDate()))
			.isPresent();
	}

	private static void refuseNoneAndSome(Submission submission, String key) {
		List<String> ticked = submission.texts(key);
		if (ticked.contains("NONE") && ticked.size() > 1) {
			submission.refuse(key, "rule.assess.noneAndSome");
		}
	}

	private static Level suggested(Submission submission, Instruments instruments) {
		List<String> reality = submission.texts("reality");
		Map<String, @Nullable Object> inputs = new HashMap<>();
		inputs.put("asqAcute", instruments.acute());
		inputs.put("ideation", submission.text("ideation"));
		inputs.put("plan", submission.texts("planMeans").stream().anyMatch((sign) -> !sign.equals("NONE")));
		inputs.put("behaviour", submission.text("behaviour"));
		inputs.put("intent", submission.text("intentSelfInjury"));
		inputs.put("harmOthers", submission.text("harmOthers"));
		inputs.put("realityDoubtful", reality.contains("REALITY_DOUBTFUL"));
		inputs.put("positiveItem", instruments.positiveItem());
		inputs.put("distress", instruments.distress().name());
		inputs.put("burdens", ticked(reality) + ticked(submission.texts("riskFactors")));
		Object output = submission.decide("RiskLevel", inputs).get("suggestedLevel");
		if (output == null) {
			throw new IllegalStateException("risk-level.dmn suggests no level");
		}
		return Level.valueOf(output.toString());
	}

	private static long ticked(List<String> codes) {
		return codes.stream().filter((code) -> !code.equals("NONE")).count();
	}

}
