package org.huxin.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.StartProcessVariableScope;
import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A deployed model is code: what its expressions reach are the listed beans and nothing
 * else, in the engine as it runs.
 */
@HuxinTest
class ListedBeansTests {

	private final ProcessEngineConfigurationImpl configuration;

	@Autowired
	ListedBeansTests(ProcessEngine engine) {
		this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
	}

	@Test
	void modelsReachTheDeadlinesAndTheDelegates() {
		assertThat(valueOf("${deadlines}")).isInstanceOf(Deadlines.class);
		assertThat(valueOf("${closeCase}")).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "${dataSource}", "${accounts}", "${caseFiles}", "${vault}", "${environment}",
			"${systemProperties}", "${jdbcTemplate}", "${schoolDirectory}" })
	void modelsReachNoOtherBean(String expression) {
		assertThatThrownBy(() -> valueOf(expression)).isInstanceOf(ProcessEngineException.class)
			.hasMessageContaining("Cannot resolve identifier");
	}

	private Object valueOf(String expression) {
		return this.configuration.getCommandExecutorTxRequired()
			.execute((context) -> this.configuration.getExpressionManager()
				.createExpression(expression)
				.getValue(StartProcessVariableScope.getSharedInstance()));
	}

}
