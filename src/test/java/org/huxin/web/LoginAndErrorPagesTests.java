package org.huxin.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import org.huxin.identity.Accounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;

/**
 * The pages that everybody meets before and beside the work.
 */
@WebMvcTest(LoginController.class)
@Import({ ErrorPages.class, PlainSecurity.class })
@WithMockUser(username = "teacher", roles = "headTeacher")
class LoginAndErrorPagesTests {

	@Autowired
	MockMvcTester mvc;

	@MockitoBean
	Accounts accounts;

	@Test
	void theLoginPageIsChineseUntilSomebodyChoosesOtherwise() {
		assertThat(this.mvc.get().uri("/login").with(anonymous()).header("Accept-Language", "en-GB")).hasStatusOk()
			.bodyText()
			.contains("lang=\"zh-CN\"", "用户名", "密码", "name=\"_csrf\"")
			.doesNotContain("User name");
		assertThat(this.mvc.get().uri("/login?lang=en").with(anonymous())).cookies()
			// Tasklist's scripts read it
			.isHttpOnly("huxin-language", false);
		assertThat(this.mvc.get().uri("/login?lang=en").with(anonymous())).hasStatusOk()
			.bodyText()
			.contains("lang=\"en\"", "User name");
		assertThat(this.mvc.get().uri("/login").with(anonymous()).cookie(new Cookie("huxin-language", "en"))).bodyText()
			.contains("User name");
	}

	@Test
	void aLanguageThatNobodyWroteIsChinese() {
		assertThat(this.mvc.get().uri("/login?lang={lang}", "<script>").with(anonymous())).hasStatusOk()
			.bodyText()
			.contains("用户名")
			.doesNotContain("<script>");
		assertThat(this.mvc.get().uri("/login").with(anonymous()).cookie(new Cookie("huxin-language", "&&")))
			.hasStatusOk();
	}

	@Test
	void theLoginPageSaysWhyOneIsHere() {
		assertThat(this.mvc.get().uri("/login").param("error", "").with(anonymous())).bodyText().contains("用户名或密码不对");
		assertThat(this.mvc.get().uri("/login").param("logout", "").with(anonymous())).bodyText().contains("您已经安全退出");
		assertThat(this.mvc.get().uri("/login").param("expired", "").with(anonymous())).bodyText()
			.contains("为了保护学生的信息");
	}

	@Test
	void theEmergencyNumbersAreOneTapAway() {
		assertThat(this.mvc.get().uri("/login").with(anonymous())).bodyText()
			.contains("href=\"tel:110\"", "href=\"tel:120\"", "href=\"tel:12356\"");
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 403, 404, 409, 500, 503, 418 })
	void anErrorPageSaysWhatHappenedWhatIsSafeAndWhatToDo(int status) {
		assertThat(this.mvc.get()
			.uri("/error")
			.accept(MediaType.TEXT_HTML)
			.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
			.requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("canary"))).hasStatus(status)
			.bodyText()
			.contains("发生了什么", "哪些内容是安全的", "您现在可以做什么", "回到首页", "代号 " + status)
			.doesNotContain("canary", "Exception", "??");
	}

}
