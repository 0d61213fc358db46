package org.huxin.identity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.huxin.FreshDataFolder;
import org.huxin.Huxin;
import org.huxin.school.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Outside the demo, each on a folder of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusalsToStartTests {

	private static final String PASSWORD = "correct horse battery";

	private final Path folder = FreshDataFolder.create();

	@Test
	void theFirstAdministratorIsMadeOnceAndOnlyWithAPassword(CapturedOutput output) {
		assertThatException().isThrownBy(() -> start());
		assertThat(output).contains("HUXIN_ADMIN_PASSWORD", "还没有任何管理员");
		try (ConfigurableApplicationContext product = start("--huxin.admin-password=" + PASSWORD)) {
			Accounts accounts = product.getBean(Accounts.class);
			assertThat(accounts.all()).singleElement().satisfies((account) -> {
				assertThat(account.name()).isEqualTo("admin");
				assertThat(account.roles()).containsExactly(Role.ADMINISTRATOR);
				assertThat(account.school()).isEmpty();
			});
			assertThat(accounts.checkPassword("admin", PASSWORD)).isTrue();
			assertThat(accounts.schoolsOf("admin")).isEmpty();
		}
		try (ConfigurableApplicationContext product = start("--huxin.admin-password=another one entirely")) {
			assertThat(product.getBean(Accounts.class).all()).hasSize(1);
			assertThat(product.getBean(Accounts.class).checkPassword("admin", PASSWORD)).isTrue();
		}
		byte[] otherKey = new byte[32];
		otherKey[0] = 1;
		assertThatException()
			.isThrownBy(() -> start("--huxin.master-key=" + Base64.getEncoder().encodeToString(otherKey)));
		assertThat(output).contains("主密钥（HUXIN_MASTER_KEY）打不开这些数据");
	}

	@Test
	void anEngineThatAsksNobodyForPermissionIsNotStarted(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> start("--huxin.admin-password=" + PASSWORD, "--camunda.bpm.authorization.enabled=false"));
		assertThat(output).contains("流程引擎的权限检查被关闭");
	}

	private ConfigurableApplicationContext start(String... settings) {
		List<String> arguments = new ArrayList<>(
				List.of("--huxin.data-dir=" + this.folder, "--server.port=0", "--huxin.password-strength=4"));
		arguments.addAll(List.of(settings));
		// an option that is given twice would be one value with a comma
		if (arguments.stream().noneMatch((argument) -> argument.startsWith("--huxin.master-key="))) {
			arguments.add("--huxin.master-key=" + Base64.getEncoder().encodeToString(new byte[32]));
		}
		return SpringApplication.run(Huxin.class, arguments.toArray(String[]::new));
	}

}
