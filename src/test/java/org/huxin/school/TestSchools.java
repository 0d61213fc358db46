package org.huxin.school;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.huxin.identity.Accounts;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Schools of every kind for tests, made and changed by the same services as the
 * administrators' pages: offices, classes, students with guardians, staff who leave, come
 * back, are absent or are parents of a student themselves.
 */
public final class TestSchools {

	private static final String PASSWORD = "Wander-2027";

	private static final List<String> NAMES = List.of("甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七", "辛八");

	private final Office office;

	private final Accounts accounts;

	private final Personnel personnel;

	private final Schools schools;

	private final SchoolClasses classes;

	private final Students students;

	private final Guardians guardians;

	private final Staff staff;

	private final Hospitals hospitals;

	private final PolicyEditor policies;

	private final PolicyProfiles profiles;

	private final Seals seals;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	public TestSchools(ApplicationContext context) {
		this.office = context.getBean(Office.class);
		this.accounts = context.getBean(Accounts.class);
		this.personnel = context.getBean(Personnel.class);
		this.schools = context.getBean(Schools.class);
		this.classes = context.getBean(SchoolClasses.class);
		this.students = context.getBean(Students.class);
		this.guardians = context.getBean(Guardians.class);
		this.staff = context.getBean(Staff.class);
		this.hospitals = context.getBean(Hospitals.class);
		this.policies = context.getBean(PolicyEditor.class);
		this.profiles = context.getBean(PolicyProfiles.class);
		this.seals = context.getBean(Seals.class);
		this.jdbc = context.getBean(JdbcTemplate.class);
		this.transaction = context.getBean(TransactionTemplate.class);
	}

	/**
	 * Opens a school with people in every role. Half of them have one counsellor, one
	 * head teacher and one leader are parents of a student of their own school.
	 * @param code the school's code, which begins its accounts
	 * @param today the day it opens
	 */
	public void open(String code, SchoolKind kind, Random dice, LocalDate today) {
		this.transaction.executeWithoutResult((status) -> {
			this.office.open(code, "走查" + kind, kind, "10000000110");
			calendar(code, today);
			Map<Role, List<String>> staff = employ(code, kind, dice, today);
			School school = this.schools.findByCode(code).orElseThrow();
			this.hospitals
				.save(new Hospital(school, "市精神卫生中心", "儿少心理科", HospitalGrade.TERTIARY_A, true, "10000000901"));
			this.hospitals.save(new Hospital(school, "区人民医院", "心理科", HospitalGrade.SECONDARY_A, true, "10000000902"));
			this.hospitals.save(new Hospital(school, "社区卫生中心", "全科", HospitalGrade.PRIMARY, false, "10000000903"));
			String college = (kind == SchoolKind.UNIVERSITY) ? "文学院" : null;
			List<String> teachers = staff.get(Role.HEAD_TEACHER);
			List<String> counsellors = staff.get(Role.COUNSELOR);
			int born = today.getYear() - ((kind == SchoolKind.UNIVERSITY) ? 19 : (kind == SchoolKind.PRIMARY) ? 9 : 14);
			for (int i = 0; i < 2; i++) {
				SchoolClass made = this.classes.save(new SchoolClass(school, "一年级", (i + 1) + "班", college));
				entrust(code, teachers.get(i % teachers.size()), Role.HEAD_TEACHER, made);
				entrust(code, counsellors.get(i % counsellors.size()), Role.COUNSELOR, made);
				enrol(code, made, i, born, dice);
			}
		});
	}

	private void calendar(String code, LocalDate today) {
		for (int year = today.getYear() - 1; year < today.getYear() + 4; year++) {
			this.office.addTerm(code, year + "秋", year + "-09-01", (year + 1) + "-01-20");
			this.office.addTerm(code, year + "春", (year + 1) + "-02-20", (year + 1) + "-07-05");
			this.office.addBreak(code, "寒假", "VACATION", (year + 1) + "-01-21", (year + 1) + "-02-19");
			this.office.addBreak(code, "暑假", "VACATION", (year + 1) + "-07-06", (year + 1) + "-08-31");
		}
	}

	private Map<Role, List<String>> employ(String code, SchoolKind kind, Random dice, LocalDate today) {
		Map<Role, List<String>> staff = new LinkedHashMap<>();
		Set<Role> roles = new LinkedHashSet<>(List.of(Role.HEAD_TEACHER, Role.COUNSELOR, Role.LEADER, Role.DUTY,
				Role.STUDENT_AFFAIRS, Role.REGISTRY, Role.DOCTOR, Role.SECURITY, Role.DORMITORY, Role.GRADE_HEAD,
				Role.SUBJECT_TEACHER, Role.AUDITOR));
		if (kind == SchoolKind.UNIVERSITY) {
			roles.addAll(List.of(Role.COLLEGE_SECRETARY, Role.COLLEGE_COUNSELOR));
		}
		for (Role role : roles) {
			boolean second = role == Role.HEAD_TEACHER || (role == Role.COUNSELOR && dice.nextBoolean())
					|| (role == Role.LEADER && dice.nextBoolean());
			for (int i = 0; i < (second ? 2 : 1); i++) {
				String account = code + "." + role.id().toLowerCase(java.util.Locale.ROOT) + (i + 1);
				UUID id = this.accounts.open(code, account, NAMES.get(i) + role.id(), phone(role, i), Set.of(role),
						PASSWORD);
				if (role == Role.COUNSELOR) {
					this.personnel.qualify(id, "心理健康教育教师资格", today.plusYears(20));
				}
				staff.computeIfAbsent(role, (key) -> new ArrayList<>()).add(account);
			}
		}
		return staff;
	}

	private static String phone(Role role, int number) {
		return "1077%03d%04d".formatted(role.ordinal(), number);
	}

	private void entrust(String code, String account, Role role, SchoolClass schoolClass) {
		UUID id = this.staff.findByAccount(account).orElseThrow().id();
		this.office.entrust(code, id.toString(), role.id(), "class:" + schoolClass.id());
	}

	private void enrol(String code, SchoolClass schoolClass, int offset, int born, Random dice) {
		for (int i = 0; i < 6; i++) {
			LocalDate birthday = LocalDate.of(born, Month.JANUARY, 1).plusDays(dice.nextInt(365));
			Student student = this.students.save(new Student(schoolClass, "2027%d%03d".formatted(offset, i),
					"走" + NAMES.get(i), (i % 2 == 0) ? Gender.FEMALE : Gender.MALE, birthday, this.seals));
			// one child of the class's head teacher, one of the leader's
			String phone = (i == 0) ? phone(Role.HEAD_TEACHER, offset)
					: (i == 1) ? phone(Role.LEADER, 0) : "1088%d%06d".formatted(offset, i);
			guardian(code, student, 1, phone, "母亲", i % 2 == 0);
			if (i % 3 != 0) {
				guardian(code, student, 2, "1089%d%06d".formatted(offset, i), "父亲", i % 4 == 1);
			}
		}
	}

	private void guardian(String code, Student student, int position, String phone, String relation, boolean signsIn) {
		Guardian guardian = this.guardians
			.save(new Guardian(student, position, "家" + NAMES.get(position), phone, relation, this.seals));
		if (signsIn) {
			String account = code + ".g" + guardian.entry(this.seals).id().toString().substring(0, 8);
			guardian.signsInAs(account);
			this.guardians.save(guardian);
			this.accounts.setPassword(account, PASSWORD);
		}
	}

	/**
	 * The people of a school that no test needs any more go, so that a thousand schools
	 * weigh no more than one. Its cases stay.
	 */
	public void close(String code) {
		String school = "(select id from huxin.school where code = '" + code + "')";
		String staff = "(select id from huxin.staff where school_id = " + school + ")";
		String students = "(select student.id from huxin.student student join huxin.school_class class "
				+ "on class.id = student.class_id where class.school_id = " + school + ")";
		this.jdbc.batchUpdate("delete from huxin.account where name like '" + code + ".%'",
				"delete from huxin.substitute where absent_id in " + staff + " or substitute_id in " + staff,
				"delete from huxin.responsibility where school_id = " + school,
				"delete from huxin.staff_role where staff_id in " + staff,
				"delete from huxin.staff where school_id = " + school,
				"delete from huxin.guardian where student_id in " + students,
				"delete from huxin.student where id in " + students);
	}

	/** The accounts of a student's guardians, safe to tell or not, by guardian. */
	public Map<String, UUID> guardianAccounts(UUID student) {
		Map<String, UUID> accounts = new HashMap<>();
		this.transaction.executeWithoutResult((status) -> this.guardians.findByStudentIdOrderByPosition(student)
			.forEach((guardian) -> guardian.account()
				.ifPresent((account) -> accounts.put(account, guardian.entry(this.seals).id()))));
		return accounts;
	}

	public void leave(String account) {
		this.personnel.leave(id(account));
	}

	public void comeBack(String account) {
		this.personnel.comeBack(id(account));
	}

	/**
	 * Somebody is absent.
	 * @param substitute who stands in, {@code null} for nobody
	 * @throws DirectoryRefused if it may not be so
	 */
	public void absent(String code, String account, String substitute, LocalDate from, LocalDate until) {
		this.office.substitute(code, id(account).toString(), (substitute != null) ? id(substitute).toString() : "",
				from.toString(), until.toString());
	}

	/**
	 * The administrator changes a limit of a school's policy: cases that begin from now
	 * on keep to it.
	 * @return the new version, empty if the value is in force already
	 */
	public Optional<Long> changePolicy(String code, String key, String value) {
		if (this.policies.changes(code, Map.of(key, value)).isEmpty()) {
			return Optional.empty();
		}
		return this.policies.change(code, this.profiles.currentVersion(code), Map.of(key, value), "admin", "走查");
	}

	private UUID id(String account) {
		return this.staff.findByAccount(account).orElseThrow().id();
	}

}
