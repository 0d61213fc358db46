package org.huxin.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.huxin.FreshDataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Where the product cannot start, it says so in Chinese and leaves nothing running.
 */
class RefusedStartTests {

	/** 32 bytes in base64, for these tests only. */
	private static final String MASTER_KEY = "aHV4aW4gdGVzdHMgbWFzdGVyIGtleSAwMTIzNDU2Nzg=";

	private static final String OTHER_KEY = "aHV4aW4gdGVzdHMgYW5vdGhlciBrZXkgMDEyMzQ1Njc=";

	private static final String PASSWORD = "correct horse battery";

	private final Path folder = FreshDataFolder.create().toAbsolutePath();

	@Test
	void outsideTheDemoItNeedsAKeyAPasswordAndPermissionChecks() {
		ChildProduct noKey = start().with("HUXIN_ADMIN_PASSWORD", PASSWORD).refused();
		assertThat(noKey.said()).contains("没有可用的主密钥（HUXIN_MASTER_KEY），护心没有启动");
		nothingIsLeftRunning();

		ChildProduct noPassword = start().with("HUXIN_MASTER_KEY", MASTER_KEY).refused();
		assertThat(noPassword.said()).contains("初始管理员密码（HUXIN_ADMIN_PASSWORD），因此没有启动");
		nothingIsLeftRunning();

		// the data were sealed under the first key by now
		ChildProduct otherKey = start().with("HUXIN_MASTER_KEY", OTHER_KEY)
			.with("HUXIN_ADMIN_PASSWORD", PASSWORD)
			.refused();
		assertThat(otherKey.said()).contains("主密钥（HUXIN_MASTER_KEY）打不开这些数据");
		nothingIsLeftRunning();

		ChildProduct open = start().with("HUXIN_MASTER_KEY", MASTER_KEY)
			.with("HUXIN_ADMIN_PASSWORD", PASSWORD)
			.with("CAMUNDA_BPM_AUTHORIZATION_ENABLED", "false")
			.refused();
		assertThat(open.said()).contains("流程引擎的权限检查被关闭");
		nothingIsLeftRunning();
	}

	@Test
	void aTakenPortIsNamed() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			ChildProduct product = start().demo().with("SERVER_PORT", Integer.toString(taken.getLocalPort())).refused();
			assertThat(product.said()).contains("端口 " + taken.getLocalPort() + " 正被另一个程序使用").contains("SERVER_PORT=");
			nothingIsLeftRunning();
		}
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void aMachineThatForbidsUserNamespacesIsExplainedToRoot() {
		assumeThat(System.getProperty("user.name")).as("an ordinary user needs no user namespaces").isEqualTo("root");
		ChildProduct product = start().demo()
			.under("unshare", "--user", "--map-root-user", "sh", "-c",
					"echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"", "sh")
			.refused();
		assertThat(product.said()).contains("护心由 root 启动，而这台机器不允许使用 user namespaces").contains("请改用普通用户启动");
	}

	@Test
	void aServerThatDoesNotAnswerIsExplained() {
		ChildProduct product = start().demo()
			// a port that nobody serves
			.with("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/huxin")
			.with("SPRING_DATASOURCE_USERNAME", "huxin_app")
			.with("SPRING_DATASOURCE_PASSWORD", "wrong")
			.with("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "1000")
			.refused();
		assertThat(product.said()).contains("无法连接 SPRING_DATASOURCE_URL 指定的 PostgreSQL 服务器");
		assertThat(this.folder.resolve("postgres")).doesNotExist();
	}

	private ChildProduct.Start start() {
		return ChildProduct.in(this.folder);
	}

	private void nothingIsLeftRunning() {
		assertThat(Files.exists(this.folder.resolve("postgres/postmaster.pid"))).isFalse();
	}

}
