package org.huxin.models;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Models, forms, decisions, policies and code use the same names. The planted faults show
 * that the comparison would find a difference.
 */
class ModelsAgainstCodeTests {

	private static final ModelSet MODELS = ModelSet.ofTheRepository();

	private static final CodeNames CODE = new CodeNames();

	private static final String CASE = "processes/crisis-case.bpmn";

	private static final String CARE = "processes/school-counselling.bpmn";

	private static final String FOLLOW_UP = "processes/monthly-follow-up.bpmn";

	@Test
	void modelsAndCodeUseTheSameNames() {
		assertThat(ModelCheck.findings(MODELS, CODE)).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("faults")
	void plantedFaultIsFound(String fault, ModelSet models, String finding) {
		List<String> findings = ModelCheck.findings(models, CODE);
		assertThat(findings).anySatisfy((found) -> assertThat(found).contains(finding));
	}

	static Stream<Arguments> faults() {
		return Stream.of(
				arguments("an element with another id", MODELS.with(CASE, "userTask_verifyConcern", "userTask_verify"),
						"the element userTask_verify does not exist"),
				arguments("an element that the code names but the model lost",
						MODELS.with(CASE, "userTask_verifyConcern", "userTask_verify"),
						"the element userTask_verifyConcern is used by nobody"),
				arguments("a process with another id", MODELS.with(CARE, "\"SchoolCounselling\"", "\"Counselling\""),
						"the process is called Counselling"),
				arguments("a history time to live that does not parse", MODELS.with(CASE, "P3650D", "P10Y"),
						"no history time to live in days"),
				arguments("a decision without history time to live",
						MODELS.with("processes/risk-level.dmn", "camunda:historyTimeToLive=\"P3650D\"", ""),
						"no history time to live in days"),
				arguments("a misspelt variable in a condition",
						MODELS.with(CASE, "${outcome == 'NEEDS_MORE'}", "${outcomes == 'NEEDS_MORE'}"),
						"nobody declares outcomes"),
				arguments("a code that a variable never takes",
						MODELS.with(CASE, "${outcome == 'NEEDS_MORE'}", "${outcome == 'RED'}"), "outcome is never RED"),
				arguments("a routing fact that the model no longer uses",
						MODELS.with(CARE, "${counselling == 'FOLLOW_UP_ONLY'}", "${guardianInformed}"),
						"does not use the routing fact counselling"),
				arguments("a misspelt delegate", MODELS.with(CASE, "${closeCase}", "${closeTheCase}"),
						"nobody declares closeTheCase"),
				arguments("a delegate that no model uses",
						MODELS.with(CASE, "${remindLeader}", "${escalateLeaderReport}"),
						"the delegate remindLeader is used by nobody"),
				arguments("a form that does not exist",
						MODELS.with(CASE, "camunda:formRef=\"decide-closing\"", "camunda:formRef=\"decide\""),
						"the form decide does not exist"),
				arguments("a form that no task uses",
						MODELS.with(CASE, "camunda:formRef=\"decide-closing\"", "camunda:formRef=\"review-closing\""),
						"the form decide-closing is used by nobody"),
				arguments("a role that does not exist", MODELS.with(CARE, "\"headTeacher\"", "\"headmaster\""),
						"names the role headmaster"),
				arguments("a task offered to a person",
						MODELS.with(CARE, "camunda:candidateGroups=\"headTeacher\"", "camunda:assignee=\"teacher\""),
						"must be offered to roles"),
				arguments("a called process that does not exist",
						MODELS.with(CASE, "calledElement=\"MonthlyFollowUp\"", "calledElement=\"WeeklyFollowUp\""),
						"calls WeeklyFollowUp"),
				arguments("a call without the business key",
						MODELS.with(CASE, "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", ""),
						"does not hand on the business key"),
				arguments("a decision that does not exist",
						MODELS.with(FOLLOW_UP, "decisionRef=\"FollowUpTrend\"", "decisionRef=\"Trend\""),
						"the decision Trend does not exist"),
				arguments("a decision that asks for something unknown",
						MODELS.with("processes/follow-up-trend.dmn", "<text>alarm</text>", "<text>worry</text>"),
						"asks for worry"),
				arguments("a policy key that is not there", MODELS.with(CASE, "'verify.limit'", "'verification.limit'"),
						"says nothing about verification.limit"),
				arguments("a policy key that nobody asks for",
						MODELS.with("policies.csv", "student.check.limit", "student.look.limit"),
						"nobody asks for student.look.limit"),
				arguments("an urgency without its policy",
						MODELS.with("policies.csv", "assess.limit.TODAY", "assess.limit.TOMORROW"),
						"says nothing about assess.limit.TODAY"),
				arguments("a way of asking that deadlines do not have",
						MODELS.with(CASE, "deadlines.byUrgency", "deadlines.someTime"), "deadlines cannot someTime"),
				arguments("a second person who differs from nobody",
						MODELS.with(CASE, "value=\"userTask_reviewClosing\"", "value=\"userTask_review\""),
						"wants another person than at userTask_review"),
				arguments("code that runs in a submission",
						MODELS.with(CASE, "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${closeCase}\"",
								"camunda:delegateExpression=\"${closeCase}\""),
						"runs code in somebody's submission"),
				arguments("a task that is never due", MODELS.with(CARE, "camunda:dueDate=\"${guardianDue}\"", ""),
						"userTask_informGuardian is never due"),
				arguments("a gateway without default", MODELS.with(CASE, "default=\"flow_closingRefused\"", ""),
						"gateway_closingAgreed has no default"),
				arguments("a field that the rule asks for in vain",
						MODELS.with("forms/verify-concern.form", "\"contactMade\"", "\"contact\""),
						"does not ask for contactMade"),
				arguments("a routing code that the variable may not take",
						MODELS.with("forms/decide-closing.form", "\"AGREE\"", "\"YES\""),
						"closingDecision may not be YES"),
				arguments("a read-only field that nobody enters",
						MODELS.with("forms/decide-closing.form", "review-closing.summary", "review-closing.story"),
						"which nobody enters"),
				arguments("an option that is a sentence",
						MODELS.with("forms/report-concern.form", "\"NOT_FOUND\"", "\"not found\""), "which is no code"),
				arguments("a form that is not there", MODELS.without("forms/check-on-student.form"),
						"the form check-on-student does not exist"));
	}

}
