package org.huxin.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.huxin.CaseWalk;
import org.huxin.HuxinTest;
import org.huxin.casefile.CaseFiles;
import org.huxin.casefile.CaseRef;
import org.huxin.identity.Accounts;
import org.huxin.report.process.CrisisCaseProcess;
import org.huxin.school.PolicyProfiles;
import org.huxin.school.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huxin.OurToken.token;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/**
 * An administrator changes the policy of a school. Everything is rolled back.
 */
@HuxinTest
@Transactional
class PolicyPagesTests {

	private static final String PAGE = "/directory/schools/haitang/policies";

	private final MockMvcTester mvc;

	private final Accounts accounts;

	private final PolicyProfiles profiles;

	private final CaseFiles caseFiles;

	private final CaseWalk walk;

	@Autowired
	PolicyPagesTests(MockMvcTester mvc, Accounts accounts, PolicyProfiles profiles, CaseFiles caseFiles,
			CaseWalk walk) {
		this.mvc = mvc;
		this.accounts = accounts;
		this.profiles = profiles;
		this.caseFiles = caseFiles;
		this.walk = walk;
	}

	@BeforeEach
	void anAdministratorWithoutASchool() {
		this.accounts.open(null, "root.policy", "初始管理员", "", Set.of(Role.ADMINISTRATOR), "a fine password");
	}

	@Test
	void everyValueStandsWithItsMeaningAndItsSource() {
		assertThat(get(PAGE, "root.policy", "administrator")).hasStatusOk()
			.bodyText()
			.contains("核实情况：从发现起", "verify.limit", "4 小时", "PT4H", "D09 K26", "随访的间隔", "30 天", "现行", "产品自带", "法律依据 9",
					"二级及以上医院", "建议就医", "抢救")
			.doesNotContain("??", "at most four hours", "our default", ">SECONDARY<", ">RESCUE");
		assertThat(get(PAGE + "?lang=en", "root.policy", "administrator")).bodyText()
			.contains("Verification: from the discovery", "4 hours", "Values in force")
			.doesNotContain("??");
	}

	@Test
	void whatCanOnlyBeOneOfSeveralIsChosenInWords() {
		assertThat(get(PAGE + "/edit", "root.policy", "administrator")).hasStatusOk()
			.bodyText()
			.containsPattern("<option value=\"SUGGEST\" selected=\"selected\">建议就医</option>")
			.contains("<option value=\"AT_ONCE\">立即就医</option>", "可以写几个，用空格分开", "PROTECT</span> <span>看护")
			.doesNotContain("??");
		assertThat(post(PAGE + "/preview", "root.policy", Map.of("v.level.moderate.referral", "AT_ONCE"))).bodyText()
			.contains("建议就医", "立即就医");
	}

	@Test
	void onlyTheAdministratorOfTheSchoolComesIn() {
		assertThat(get(PAGE, "leader2", "leader")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(get(PAGE, "admin", "administrator")).as("of the other school").hasStatus(HttpStatus.NOT_FOUND);
		assertThat(post(PAGE, "admin", Map.of("v.verify.limit", "PT1H", "reason", "试")))
			.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(get("/directory/schools/qinghe/policies", "admin", "administrator")).hasStatusOk();
		assertThat(get("/directory/schools/nowhere/policies", "root.policy", "administrator"))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void badValuesAreRefusedInWordsAndNothingTypedIsLost() {
		assertThat(post(PAGE + "/preview", "root.policy",
				Map.of("v.verify.limit", "P0D", "v.confirm.limit", "P2Y", "v.conference.limit", "<b>x",
						"v.followup.counsellor.every", "-3", "v.assess.limit.NOW", "PT1H")))
			.hasStatusOk()
			.bodyText()
			.contains("有 4 处不能这样写", "至少要留 1 分钟", "时间太长，最长 1 年", "看不懂这个时间", "不能是负数", "value=\"P0D\"",
					"value=\"&lt;b&gt;x\"", "value=\"PT1H\"", "aria-invalid=\"true\"")
			.doesNotContain("<b>x");
		assertThat(post(PAGE + "/preview", "root.policy", Map.of("v.no.such", "PT1H"))).bodyText().contains("这里没有这条规则");
		assertThat(post(PAGE + "/preview", "root.policy", Map.of("v.verify.limit", " pt4h "))).bodyText()
			.contains("没有任何改动");
	}

	@Test
	void theDifferencesAreSeenBeforeTheReasonIsGiven() {
		assertThat(post(PAGE + "/preview", "root.policy", Map.of("v.verify.limit", "PT2H", "v.confirm.limit", "PT24H")))
			.hasStatusOk()
			.bodyText()
			.contains("核对改动", "4 小时", "2 小时", "name=\"v.verify.limit\" value=\"PT2H\"", "保持原来的版本")
			.doesNotContain("name=\"v.confirm.limit\"");
		assertThat(change(Map.of("reason", " "))).bodyText().contains("请写明为什么修改", "value=\"PT2H\"");
		assertThat(change(Map.of("reason", "长".repeat(501)))).bodyText().contains("原因最多 500 字");
		assertThat(change(Map.of("reason", "想一想", "back", "true"))).bodyText()
			.contains("name=\"v.verify.limit\" value=\"PT2H\"", "下一步：核对改动");
		assertThat(change(Map.of("reason", "试", "v.verify.limit", "P0D"))).bodyText().contains("有 1 处不能这样写");
		assertThat(change(Map.of("reason", "试", "base", "1"))).bodyText().contains("刚才有别的管理员改过规则", "value=\"PT2H\"");
	}

	@Test
	void runningCasesKeepTheirVersionUnlessTheAdministratorMovesThem() {
		long before = this.profiles.currentVersion("haitang");
		CaseRef ref = this.walk.start("teacher2", CrisisCaseProcess.KEY,
				Map.of("dangerNow", "NO", "studentRef", this.walk.student("haitang", 2).id().toString(), "observed",
						"最近总是一个人", "whereNow", "WITH_SOMEONE", "staffInvolved", "NO"));
		var due = this.walk.due(ref, CrisisCaseProcess.VERIFY_CONCERN);
		assertThat(change(Map.of("reason", "校区合并"))).hasRedirectedUrl(PAGE);
		long kept = this.profiles.currentVersion("haitang");
		assertThat(this.caseFiles.get(ref).policyVersion()).isEqualTo(before);
		assertThat(this.caseFiles.openCasesByPolicy("haitang").get(before)).isPositive();
		assertThat(get(PAGE, "root.policy", "administrator")).bodyText()
			.contains("初始管理员", "校区合并", "核实情况：从发现起：4 小时 → 2 小时", "本校修改，原为 4 小时");

		assertThat(change(Map.of("v.verify.limit", "PT1H", "reason", "更快", "running", "MOVE"))).hasRedirectedUrl(PAGE);
		long moved = this.profiles.currentVersion("haitang");
		assertThat(moved).isGreaterThan(kept);
		assertThat(this.caseFiles.get(ref).policyVersion()).isEqualTo(moved);
		assertThat(this.caseFiles.openCasesByPolicy("haitang")).containsOnlyKeys(moved);
		assertThat(this.walk.due(ref, CrisisCaseProcess.VERIFY_CONCERN)).as("what is due stays due").isEqualTo(due);
		assertThat(this.walk.entries(ref))
			.filteredOn((entry) -> entry.form().filter("policyChanged"::equals).isPresent())
			.singleElement()
			.satisfies((entry) -> assertThat(entry.author()).isEqualTo("root.policy"));
		assertThat(this.profiles.period(this.caseFiles.get(ref).policyVersion(), "verify.limit"))
			.isEqualTo(Duration.ofHours(1));
	}

	private MvcTestResult change(Map<String, String> changes) {
		Map<String, String> fields = new LinkedHashMap<>(Map.of("v.verify.limit", "PT2H", "base",
				Long.toString(this.profiles.currentVersion("haitang")), "running", "KEEP"));
		fields.putAll(changes);
		return post(PAGE, "root.policy", fields);
	}

	private MvcTestResult get(String path, String account, String role) {
		return this.mvc.get().uri(path).with(user(account).roles(role)).exchange();
	}

	private MvcTestResult post(String path, String account, Map<String, String> fields) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.post()
			.uri(path)
			.with(user(account).roles("administrator"))
			.with(token());
		fields.forEach(request::param);
		return request.exchange();
	}

}
