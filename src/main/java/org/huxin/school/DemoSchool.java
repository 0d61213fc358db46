package org.huxin.school;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Two invented schools for the demo, written into an empty directory. The phones begin
 * with 10: nobody has such a number.
 */
@Component("demoSchool")
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
class DemoSchool implements InitializingBean {

	private static final List<String> SURNAMES = List.of("王", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡",
			"朱", "高", "林", "何", "郭", "罗", "梁", "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "程", "曹", "袁", "邓", "许", "傅",
			"沈", "曾", "彭", "吕", "苏", "卢", "蒋");

	private static final List<String> GIRLS = List.of("思琪", "雨桐", "欣怡", "佳宁", "梦瑶", "子涵", "诗雅", "可心", "若溪", "语嫣", "晓彤",
			"安然", "静姝", "婉清", "书瑶", "芷若", "乐怡", "紫萱", "念慈", "依诺");

	private static final List<String> BOYS = List.of("浩然", "宇轩", "子墨", "俊杰", "天佑", "博文", "明哲", "嘉豪", "志远", "思远", "昊天",
			"泽宇", "文轩", "一鸣", "凯文", "景行", "承志", "星辰", "乐山", "睿阳");

	private static final List<String> ELDERS = List.of("建国", "秀英", "志强", "丽华", "海燕", "国强", "桂芳", "文斌", "晓梅", "永明", "春燕",
			"德胜");

	/** The first day of the lunar year, by year. */
	private static final Map<Integer, LocalDate> SPRING_FESTIVALS = Map.of(2026, LocalDate.of(2026, Month.FEBRUARY, 17),
			2027, LocalDate.of(2027, Month.FEBRUARY, 6), 2028, LocalDate.of(2028, Month.JANUARY, 26), 2029,
			LocalDate.of(2029, Month.FEBRUARY, 13), 2030, LocalDate.of(2030, Month.FEBRUARY, 3));

	private final Schools schools;

	private final Terms terms;

	private final SchoolBreaks breaks;

	private final SchoolClasses classes;

	private final Students students;

	private final Guardians guardians;

	private final Staff staff;

	private final Responsibilities responsibilities;

	private final Substitutes substitutes;

	private final Hospitals hospitals;

	private final Seals seals;

	private final TransactionOperations transactions;

	private final Clock clock;

	/** The same people in every demo. */
	private final Random dice = new Random(20260901);

	private int people;

	DemoSchool(Schools schools, Terms terms, SchoolBreaks breaks, SchoolClasses classes, Students students,
			Guardians guardians, Staff staff, Responsibilities responsibilities, Substitutes substitutes,
			Hospitals hospitals, Seals seals, TransactionOperations transactions, Clock clock) {
		this.schools = schools;
		this.terms = terms;
		this.breaks = breaks;
		this.classes = classes;
		this.students = students;
		this.guardians = guardians;
		this.staff = staff;
		this.responsibilities = responsibilities;
		this.substitutes = substitutes;
		this.hospitals = hospitals;
		this.seals = seals;
		this.transactions = transactions;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.transactions.executeWithoutResult((status) -> {
			if (this.schools.count() == 0 && this.staff.count() == 0) {
				LocalDate today = LocalDate.now(this.clock);
				first(today);
				second(today);
				employ(null, "district", "区教育局值守", "10000000001", Role.DISTRICT);
			}
		});
	}

	private void first(LocalDate today) {
		School school = this.schools.save(new School("qinghe", "青禾第一中学", SchoolKind.SECONDARY, "10000000110"));
		terms(school, today);
		calendar(school, today);
		StaffMember teacher = employ(school, "teacher", "周晓岚", "10000000101", Role.HEAD_TEACHER, Role.SUBJECT_TEACHER);
		StaffMember teacherB = employ(school, "teacher1b", "何志明", "10000000102", Role.HEAD_TEACHER,
				Role.SUBJECT_TEACHER);
		StaffMember teacherC = employ(school, "teacher1c", "宋雅文", "10000000103", Role.HEAD_TEACHER,
				Role.SUBJECT_TEACHER);
		StaffMember counselor = employ(school, "counselor", "林静", "10000000104", Role.COUNSELOR);
		counselor.qualify("中小学心理健康教育教师资格", today.plusYears(3));
		StaffMember counselorB = employ(school, "counselor1b", "许明远", "10000000105", Role.COUNSELOR);
		counselorB.qualify("中小学心理健康教育教师资格", today.plusYears(1));
		StaffMember gradeHead = employ(school, "gradehead", "高文华", "10000000106", Role.GRADE_HEAD,
				Role.SUBJECT_TEACHER);
		employ(school, "leader", "郑国栋", "10000000107", Role.LEADER);
		employ(school, "affairs", "谢敏", "10000000108", Role.STUDENT_AFFAIRS);
		employ(school, "registry", "韩磊", "10000000109", Role.REGISTRY);
		employ(school, "doctor", "唐玉兰", "10000000111", Role.DOCTOR);
		employ(school, "security", "冯大勇", "10000000112", Role.SECURITY);
		employ(school, "duty", "总值班", "10000000110", Role.DUTY);
		employ(school, "admin", "系统管理员", "", Role.ADMINISTRATOR);
		employ(school, "auditor", "袁正", "10000000113", Role.AUDITOR);

		SchoolClass one = schoolClass(school, "七年级", "1班", teacher, counselor);
		SchoolClass two = schoolClass(school, "七年级", "2班", teacherB, counselor);
		SchoolClass three = schoolClass(school, "八年级", "1班", teacherB, counselor);
		SchoolClass four = schoolClass(school, "九年级", "1班", teacherC, counselorB);
		for (String grade : List.of("七年级", "八年级", "九年级")) {
			this.responsibilities.save(Responsibility.forGrade(gradeHead, Role.GRADE_HEAD, school, grade));
		}
		Student student = enrol(one, "李明", Gender.MALE, LocalDate.of(startYear(today) - 13, Month.MARCH, 12));
		guardian(student, 1, "李建国", "父亲").signsInAs("guardian");
		guardian(student, 2, "吴秀英", "母亲");
		enrol(one, 6, startYear(today) - 13);
		enrol(two, 7, startYear(today) - 13);
		enrol(three, 7, startYear(today) - 14);
		enrol(four, 7, startYear(today) - 15);
		this.substitutes.save(new Substitute(teacher, teacherB, today.plusDays(30), today.plusDays(36)));
		hospitals(school);
	}

	private void second(LocalDate today) {
		School school = this.schools.save(new School("haitang", "海棠职业学校", SchoolKind.VOCATIONAL, "10000000210"));
		terms(school, today);
		calendar(school, today);
		StaffMember teacher = employ(school, "teacher2", "曹立新", "10000000201", Role.HEAD_TEACHER, Role.SUBJECT_TEACHER);
		StaffMember counselor = employ(school, "counselor2", "苏晴", "10000000202", Role.COUNSELOR);
		counselor.qualify("心理健康教育教师资格", today.plusYears(2));
		employ(school, "leader2", "卢振华", "10000000203", Role.LEADER);
		enrol(schoolClass(school, "一年级", "汽修1班", teacher, counselor), 6, startYear(today) - 16);
		enrol(schoolClass(school, "二年级", "护理1班", teacher, counselor), 6, startYear(today) - 17);
		hospitals(school);
	}

	private void hospitals(School school) {
		this.hospitals.save(new Hospital(school, "市精神卫生中心", "儿少心理科", HospitalGrade.TERTIARY_A, true, "10000000901"));
		this.hospitals.save(new Hospital(school, "区人民医院", "心理科", HospitalGrade.SECONDARY_A, true, "10000000902"));
		this.hospitals.save(new Hospital(school, "清河社区卫生服务中心", "全科", HospitalGrade.PRIMARY, false, "10000000903"));
	}

	private void terms(School school, LocalDate today) {
		int year = startYear(today);
		String schoolYear = year + "—" + (year + 1) + "学年";
		this.terms.save(new Term(school, schoolYear + "第一学期", LocalDate.of(year, Month.SEPTEMBER, 1),
				LocalDate.of(year + 1, Month.JANUARY, 20)));
		this.terms.save(new Term(school, schoolYear + "第二学期", LocalDate.of(year + 1, Month.FEBRUARY, 20),
				LocalDate.of(year + 1, Month.JULY, 5)));
	}

	private void calendar(School school, LocalDate today) {
		int year = startYear(today);
		LocalDate newYear = SPRING_FESTIVALS.getOrDefault(year + 1, LocalDate.of(year + 1, Month.FEBRUARY, 6));
		free(school, "国庆节", SchoolBreak.Kind.HOLIDAY, LocalDate.of(year, Month.OCTOBER, 1), 7);
		free(school, "元旦", SchoolBreak.Kind.HOLIDAY, LocalDate.of(year + 1, Month.JANUARY, 1), 3);
		free(school, "寒假", SchoolBreak.Kind.VACATION, LocalDate.of(year + 1, Month.JANUARY, 21), 30);
		free(school, "春节", SchoolBreak.Kind.HOLIDAY, newYear.minusDays(1), 8);
		free(school, "清明节", SchoolBreak.Kind.HOLIDAY, LocalDate.of(year + 1, Month.APRIL, 4), 3);
		free(school, "劳动节", SchoolBreak.Kind.HOLIDAY, LocalDate.of(year + 1, Month.MAY, 1), 5);
		free(school, "暑假", SchoolBreak.Kind.VACATION, LocalDate.of(year + 1, Month.JULY, 6), 57);
	}

	private void free(School school, String name, SchoolBreak.Kind kind, LocalDate firstDay, int days) {
		this.breaks.save(new SchoolBreak(school, name, kind, firstDay, firstDay.plusDays(days - 1L)));
	}

	private static int startYear(LocalDate today) {
		return (today.getMonth().compareTo(Month.AUGUST) >= 0) ? today.getYear() : today.getYear() - 1;
	}

	private StaffMember employ(@Nullable School school, String account, String name, String phone, Role... roles) {
		StaffMember member = new StaffMember(school, account, name, Set.of(roles), this.seals);
		member.reachableAt(phone, this.seals);
		return this.staff.save(member);
	}

	private SchoolClass schoolClass(School school, String grade, String name, StaffMember headTeacher,
			StaffMember counselor) {
		SchoolClass made = this.classes.save(new SchoolClass(school, grade, name, null));
		this.responsibilities.save(Responsibility.forClass(headTeacher, Role.HEAD_TEACHER, made));
		this.responsibilities.save(Responsibility.forClass(counselor, Role.COUNSELOR, made));
		return made;
	}

	private void enrol(SchoolClass schoolClass, int count, int birthYear) {
		for (int i = 0; i < count; i++) {
			String surname = SURNAMES.get(this.people % SURNAMES.size());
			boolean girl = i % 2 == 0;
			List<String> given = girl ? GIRLS : BOYS;
			String name = surname + given.get((this.people / 2) % given.size());
			Student student = enrol(schoolClass, name, girl ? Gender.FEMALE : Gender.MALE,
					LocalDate.of(birthYear, Month.JANUARY, 1).plusDays(this.dice.nextInt(365)));
			guardian(student, 1, surname + pick(ELDERS), "父亲");
			if (i % 3 != 0) {
				guardian(student, 2, pick(SURNAMES) + pick(ELDERS), "母亲");
			}
		}
	}

	private Student enrol(SchoolClass schoolClass, String name, Gender gender, LocalDate birthDate) {
		this.people++;
		String number = birthDate.getYear() + "%04d".formatted(this.people);
		return this.students.save(new Student(schoolClass, number, name, gender, birthDate, this.seals));
	}

	private Guardian guardian(Student student, int position, String name, String relation) {
		String phone = "10%09d".formatted(100_000 + this.people * 10 + position);
		return this.guardians.save(new Guardian(student, position, name, phone, relation, this.seals));
	}

	private String pick(List<String> names) {
		return names.get(this.dice.nextInt(names.size()));
	}

}
