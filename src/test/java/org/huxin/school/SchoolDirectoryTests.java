package org.huxin.school;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuxinTest
class SchoolDirectoryTests {

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final Staff staff;

	private final Substitutes substitutes;

	private final JdbcTemplate jdbc;

	private final TransactionOperations transactions;

	private final Clock clock;

	@Autowired
	SchoolDirectoryTests(SchoolDirectory directory, Personnel personnel, Staff staff, Substitutes substitutes,
			JdbcTemplate jdbc, TransactionOperations transactions, Clock clock) {
		this.directory = directory;
		this.personnel = personnel;
		this.staff = staff;
		this.substitutes = substitutes;
		this.jdbc = jdbc;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Test
	void theDemoHasTwoSchoolsAndFortyStudents() {
		assertThat(this.directory.schools()).extracting(SchoolEntry::code).contains("haitang", "qinghe");
		assertThat(this.directory.students("qinghe")).filteredOn(MoreStudents::isOfTheDemo).hasSize(28);
		assertThat(this.directory.students("haitang")).hasSize(12);
		assertThat(this.directory.students("qinghe")).extracting(StudentEntry::line).contains("李明（七年级1班）");
	}

	@Test
	void studentsAreListedByClassAsASchoolCountsItsClasses() {
		assertThat(this.directory.students("qinghe").stream().map(StudentEntry::className).distinct())
			.containsExactly("七年级1班", "七年级2班", "八年级1班", "九年级1班");
	}

	@Test
	void noTableHoldsANameAPhoneANumberOrABirthDateInClear() {
		StudentEntry student = liMing();
		GuardianEntry guardian = this.directory.guardians(student.id()).get(0);
		String staffName = this.directory.staffByAccount("teacher").orElseThrow().name();
		List<String> secrets = List.of(student.name(), student.birthDate().toString(), guardian.name(),
				guardian.phone(), staffName, "10000000101", student.birthDate().getYear() + "0001");
		for (String table : List.of("student", "guardian", "staff")) {
			for (Map<String, Object> row : this.jdbc.queryForList("select * from huxin." + table)) {
				row.forEach((column, value) -> {
					String text = (value instanceof byte[] bytes)
							? new String(bytes, java.nio.charset.StandardCharsets.UTF_8) : String.valueOf(value);
					assertThat(secrets).as("%s.%s", table, column).noneMatch(text::contains);
				});
			}
		}
	}

	@Test
	void aSealedNameMovedToAnotherRowDoesNotOpen() {
		UUID one = liMing().id();
		this.transactions.executeWithoutResult((status) -> {
			this.jdbc.update("update huxin.student set name = (select name from huxin.student where id <> ? limit 1) "
					+ "where id = ?", one, one);
			assertThatExceptionOfType(org.huxin.vault.SealBroken.class).isThrownBy(() -> this.directory.student(one));
			status.setRollbackOnly();
		});
	}

	@Test
	void theHeadTeacherOfHisClassAnswersForAStudent() {
		assertThat(this.directory.responsibleFor(liMing().id(), Role.HEAD_TEACHER)).extracting(StaffEntry::account)
			.containsExactly("teacher");
	}

	@Test
	void theGradeHeadAndTheCounsellorOfHisClassAnswerForAStudent() {
		assertThat(this.directory.responsibleFor(liMing().id(), Role.GRADE_HEAD)).extracting(StaffEntry::account)
			.containsExactly("gradehead");
		assertThat(this.directory.responsibleFor(liMing().id(), Role.COUNSELOR)).extracting(StaffEntry::account)
			.containsExactly("counselor");
	}

	@Test
	void nobodyAnswersForAStudentInARoleThatNamesNobody() {
		assertThat(this.directory.responsibleFor(liMing().id(), Role.LEADER)).isEmpty();
		assertThat(this.directory.responsibleFor(UUID.randomUUID(), Role.HEAD_TEACHER)).isEmpty();
	}

	@Test
	void aRoleIsListedForItsSchoolOnly() {
		assertThat(this.directory.withRole("qinghe", Role.LEADER)).extracting(StaffEntry::account)
			.containsExactly("leader");
		assertThat(this.directory.withRole("haitang", Role.LEADER)).extracting(StaffEntry::account)
			.containsExactly("leader2");
		assertThat(this.directory.withRole("haitang", Role.DOCTOR)).isEmpty();
	}

	@Test
	void theDistrictServesEverySchool() {
		assertThat(this.directory.withRole("qinghe", Role.DISTRICT))
			.isEqualTo(this.directory.withRole("haitang", Role.DISTRICT))
			.extracting(StaffEntry::account)
			.containsExactly("district");
		assertThat(this.directory.staffByAccount("district").orElseThrow().school()).isNull();
	}

	@Test
	void whoeverLeftIsOfferedNothing() {
		this.transactions.executeWithoutResult((status) -> {
			this.personnel.leave(account("leader2"));
			assertThat(this.directory.withRole("haitang", Role.LEADER)).isEmpty();
			this.personnel.leave(account("teacher"));
			assertThat(this.directory.responsibleFor(liMing().id(), Role.HEAD_TEACHER)).isEmpty();
			status.setRollbackOnly();
		});
	}

	@Test
	void whoeverLostTheRoleAnswersForNobodyInIt() {
		this.transactions.executeWithoutResult((status) -> {
			this.personnel.appoint(account("teacher"), Set.of(Role.SUBJECT_TEACHER));
			assertThat(this.directory.responsibleFor(liMing().id(), Role.HEAD_TEACHER)).isEmpty();
			status.setRollbackOnly();
		});
	}

	@Test
	void aSubstituteStandsInFromTheFirstToTheLastDay() {
		LocalDate first = LocalDate.of(2030, 5, 1);
		LocalDate last = LocalDate.of(2030, 5, 3);
		this.transactions.executeWithoutResult((status) -> {
			this.substitutes.save(new Substitute(member("counselor"), member("counselor1b"), first, last));
			UUID absent = account("counselor");
			assertThat(this.directory.substitutesOf(absent, first.minusDays(1))).isEmpty();
			assertThat(this.directory.substitutesOf(absent, first)).extracting(StaffEntry::account)
				.containsExactly("counselor1b");
			assertThat(this.directory.substitutesOf(absent, last)).hasSize(1);
			assertThat(this.directory.substitutesOf(absent, last.plusDays(1))).isEmpty();
			status.setRollbackOnly();
		});
	}

	@Test
	void aCounsellorIsQualifiedUntilTheLastDayOfTheCertificate() {
		UUID counselor = account("counselor");
		LocalDate today = LocalDate.now(this.clock);
		this.transactions.executeWithoutResult((status) -> {
			this.personnel.qualify(counselor, "心理健康教育教师资格", today);
			assertThat(this.directory.qualified(counselor, today)).isTrue();
			assertThat(this.directory.qualified(counselor, today.plusDays(1))).isFalse();
			status.setRollbackOnly();
		});
		assertThat(this.directory.qualified(account("teacher"), today)).isFalse();
	}

	@Test
	void aGuardianIsNotKnownToBeSafeUntilSomebodyAsked() {
		UUID student = liMing().id();
		GuardianEntry father = this.directory.guardians(student).get(0);
		assertThat(father.order()).isEqualTo(1);
		assertThat(father.safe()).isEqualTo(SafeToInform.UNKNOWN);
		this.transactions.executeWithoutResult((status) -> {
			this.directory.markSafeToInform(father.id(), SafeToInform.NO);
			assertThat(this.directory.guardians(student).get(0).safe()).isEqualTo(SafeToInform.NO);
			status.setRollbackOnly();
		});
	}

	@Test
	void everyGroupIdIsARole() {
		assertThat(Role.of("headTeacher")).contains(Role.HEAD_TEACHER);
		assertThat(Role.of("nobody")).isEmpty();
		assertThat(Arrays.stream(Role.values()).map(Role::id)).doesNotHaveDuplicates();
	}

	@Test
	void anAccountNameIsGivenOnce() {
		assertThatExceptionOfType(DirectoryRefused.class)
			.isThrownBy(() -> this.personnel.employ("haitang", "teacher", "王某", "", Set.of(Role.LEADER)))
			.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directory.refused.accountTaken"));
	}

	@Test
	void theLastAdministratorStays() {
		this.transactions.executeWithoutResult((status) -> {
			UUID other = this.personnel.employ("haitang", "admin2", "另一位管理员", "", Set.of(Role.ADMINISTRATOR));
			this.personnel.leave(account("admin"));
			assertThatExceptionOfType(DirectoryRefused.class).isThrownBy(() -> this.personnel.leave(other))
				.satisfies((ex) -> assertThat(ex.messageKey()).isEqualTo("directory.refused.lastAdministrator"));
			status.setRollbackOnly();
		});
	}

	private StudentEntry liMing() {
		return this.directory.students("qinghe")
			.stream()
			.filter((student) -> student.name().equals("李明"))
			.findFirst()
			.orElseThrow();
	}

	private UUID account(String name) {
		return this.directory.staffByAccount(name).orElseThrow().id();
	}

	private StaffMember member(String account) {
		return this.staff.findByAccount(account).orElseThrow();
	}

}
