package org.huxin.identity;

import org.huxin.school.SchoolDirectory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * In the demo everybody of the demo schools signs in with one known password.
 */
@Component
@DependsOn("demoSchool")
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
class DemoAccounts implements InitializingBean {

	private static final String PASSWORD = "huxin";

	private final Accounts accounts;

	private final Credentials credentials;

	private final SchoolDirectory directory;

	private final TransactionOperations transactions;

	DemoAccounts(Accounts accounts, Credentials credentials, SchoolDirectory directory,
			TransactionOperations transactions) {
		this.accounts = accounts;
		this.credentials = credentials;
		this.directory = directory;
		this.transactions = transactions;
	}

	@Override
	public void afterPropertiesSet() {
		this.transactions.executeWithoutResult((status) -> {
			if (this.credentials.count() == 0) {
				// the password is public, so one hash for all of them gives nothing away
				String hash = this.accounts.encode(PASSWORD);
				this.directory.accountNames().forEach((name) -> this.accounts.keep(name, hash));
			}
		});
	}

}
