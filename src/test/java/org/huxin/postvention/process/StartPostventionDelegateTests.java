package org.huxin.postvention.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.huxin.casefile.CaseRef;
import org.huxin.postvention.EventFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;

/**
 * An emergency hands over to the postvention; after a death the family has one liaison.
 * F31 G14, rule of practice 5.
 */
class StartPostventionDelegateTests {

	@ParameterizedTest
	@CsvSource({ "FAMILY, true", "RESCUE, false", ", false" })
	void anEmergencyHandsOverToTheEventOfItsOwnNumber(String responsePlan, boolean family) {
		EventFiles events = mock(EventFiles.class);
		DelegateExecution execution = mock(DelegateExecution.class);
		given(execution.getTenantId()).willReturn("qinghe");
		given(execution.getProcessBusinessKey()).willReturn("2026-0001");
		given(execution.getVariable("responsePlan")).willReturn(responsePlan);
		new StartPostventionDelegate(events).execute(execution);
		then(events).should().begin(new CaseRef("qinghe", "2026-0001"), family);
	}

}
