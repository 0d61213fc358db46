package org.huxin.postvention;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.huxin.engine.FormRule;
import org.huxin.engine.Submission;

import org.springframework.stereotype.Component;

/**
 * 列出受影响的人 (F31): somebody is affected, and the one at the centre is not on the list.
 */
@Component
class ListExposedPersonsRule implements FormRule {

	@Override
	public String form() {
		return "list-exposed-persons";
	}

	@Override
	public void apply(Submission submission) {
		Set<String> listed = new LinkedHashSet<>();
		Closeness.FIELDS.keySet().forEach((field) -> listed.addAll(submission.texts(field)));
		boolean nobody = listed.isEmpty()
				&& Stream.of("classes", "teachers", "responders", "others").allMatch(submission::isBlank);
		if (nobody) {
			submission.refuse("witnesses", "rule.postvention.nobody");
		}
		if (Earlier.holdsCentre(submission, listed)) {
			submission.refuse("witnesses", "rule.postvention.centre");
		}
		submission.record("listed", List.copyOf(listed));
	}

}
