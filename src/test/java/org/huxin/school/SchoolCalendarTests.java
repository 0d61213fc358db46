package org.huxin.school;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Period;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.huxin.HuxinTest;
import org.huxin.identity.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * Vacations, holidays and absences: who is there on which day (K22). Everything is rolled
 * back.
 */
@HuxinTest
@Transactional
@RecordApplicationEvents
class SchoolCalendarTests {

	private static final String SCHOOL = "/directory/schools/yushu";

	private final MockMvcTester mvc;

	private final SchoolDirectory directory;

	private final SchoolCalendar calendar;

	private final Personnel personnel;

	private final Absences absences;

	private final Office office;

	private final Accounts accounts;

	private final Clock clock;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	SchoolCalendarTests(MockMvcTester mvc, SchoolDirectory directory, SchoolCalendar calendar, Personnel personnel,
			Absences absences, Office office, Accounts accounts, Clock clock) {
		this.mvc = mvc;
		this.directory = directory;
		this.calendar = calendar;
		this.personnel = personnel;
		this.absences = absences;
		this.office = office;
		this.accounts = accounts;
		this.clock = clock;
	}

	@BeforeEach
	void aSchoolWithACalendar() {
		this.accounts.open(null, "root.calendar", "初始管理员", "", Set.of(Role.ADMINISTRATOR), "a fine password");
		this.office.open("yushu", "榆树中学", SchoolKind.SECONDARY, "10000000300");
		this.office.addTerm("yushu", "第一学期", "2026-09-01", "2027-01-20");
		this.office.addTerm("yushu", "第二学期", "2027-02-22", "2027-07-02");
		this.office.addBreak("yushu", "寒假", "VACATION", "2027-01-21", "2027-02-19");
		this.office.addBreak("yushu", "春节", "HOLIDAY", "2027-02-05", "2027-02-11");
	}

	@Test
	void springFestivalIsAHolidayInsideTheWinterVacation() {
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 1, 20))).isEmpty();
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 1, 21))).hasValueSatisfying((vacation) -> {
			assertThat(vacation.name()).isEqualTo("寒假");
			assertThat(vacation.holiday()).isFalse();
			assertThat(vacation.lastDay()).isEqualTo(LocalDate.of(2027, 2, 19));
		});
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 2, 6))).map(Vacation::name).contains("春节");
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 2, 6))).map(Vacation::holiday).contains(true);
	}

	@Test
	void theDaysBetweenTwoTermsAreVacationThoughNobodyEnteredThem() {
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 2, 20)))
			.contains(new Vacation("", LocalDate.of(2027, 1, 21), LocalDate.of(2027, 2, 21), false));
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 2, 22))).isEmpty();
	}

	@Test
	void afterTheLastKnownTermItIsVacationForTwoMonthsAndNotForEver() {
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 7, 3))).isPresent();
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 8, 31))).isPresent();
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2027, 9, 1))).isEmpty();
		assertThat(this.directory.vacationOn("yushu", LocalDate.of(2026, 8, 31))).as("before the first term").isEmpty();
	}

	@Test
	void aSchoolWithoutACalendarTeaches() {
		this.office.open("wuli", "无历小学", SchoolKind.PRIMARY, "10000000300");
		assertThat(this.directory.vacationOn("wuli", LocalDate.of(2027, 2, 6))).isEmpty();
	}

	@Test
	void theDemoSchoolsHaveASpringFestival() {
		LocalDate today = LocalDate.now(this.clock);
		long holidays = IntStream.range(-400, 400)
			.mapToObj(today::plusDays)
			.filter((day) -> this.directory.vacationOn("qinghe", day)
				.filter((free) -> free.name().equals("春节"))
				.isPresent())
			.count();
		assertThat(holidays).isEqualTo(8);
	}

	@Test
	void workingDaysLeaveOutWeekendsAndHolidaysButNotTheStudentsVacation() {
		LocalDate thursday = LocalDate.of(2027, Month.FEBRUARY, 4);
		assertThat(this.calendar.workingDay("yushu", thursday, 1)).isEqualTo(LocalDate.of(2027, 2, 12));
		assertThat(this.calendar.workingDay("yushu", thursday, 5)).isEqualTo(LocalDate.of(2027, 2, 18));
		assertThat(this.calendar.workingDay("yushu", thursday, 0)).isEqualTo(thursday);
	}

	@Test
	void monthlyFromThe31stComesBackToThe31st() {
		LocalDateTime anchor = LocalDateTime.of(2027, 12, 31, 9, 0);
		assertThat(SchoolCalendar.nth(anchor, Period.ofMonths(1), 1)).isEqualTo(LocalDateTime.of(2028, 1, 31, 9, 0));
		assertThat(SchoolCalendar.nth(anchor, Period.ofMonths(1), 2)).as("a leap year")
			.isEqualTo(LocalDateTime.of(2028, 2, 29, 9, 0));
		assertThat(SchoolCalendar.nth(anchor, Period.ofMonths(1), 3)).isEqualTo(LocalDateTime.of(2028, 3, 31, 9, 0));
		assertThat(SchoolCalendar.nth(anchor, Period.ofMonths(1), 4)).isEqualTo(LocalDateTime.of(2028, 4, 30, 9, 0));
	}

	@Test
	void yearlyFromALeapDayIsTheLastOfFebruary() {
		LocalDateTime leapDay = LocalDateTime.of(2028, 2, 29, 9, 0);
		assertThat(SchoolCalendar.nth(leapDay, Period.ofYears(1), 1)).isEqualTo(LocalDateTime.of(2029, 2, 28, 9, 0));
		assertThat(SchoolCalendar.nth(leapDay, Period.ofYears(1), 4)).isEqualTo(LocalDateTime.of(2032, 2, 29, 9, 0));
		assertThat(SchoolCalendar.nth(leapDay, Duration.ofHours(24), 2)).isEqualTo(LocalDateTime.of(2028, 3, 2, 9, 0));
	}

	@Test
	void aVacationIsEnteredAndRemovedOnThePage() {
		assertThat(post("/breaks",
				Map.of("breakName", "暑假", "kind", "VACATION", "firstDay", "2027-07-03", "lastDay", "2027-08-31")))
			.hasRedirectedUrl(SCHOOL + "/terms");
		assertThat(get("/terms")).bodyText().contains("暑假", "2027-08-31", "春节", "法定节假日");
		assertThat(post("/breaks",
				Map.of("breakName", "又一个", "kind", "VACATION", "firstDay", "2027-08-31", "lastDay", "2027-09-01")))
			.bodyText()
			.contains("与已有的“暑假”日期重叠", "value=\"又一个\"", "value=\"2027-09-01\"");
		assertThat(post("/breaks",
				Map.of("breakName", "长假", "kind", "VACATION", "firstDay", "2028-01-01", "lastDay", "2029-01-01")))
			.bodyText()
			.contains("最多 120 天");
		assertThat(post("/breaks",
				Map.of("breakName", "倒着", "kind", "HOLIDAY", "firstDay", "2028-02-29", "lastDay", "2028-02-28")))
			.bodyText()
			.contains("结束日期不能早于开始日期");
		assertThat(post("/breaks",
				Map.of("breakName", "没有这一天", "kind", "HOLIDAY", "firstDay", "2027-02-29", "lastDay", "2027-03-01")))
			.bodyText()
			.contains("日期没有填完整");
		UUID id = this.office.breaks("yushu")
			.stream()
			.filter((line) -> line.name().equals("暑假"))
			.findFirst()
			.orElseThrow()
			.id();
		this.office.removeBreak("qinghe", id);
		assertThat(this.office.breaks("yushu")).as("another school removes nothing").hasSize(3);
		post("/breaks/" + id + "/remove", Map.of());
		assertThat(this.office.breaks("yushu")).hasSize(2);
	}

	@Test
	void anAbsenceIsAnnouncedWhenItBeginsAndWhenItIsOver(ApplicationEvents events) {
		LocalDate today = LocalDate.now(this.clock);
		String one = employ("yushu.one", Role.COUNSELOR);
		String two = employ("yushu.two", Role.COUNSELOR);
		assertThat(post("/substitutes", absence(one, two, today, today.plusDays(2)))).hasStatus3xxRedirection();
		assertThat(changes(events, "yushu.one")).as("he was employed, and it begins today").isEqualTo(2);
		assertThat(this.directory.isAbsent(UUID.fromString(one), today)).isTrue();
		assertThat(this.directory.isAbsent(UUID.fromString(one), today.plusDays(3))).isFalse();
		this.absences.announce();
		assertThat(changes(events, "yushu.one")).as("said once").isEqualTo(2);
		assertThat(post("/substitutes", absence(two, "", today.plusDays(7), today.plusDays(9)))).as("nobody stands in")
			.hasStatus3xxRedirection();
		assertThat(changes(events, "yushu.two")).as("it begins later than his work").isEqualTo(1);
		assertThat(get("/substitutes")).bodyText().contains("没有人代班");
		UUID id = this.office.substitutes("yushu")
			.stream()
			.filter((line) -> line.absent().contains("yushu.one"))
			.findFirst()
			.orElseThrow()
			.id();
		post("/substitutes/" + id + "/remove", Map.of());
		assertThat(changes(events, "yushu.one")).as("it is called off").isEqualTo(3);
		assertThat(this.directory.isAbsent(UUID.fromString(one), today)).isFalse();
	}

	@Test
	void whoCannotStandInIsRefused() {
		LocalDate today = LocalDate.now(this.clock);
		String counselor = employ("yushu.one", Role.COUNSELOR);
		String other = employ("yushu.two", Role.COUNSELOR);
		String teacher = employ("yushu.three", Role.HEAD_TEACHER);
		assertThat(post("/substitutes", absence(counselor, teacher, today, today))).bodyText()
			.contains("心理老师只能由心理老师代班");
		assertThat(post("/substitutes", absence(counselor, other, today.minusDays(3), today.minusDays(1)))).bodyText()
			.contains("这段时间已经过去");
		post("/substitutes", absence(other, "", today.plusDays(1), today.plusDays(2)));
		assertThat(post("/substitutes", absence(counselor, other, today, today.plusDays(1)))).bodyText()
			.contains("代班人这段时间自己也请假");
		assertThat(post("/substitutes", absence(other, "", today.plusDays(2), today.plusDays(4)))).bodyText()
			.contains("已经登记过");
	}

	@Test
	void whoeverBeginsLeavesComesBackOrGetsAnotherRoleIsAnnounced(ApplicationEvents events) {
		UUID id = UUID.fromString(employ("yushu.one", Role.COUNSELOR));
		this.personnel.appoint(id, Set.of(Role.HEAD_TEACHER));
		this.personnel.leave(id);
		this.personnel.comeBack(id);
		this.personnel.qualify(id, "心理健康教育教师资格", LocalDate.now(this.clock));
		assertThat(changes(events, "yushu.one")).as("the first time as he began").isEqualTo(5);
	}

	private static long changes(ApplicationEvents events, String account) {
		return events.stream(StaffChanged.class).filter(new StaffChanged("yushu", account)::equals).count();
	}

	private String employ(String account, Role role) {
		return this.personnel.employ("yushu", account, "某老师", "", Set.of(role)).toString();
	}

	private static Map<String, String> absence(String absent, String substitute, LocalDate from, LocalDate until) {
		return Map.of("absent", absent, "substitute", substitute, "fromDay", from.toString(), "untilDay",
				until.toString());
	}

	private MvcTestResult get(String page) {
		return this.mvc.get()
			.uri(SCHOOL + page)
			.session(this.session)
			.with(user("root.calendar").roles("administrator"))
			.exchange();
	}

	private MvcTestResult post(String page, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(SCHOOL + page)
			.session(this.session)
			.with(user("root.calendar").roles("administrator"))
			.with(token());
		fields.forEach(request::param);
		return request.exchange();
	}

}
