package org.huxin.identity;

import java.util.List;

import org.huxin.HuxinTest;
import org.huxin.school.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuxinTest
class AccountsTests {

	private final Accounts accounts;

	private final UserDetailsService details;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	@Autowired
	AccountsTests(Accounts accounts, UserDetailsService details, JdbcTemplate jdbc,
			TransactionOperations transactions) {
		this.accounts = accounts;
		this.details = details;
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void theDemoHasItsAccounts() {
		assertThat(this.accounts.all()).extracting(Account::name)
			.contains("teacher", "counselor", "guardian", "leader", "affairs", "registry", "doctor", "security", "duty",
					"admin", "auditor", "district", "teacher2", "counselor2", "leader2")
			.allSatisfy((name) -> assertThat(this.accounts.find(name)).get().matches(Account::enabled));
		assertThat(this.accounts.checkPassword("teacher", "huxin")).isTrue();
		assertThat(this.accounts.checkPassword("guardian", "huxin")).isTrue();
	}

	@Test
	void aWrongPasswordOrAnUnknownNameIsRefused() {
		assertThat(this.accounts.checkPassword("teacher", "wrong")).isFalse();
		assertThat(this.accounts.checkPassword("nobody", "nobody")).isFalse();
		assertThat(this.accounts.checkPassword("", "")).isFalse();
		assertThat(this.accounts.checkPassword("teacher", "huxin".repeat(1000))).isFalse();
		assertThatExceptionOfType(UsernameNotFoundException.class)
			.isThrownBy(() -> this.details.loadUserByUsername("nobody"));
	}

	@Test
	void passwordsAreKeptHashed() {
		List<String> kept = this.jdbc.queryForList("select password from huxin.account", String.class);
		assertThat(kept).isNotEmpty().allMatch((hash) -> hash.startsWith("{bcrypt}$2"));
	}

	@Test
	void anAuthorityIsARole() {
		UserDetails teacher = this.details.loadUserByUsername("teacher");
		assertThat(teacher.getAuthorities()).extracting(Object::toString)
			.containsExactlyInAnyOrder("ROLE_headTeacher", "ROLE_subjectTeacher");
		assertThat(this.details.loadUserByUsername("guardian").getAuthorities()).extracting(Object::toString)
			.containsExactly("ROLE_guardian");
	}

	@Test
	void anAccountBelongsToItsSchoolAndTheDistrictToAll() {
		assertThat(this.accounts.schoolsOf("teacher")).containsExactly("qinghe");
		assertThat(this.accounts.schoolsOf("teacher2")).containsExactly("haitang");
		assertThat(this.accounts.schoolsOf("guardian")).containsExactly("qinghe");
		assertThat(this.accounts.schoolsOf("district")).contains("qinghe", "haitang");
		assertThat(this.accounts.schoolsOf("nobody")).isEmpty();
		assertThat(this.accounts.find("district").orElseThrow().school()).isEmpty();
		assertThat(this.accounts.find("guardian").orElseThrow().roles()).containsExactly(Role.GUARDIAN);
	}

	@Test
	void whoeverIsSignedInIsTheCurrentAccount() {
		assertThat(this.accounts.current()).isEmpty();
		assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(this.accounts::currentAccount);
		SecurityContextHolder.getContext()
			.setAuthentication(new TestingAuthenticationToken("leader", "", "ROLE_leader"));
		assertThat(this.accounts.currentAccount().displayName()).isEqualTo("郑国栋");
	}

	@Test
	void aPasswordIsChangedByWhoeverKnowsIt() {
		this.transactions.executeWithoutResult((status) -> {
			assertThatExceptionOfType(PasswordRefused.class)
				.isThrownBy(() -> this.accounts.changePassword("duty", "wrong", "一个足够长的新密码呀"))
				.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("password.wrongCurrent"));
			this.accounts.changePassword("duty", "huxin", "一个足够长的新密码呀");
			assertThat(this.accounts.checkPassword("duty", "huxin")).isFalse();
			assertThat(this.accounts.checkPassword("duty", "一个足够长的新密码呀")).isTrue();
			status.setRollbackOnly();
		});
	}

	@ParameterizedTest
	@CsvSource({ "short,password.tooShort", "aaaaaaaaaaaaa,password.tooEasy", "xx-duty-yyzz,password.tooEasy",
			"护心护心护心护心护心护心护心护心护心护心护心护心平安,password.tooLong" })
	void aWeakPasswordIsRefused(String password, String messageKey) {
		assertThatExceptionOfType(PasswordRefused.class).isThrownBy(() -> this.accounts.setPassword("duty", password))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo(messageKey));
	}

}
