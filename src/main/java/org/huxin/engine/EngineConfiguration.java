package org.huxin.engine;

import java.time.Clock;
import java.time.ZoneId;

import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.Drafts;
import org.huxin.identity.Accounts;
import org.huxin.school.PolicyProfiles;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The parts of the engine's seams.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class EngineConfiguration {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Bean
	@Primary
	Clock clock() {
		return new BusinessClock(ZONE);
	}

	@Bean
	VariableGuard variableGuard(DoorMessages messages) {
		return new VariableGuard(messages);
	}

	@Bean
	Door.DoorParts doorParts(FormCheck check, FormFill fill, Gatekeeper gatekeeper, Starters starters,
			Accounts accounts, CaseFiles caseFiles, Drafts drafts, PolicyProfiles policies, DoorMessages messages,
			Decisions decisions, Deadlines deadlines, Clock clock, PlatformTransactionManager transactions,
			ObjectProvider<FormRule> rules) {
		TransactionTemplate reading = new TransactionTemplate(transactions);
		reading.setReadOnly(true);
		return new Door.DoorParts(check, fill, gatekeeper, starters, accounts, caseFiles, drafts, policies, messages,
				decisions, deadlines, clock, new TransactionTemplate(transactions), reading, rules::orderedStream);
	}

}
