package org.huxin.school;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.MultipartConfigElement;
import org.huxin.HuxinTest;
import org.huxin.identity.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * An administrator without a school sets up a school; everything is rolled back.
 */
@HuxinTest
@Transactional
class DirectoryPagesTests {

	private static final String SCHOOL = "/directory/schools/songtao";

	private static final String HEADINGS = String.join(",", RosterColumn.headings()) + "\n";

	private final MockMvcTester mvc;

	private final SchoolDirectory directory;

	private final Personnel personnel;

	private final Office office;

	private final Accounts accounts;

	private final HospitalRegister hospitals;

	private final JdbcTemplate jdbc;

	private final MultipartConfigElement multipart;

	private final int port;

	private final MockHttpSession session = new MockHttpSession();

	@Autowired
	DirectoryPagesTests(MockMvcTester mvc, SchoolDirectory directory, Personnel personnel, Office office,
			Accounts accounts, HospitalRegister hospitals, JdbcTemplate jdbc, MultipartConfigElement multipart,
			@LocalServerPort int port) {
		this.mvc = mvc;
		this.directory = directory;
		this.personnel = personnel;
		this.office = office;
		this.accounts = accounts;
		this.hospitals = hospitals;
		this.jdbc = jdbc;
		this.multipart = multipart;
		this.port = port;
	}

	@BeforeEach
	void anAdministratorWithoutASchool() {
		this.accounts.open(null, "root.test", "初始管理员", "", Set.of(Role.ADMINISTRATOR), "a fine password");
		this.office.open("songtao", "松涛小学", SchoolKind.PRIMARY, "10000000300");
	}

	@Test
	void anAdministratorOpensASchool() {
		assertThat(post("/directory",
				Map.of("code", "newschool", "name", "新学校", "kind", "PRIMARY", "dutyPhone", "021-10000000")))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl("/directory/schools/newschool");
		assertThat(this.directory.school("newschool").name()).isEqualTo("新学校");
		assertThat(get("/directory/schools/newschool")).hasStatusOk().bodyText().contains("新学校", "小学");
	}

	@Test
	void whatWasTypedIsStillThereWhenASchoolIsRefused() {
		assertThat(post("/directory",
				Map.of("code", "songtao", "name", "另一所学校", "kind", "SECONDARY", "dutyPhone", "021-10000000")))
			.hasStatusOk()
			.bodyText()
			.contains("学校代号 songtao 已经使用", "value=\"另一所学校\"", "value=\"021-10000000\"", "没有保存");
	}

	// H16
	@Test
	void schoolKeepsTheInstrumentsOfWhichItHoldsTheLicence() {
		Map<String, String> instrument = Map.of("name", "本校量表", "version", "2024 版", "lowest", "0", "highest", "40",
				"watchFrom", "20", "highFrom", "30");
		assertThat(get(SCHOOL + "/instruments")).bodyText().contains("还没有登记量表");
		assertThat(post(SCHOOL + "/instruments", instrument)).hasStatus3xxRedirection();
		assertThat(post(SCHOOL + "/instruments", instrument)).bodyText().contains("已经登记了「本校量表 2024 版」");
		assertThat(get(SCHOOL + "/instruments")).bodyText().contains("本校量表 2024 版", "0—40", "不再提供");
		assertThat(post(SCHOOL + "/instruments", Map.of("name", "另一", "version", "1", "lowest", "0", "highest", "40",
				"watchFrom", "30", "highFrom", "20")))
			.bodyText()
			.contains("分数不对");
		assertThat(post(SCHOOL + "/instruments", Map.of("name", "另一", "version", "1", "lowest", "零", "highest", "40",
				"watchFrom", "20", "highFrom", "30")))
			.bodyText()
			.contains("分数不对", "另一");
	}

	@Test
	void aHospitalIsAddedOnceAndWithdrawnWithoutBeingLost() {
		Map<String, String> hospital = Map.of("name", "市第一医院", "department", "心理科", "grade", "TERTIARY_A",
				"psychiatric", "true", "phone", "021-10000001");
		assertThat(post(SCHOOL + "/hospitals", hospital)).hasStatus3xxRedirection();
		assertThat(post(SCHOOL + "/hospitals", hospital)).bodyText().contains("已经有「市第一医院 心理科」", "没有保存");
		HospitalEntry entry = this.hospitals.offered("songtao").get(0);
		assertThat(entry.grade().isAtLeast(HospitalGrade.SECONDARY_A)).isTrue();
		assertThat(get(SCHOOL + "/hospitals")).bodyText().contains("市第一医院 心理科", "三级甲等", "不再提供");
		assertThat(post(SCHOOL + "/hospitals/" + entry.id(), Map.of("offered", "false"))).hasStatus3xxRedirection();
		assertThat(this.hospitals.offered("songtao")).isEmpty();
		assertThat(this.hospitals.ofSchool("songtao")).extracting(HospitalEntry::id).containsExactly(entry.id());
	}

	// H16
	@Test
	void aHospitalWithoutAGradeOrAPhoneIsRefused() {
		assertThat(post(SCHOOL + "/hospitals", Map.of("name", "市第一医院", "department", "心理科", "phone", "021-10000001")))
			.bodyText()
			.contains("必填");
		assertThat(post(SCHOOL + "/hospitals",
				Map.of("name", "市第一医院", "department", "心理科", "grade", "TERTIARY_A", "phone", "没有")))
			.bodyText()
			.contains("电话号码只能由数字");
	}

	@Test
	void anAccountIsOpenedWithItsRolesAndChangedLater() {
		assertThat(post(SCHOOL + "/staff", Map.of("account", "songtao.wang", "name", "王老师", "phone", "10000000301",
				"roles", "headTeacher", "password", "a fine password")))
			.hasStatus3xxRedirection();
		assertThat(this.accounts.checkPassword("songtao.wang", "a fine password")).isTrue();
		assertThat(this.accounts.schoolsOf("songtao.wang")).containsExactly("songtao");
		assertThat(get(SCHOOL + "/staff")).bodyText().contains("王老师", "班主任");
		assertThat(post(SCHOOL + "/staff/songtao.wang/roles", Map.of("roles", "counselor"))).hasStatus3xxRedirection();
		assertThat(this.accounts.find("songtao.wang").orElseThrow().roles()).containsExactly(Role.COUNSELOR);
		assertThat(post(SCHOOL + "/staff/songtao.wang/qualification", Map.of("title", "资格证", "until", "2030-01-01")))
			.hasStatus3xxRedirection();
		assertThat(get(SCHOOL + "/staff/songtao.wang")).bodyText().contains("value=\"资格证\"", "2030-01-01");
		assertThat(post(SCHOOL + "/staff/songtao.wang/password", Map.of("password", "another password")))
			.hasStatus3xxRedirection();
		assertThat(this.accounts.checkPassword("songtao.wang", "another password")).isTrue();
		assertThat(post(SCHOOL + "/staff/songtao.wang/disable", Map.of())).hasStatus3xxRedirection();
		assertThat(this.accounts.checkPassword("songtao.wang", "another password")).isFalse();
		assertThat(post(SCHOOL + "/staff/songtao.wang/enable", Map.of())).hasStatus3xxRedirection();
		assertThat(this.accounts.checkPassword("songtao.wang", "another password")).isTrue();
	}

	@Test
	void aRefusedAccountKeepsWhatWasTypedButNotThePassword() {
		assertThat(post(SCHOOL + "/staff",
				Map.of("account", "Wang!", "name", "王老师", "roles", "headTeacher", "password", "a fine password")))
			.hasStatusOk()
			.bodyText()
			.contains("账号名要以小写英文字母开头", "value=\"王老师\"", "value=\"Wang!\"")
			.doesNotContain("a fine password");
	}

	@Test
	void aNameIsShownAsTextNeverAsMarkup() {
		post(SCHOOL + "/staff", Map.of("account", "songtao.x", "name", "<script>alert(1)</script>", "roles", "leader",
				"password", "a fine password"));
		assertThat(get(SCHOOL + "/staff")).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert");
	}

	@Test
	void termsAreKeptWithoutOverlap() {
		Map<String, String> autumn = Map.of("name", "第一学期", "startsOn", "2026-09-01", "endsOn", "2027-01-20");
		assertThat(post(SCHOOL + "/terms", autumn)).hasStatus3xxRedirection();
		assertThat(post(SCHOOL + "/terms", Map.of("name", "又一学期", "startsOn", "2027-01-20", "endsOn", "2027-06-30")))
			.bodyText()
			.contains("与已有的学期“第一学期”重叠", "value=\"又一学期\"");
		assertThat(post(SCHOOL + "/terms", Map.of("name", "倒着", "startsOn", "2027-06-30", "endsOn", "2027-03-01")))
			.bodyText()
			.contains("结束日期不能早于开始日期");
		assertThat(post(SCHOOL + "/terms", Map.of("name", "无日期"))).bodyText().contains("日期没有填完整");
		assertThat(get(SCHOOL + "/terms")).bodyText().contains("2027-01-20");
	}

	@Test
	void aSubstituteIsAColleagueOfTheSameSchool() {
		String one = this.personnel.employ("songtao", "songtao.a", "甲老师", "", Set.of(Role.COUNSELOR)).toString();
		String two = this.personnel.employ("songtao", "songtao.b", "乙老师", "", Set.of(Role.COUNSELOR)).toString();
		String stranger = this.directory.staffByAccount("counselor").orElseThrow().id().toString();
		assertThat(post(SCHOOL + "/substitutes", substitution(one, two))).hasStatus3xxRedirection();
		assertThat(get(SCHOOL + "/substitutes")).bodyText().contains("甲老师（songtao.a）", "2032-02-29");
		assertThat(post(SCHOOL + "/substitutes", substitution(one, one))).bodyText().contains("本人不能代替本人");
		assertThat(post(SCHOOL + "/substitutes", substitution(one, stranger))).bodyText().contains("已经不在名单中");
	}

	@Test
	void aRosterIsLookedAtThenTakenInThenUpdated() {
		assertThat(upload(HEADINGS + line(1, "王小雨", "1班") + line(2, "赵一", "2班"))).hasStatus3xxRedirection()
			.hasRedirectedUrl(SCHOOL + "/roster/preview");
		assertThat(this.directory.students("songtao")).isEmpty();
		assertThat(get(SCHOOL + "/roster/preview")).hasStatusOk().bodyText().contains("2 名学生，没有发现问题", "三年级1班、三年级2班");
		assertThat(post(SCHOOL + "/roster/preview", Map.of())).hasStatus3xxRedirection();
		assertThat(this.directory.students("songtao")).extracting(StudentEntry::line)
			.containsExactly("王小雨（三年级1班）", "赵一（三年级2班）");
		assertThat(get(SCHOOL)).bodyText().contains("三年级1班", "未指定");

		GuardianEntry father = this.directory.guardians(this.directory.students("songtao").get(0).id()).get(0);
		this.directory.markSafeToInform(father.id(), SafeToInform.YES);
		upload(HEADINGS + line(1, "王晓雨", "2班") + line(3, "钱三", "2班"));
		assertThat(get(SCHOOL + "/roster/preview")).bodyText().contains("<dd>1</dd>");
		post(SCHOOL + "/roster/preview", Map.of());
		assertThat(this.directory.students("songtao")).extracting(StudentEntry::line)
			.containsExactlyInAnyOrder("王晓雨（三年级2班）", "赵一（三年级2班）", "钱三（三年级2班）");
		assertThat(this.directory.guardians(father.student())).containsExactly(new GuardianEntry(father.id(),
				father.student(), father.name(), father.relation(), father.phone(), SafeToInform.YES, 1));
	}

	@Test
	void aRosterWithProblemsIsNotWrittenAndItsProblemsStay() {
		upload(HEADINGS + line(1, "王小雨", "1班") + line(1, "赵一", "2班"));
		for (int i = 0; i < 2; i++) {
			assertThat(get(SCHOOL + "/roster/preview")).bodyText()
				.contains("发现 1 处问题", "与第 2 行的学号相同", "请核对两行")
				.doesNotContain("确认导入");
		}
		assertThat(post(SCHOOL + "/roster/preview", Map.of())).hasRedirectedUrl(SCHOOL + "/roster/preview");
		assertThat(this.directory.students("songtao")).isEmpty();
		assertThat(post(SCHOOL + "/roster/discard", Map.of())).hasStatus3xxRedirection();
		assertThat(get(SCHOOL + "/roster/preview")).hasRedirectedUrl(SCHOOL + "/roster");
	}

	@Test
	void manyProblemsAreShownPageByPage() {
		StringBuilder roster = new StringBuilder(HEADINGS);
		for (int i = 0; i < 450; i++) {
			roster.append(line(i, "", "1班"));
		}
		upload(roster.toString());
		assertThat(get(SCHOOL + "/roster/preview")).bodyText().contains("发现 450 处问题", "第 1 页，共 3 页");
		assertThat(get(SCHOOL + "/roster/preview?page=3")).bodyText().contains(">451</td>");
		assertThat(get(SCHOOL + "/roster/preview?page=99")).hasStatusOk();
	}

	@Test
	void twoThousandStudentsAreTakenIn() {
		StringBuilder roster = new StringBuilder(HEADINGS);
		for (int i = 0; i < 2000; i++) {
			roster.append(line(i, "王小雨", (i % 40) + "班"));
		}
		assertThat(upload(roster.toString())).hasStatus3xxRedirection();
		assertThat(post(SCHOOL + "/roster/preview", Map.of())).hasStatus3xxRedirection();
		assertThat(this.directory.students("songtao")).hasSize(2000);
	}

	@Test
	void theSameStudentNumberInTwoSchoolsIsTwoStudents() {
		upload(HEADINGS + line(1, "王小雨", "1班"));
		post(SCHOOL + "/roster/preview", Map.of());
		this.office.open("qiulin", "秋林小学", SchoolKind.PRIMARY, "10000000400");
		this.mvc.perform(MockMvcRequestBuilders.multipart("/directory/schools/qiulin/roster")
			.file("file", (HEADINGS + line(1, "李小雪", "1班")).getBytes(StandardCharsets.UTF_8))
			.with(user("root.test").roles("administrator"))
			.with(token())
			.session(this.session));
		post("/directory/schools/qiulin/roster/preview", Map.of());
		assertThat(this.directory.students("songtao")).extracting(StudentEntry::name).containsExactly("王小雨");
		assertThat(this.directory.students("qiulin")).extracting(StudentEntry::name).containsExactly("李小雪");
	}

	@Test
	void whatIsNoRosterIsSaidOnTheSamePage() {
		assertThat(upload("PK\3\4broken")).hasStatusOk().bodyText().contains("这个 XLSX 文件已损坏", "上传名册");
		assertThat(get(SCHOOL + "/roster?tooLarge=true")).bodyText().contains("文件超过 5 MB");
	}

	@Test
	void anUploadThatIsTooLargeIsSentBackToItsPageByARealServer() throws Exception {
		HttpResponse<String> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + SCHOOL + "/roster"))
				.header("Content-Type", "multipart/form-data; boundary=x")
				.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[12_000_000]))
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(answer.headers().firstValue("Location")).contains(SCHOOL + "/roster?tooLarge=true");
	}

	@Test
	void anUploadIsKeptInMemoryNeverOnADisk() {
		assertThat(this.multipart.getFileSizeThreshold()).isGreaterThan(RosterTable.MOST_BYTES);
		assertThat(this.multipart.getMaxFileSize()).isLessThanOrEqualTo(this.multipart.getFileSizeThreshold());
	}

	@Test
	void aPreviewThatIsGoneIsSaid() {
		assertThat(post(SCHOOL + "/roster/preview", Map.of())).hasRedirectedUrl(SCHOOL + "/roster");
	}

	@Test
	void theTemplatesAreDownloads() {
		for (String type : List.of("csv", "xlsx")) {
			MvcTestResult download = get(SCHOOL + "/roster/template." + type);
			assertThat(download).hasStatusOk();
			assertThat(download.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
		}
	}

	@Test
	void anImportedNameStandsInNoTableInClear() {
		upload(HEADINGS + line(7, "欧阳探针", "1班"));
		post(SCHOOL + "/roster/preview", Map.of());
		assertThat(this.directory.students("songtao")).extracting(StudentEntry::name).contains("欧阳探针");
		for (String table : this.jdbc.queryForList("select table_schema || '.' || table_name "
				+ "from information_schema.tables where table_schema in ('huxin', 'public') and table_type = 'BASE TABLE'",
				String.class)) {
			Integer found = this.jdbc.queryForObject(
					"select count(*) from " + table + " as line "
							+ "where line::text like '%欧阳探针%' or line::text like '%' || ? || '%'",
					Integer.class, java.util.HexFormat.of().formatHex("欧阳探针".getBytes(StandardCharsets.UTF_8)));
			assertThat(found).as(table).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/staff", "/staff/root.test", "/terms", "/responsibilities", "/substitutes", "/roster",
			"/roster/preview", "/roster/template.csv", "/roster/template.xlsx" })
	void anAdministratorOfAnotherSchoolFindsNothing(String page) {
		assertThat(this.mvc.get().uri(SCHOOL + page).with(user("admin").roles("administrator")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.get().uri(SCHOOL + page).with(user("leader").roles("leader")))
			.hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.mvc.get().uri(SCHOOL + page).with(user("leader").roles("administrator")))
			.as("a role that was lost")
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void anAdministratorOfASchoolKeepsItsPagesOnly() {
		assertThat(this.mvc.get().uri("/directory").with(user("admin").roles("administrator")))
			.hasRedirectedUrl("/directory/schools/qinghe");
		assertThat(this.mvc.get().uri("/directory/schools/qinghe").with(user("admin").roles("administrator")))
			.bodyText()
			.contains("七年级1班", "周晓岚", "林静");
		assertThat(this.mvc.get().uri("/directory/district/staff").with(user("admin").roles("administrator")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.mvc.post()
			.uri("/directory")
			.param("code", "evil")
			.param("name", "x")
			.param("kind", "PRIMARY")
			.param("dutyPhone", "10000000000")
			.with(user("admin").roles("administrator"))
			.with(token())).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void aResponsibilityNeedsTheRoleAndTheSchoolsOwnClass() {
		upload(HEADINGS + line(1, "王小雨", "1班"));
		post(SCHOOL + "/roster/preview", Map.of());
		String staff = this.personnel.employ("songtao", "songtao.c", "丙老师", "", Set.of(Role.HEAD_TEACHER)).toString();
		String own = "class:" + this.office.classes("songtao").get(0).id();
		String foreign = "class:" + this.office.classes("qinghe").get(0).id();
		assertThat(post(SCHOOL + "/responsibilities", Map.of("staff", staff, "role", "headTeacher", "scope", own)))
			.hasStatus3xxRedirection();
		assertThat(post(SCHOOL + "/responsibilities", Map.of("staff", staff, "role", "counselor", "scope", own)))
			.bodyText()
			.contains("没有所选的角色");
		assertThat(post(SCHOOL + "/responsibilities", Map.of("staff", staff, "role", "headTeacher", "scope", foreign)))
			.bodyText()
			.contains("请重新选择负责的班级");
		assertThat(this.directory.responsibleFor(this.directory.students("songtao").get(0).id(), Role.HEAD_TEACHER))
			.extracting(StaffEntry::account)
			.containsExactly("songtao.c");
	}

	@Test
	void everybodyChangesHisOwnPassword() {
		assertThat(this.mvc.get().uri("/account/password").with(user("teacher"))).hasStatusOk();
		assertThat(this.mvc.post()
			.uri("/account/password")
			.param("current", "huxin")
			.param("fresh", "a fine password")
			.param("again", "a fine passwort")
			.with(user("teacher"))
			.with(token())).bodyText().contains("两次输入的新密码不一样").doesNotContain("a fine password");
	}

	private static Map<String, String> substitution(String absent, String substitute) {
		return Map.of("absent", absent, "substitute", substitute, "fromDay", "2032-02-29", "untilDay", "2032-03-01");
	}

	private static String line(int number, String name, String className) {
		return "S%05d,%s,女,2016-04-05,三年级,%s,王大海,10000009999,父亲,,,\n".formatted(number, name, className);
	}

	private MvcTestResult get(String address) {
		return this.mvc.get()
			.uri(address)
			.session(this.session)
			.with(user("root.test").roles("administrator"))
			.exchange();
	}

	private MvcTestResult post(String address, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(address)
			.session(this.session)
			.with(user("root.test").roles("administrator"))
			.with(token());
		fields.forEach(request::param);
		return request.exchange();
	}

	private MvcTestResult upload(String file) {
		return this.mvc.perform(MockMvcRequestBuilders.multipart(SCHOOL + "/roster")
			.file("file", file.getBytes(StandardCharsets.UTF_8))
			.with(user("root.test").roles("administrator"))
			.with(token())
			.session(this.session));
	}

}
