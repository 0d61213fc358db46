package org.huxin.assessment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;
import org.huxin.report.GuardianSafety;
import org.huxin.report.process.CrisisCaseProcess;
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

	AssessRiskRule(GuardianSafety guardians, SchoolDirectory directory) {
		this.guardians = guardians;
		this.directory = directory;
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
		Instruments instruments = Instruments.in(submission);
		instruments.record(submission);
		Level suggested = suggested(submission, instruments);
		submission.record("suggestedLevel", suggested.name());
		Level level = Level.valueOf(submission.text("level"));
		Level before = Assessments.levelBefore(submission);
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
		String channel = this.guardians.answered(submission);
		submission.record("guardianChannel", channel);
		submission.route(CrisisCaseProcess.GUARDIAN_CHANNEL, channel);
		submission.route(CrisisCaseProcess.CARE_TRACK,
				Assessments.careTrack(level, submission.text("mandatory"), submission.texts("next"), channel));
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
