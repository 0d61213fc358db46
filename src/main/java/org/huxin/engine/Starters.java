package org.huxin.engine;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.huxin.identity.Account;
import org.huxin.school.Role;

import org.springframework.stereotype.Component;

/**
 * Who may start a process: the roles that the model names as candidate starters.
 */
@Component
class Starters {

	/** The roles of a model's {@code camunda:candidateStarterGroups}. */
	Set<String> roles(ProcessDefinitionEntity definition) {
		return definition.getCandidateStarterGroupIdExpressions()
			.stream()
			.map(Expression::getExpressionText)
			.collect(Collectors.toSet());
	}

	boolean mayStart(Account person, ProcessDefinitionEntity definition) {
		Set<String> starters = roles(definition);
		return person.roles().stream().map(Role::id).anyMatch(starters::contains);
	}

}
