package org.huxin.identity;

import java.util.Set;
import java.util.UUID;

import org.huxin.school.Personnel;
import org.huxin.school.Role;
import org.huxin.school.SchoolDirectory;
import org.huxin.school.StaffEntry;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Outside the demo there is no account but the one that the person who installs the
 * product names a password for.
 */
@Component
@ConditionalOnProperty(name = "huxin.demo", havingValue = "false", matchIfMissing = true)
class FirstAdministrator implements InitializingBean {

	static final String NAME = "admin";

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final Accounts accounts;

	private final TransactionOperations transactions;

	private final String password;

	FirstAdministrator(SchoolDirectory directory, Personnel personnel, Accounts accounts,
			TransactionOperations transactions, @Value("${huxin.admin-password:}") String password) {
		this.directory = directory;
		this.personnel = personnel;
		this.accounts = accounts;
		this.transactions = transactions;
		this.password = password;
	}

	@Override
	public void afterPropertiesSet() {
		if (!this.directory.hasAdministrator()) {
			try {
				this.transactions.executeWithoutResult((status) -> appoint());
			}
			catch (PasswordRefused ex) {
				throw new AdministratorPasswordMissing(ex);
			}
		}
	}

	private void appoint() {
		if (this.password.isBlank()) {
			throw new AdministratorPasswordMissing(null);
		}
		UUID id = this.directory.staffByAccount(NAME)
			.map(StaffEntry::id)
			.orElseGet(() -> this.personnel.employ(null, NAME, "系统管理员", "", Set.of(Role.ADMINISTRATOR)));
		this.personnel.appoint(id, Set.of(Role.ADMINISTRATOR));
		this.personnel.comeBack(id);
		this.accounts.setPassword(NAME, this.password);
	}

}
