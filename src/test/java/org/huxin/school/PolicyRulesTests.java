package org.huxin.school;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What may stand in a policy profile (K26): bad values are refused, each with its reason.
 */
class PolicyRulesTests {

	private final PolicyFile file = new PolicyFile();

	private final PolicyRules rules = new PolicyRules(this.file);

	// K26
	@ParameterizedTest
	@CsvSource({ "verify.limit,P0D,zero", "verify.limit,PT0S,zero", "verify.limit,PT30S,zero",
			"verify.limit,P-1D,negative", "verify.limit,-P1D,negative", "verify.limit,PT-4H,negative",
			"verify.limit,P2Y,long", "verify.limit,P13M,long", "verify.limit,P366D,long", "verify.limit,PT9000H,long",
			"verify.limit,P99999999999D,long", "verify.limit,PT99999999999999999999H,long",
			"verify.limit,P999999999Y,long", "verify.limit,4小时,period", "verify.limit,24,period",
			"verify.limit,P,period", "verify.limit,PT,period", "verify.limit,T4H,period", "verify.limit,P1.5D,period",
			"verify.limit,4H,period", "verify.limit,P1DT2H,mixed", "verify.limit,'',blank",
			"report.leader.limit.TODAY,PT25H,long", "verify.limit,PT5H,long", "mandatory.report.limit,P2D,long",
			"followup.interval.RETURN,P300D,long", "followup.counsellor.every,0,zero",
			"followup.counsellor.every,-1,negative", "followup.counsellor.every,三,number",
			"followup.counsellor.every,1.5,number", "followup.counsellor.every,1000,large" })
	void aValueThatMakesNoSenseIsRefusedWithItsReason(String key, String value, String reason) {
		assertThat(this.rules.check(key, value)).map(PolicyProblem::messageKey).contains("policy.refused." + reason);
	}

	// K26, K04
	@ParameterizedTest
	@CsvSource({ "verify.limit,PT1M", "closing.decide.limit,P1Y", "closing.decide.limit,P365D",
			"closing.decide.limit,P12M", "closing.decide.limit,P2W", "verify.limit,PT90M",
			"report.leader.limit.TODAY,PT24H", "report.leader.limit.TODAY,P1D", "followup.counsellor.every,1",
			"followup.counsellor.every,12", "retention.case,P15Y" })
	void aValueThatMakesSenseIsTaken(String key, String value) {
		if (this.rules.type(key) != PolicyType.CODE) {
			assertThat(this.rules.check(key, value)).isEmpty();
		}
	}

	@Test
	void whatIsTypedInSmallLettersOrWithBlanksIsTheSame() {
		assertThat(this.rules.tidy("verify.limit", " pt4h ")).isEqualTo("PT4H");
	}

	@Test
	void theKindOfAValueFollowsFromThePackagedProfiles() {
		assertThat(this.rules.type("verify.limit")).isEqualTo(PolicyType.PERIOD);
		assertThat(this.rules.type("followup.counsellor.every")).isEqualTo(PolicyType.NUMBER);
		assertThat(this.rules.type("no.such.key")).isEqualTo(PolicyType.CODE);
		assertThat(this.rules.check("no.such.key", "ANYTHING")).map(PolicyProblem::messageKey)
			.contains("policy.refused.code");
	}

	// D01 K26
	@Test
	void aReminderComesBeforeItsLimit() {
		Map<String, String> values = Map.of("report.leader.limit.TODAY", "PT8H", "report.leader.reminder.TODAY",
				"PT8H");
		assertThat(this.rules.check(values, Set.of("report.leader.reminder.TODAY")))
			.containsOnlyKeys("report.leader.reminder.TODAY");
		assertThat(this.rules.check(values, Set.of("report.leader.limit.TODAY")))
			.containsOnlyKeys("report.leader.limit.TODAY");
		assertThat(this.rules.check(values, Set.of())).as("nobody touched it").isEmpty();
	}

	@Test
	void everyPackagedValueKeepsTheRules() {
		for (SchoolKind kind : SchoolKind.values()) {
			Map<String, String> values = this.file.of(kind);
			assertThat(this.rules.check(values, values.keySet())).as(kind.name()).isEmpty();
		}
	}

	@Test
	void everyPackagedKeySaysWhereItComesFrom() {
		this.file.keys().forEach((key) -> assertThat(this.file.source(key)).as(key).isNotBlank());
	}

}
