package org.huxin.database;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.huxin.FreshDataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The demo as a newcomer starts it, with settings that would open it if they could.
 */
class DemoStartTests {

	private static final Path FOLDER = FreshDataFolder.create().toAbsolutePath();

	private static ChildProduct product;

	@BeforeAll
	static void start() {
		product = ChildProduct.in(FOLDER)
			.demo()
			.with("SERVER_ADDRESS", "0.0.0.0")
			.with("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*")
			.start();
	}

	@AfterAll
	static void stop() {
		product.close();
	}

	@Test
	void whatIsCommittedIsOnTheDisk() throws SQLException {
		assertThat(answer("show fsync")).isEqualTo("on");
		assertThat(answer("show synchronous_commit")).isEqualTo("on");
		assertThat(answer("show full_page_writes")).isEqualTo("on");
		assertThat(answer("show server_version")).startsWith("17.");
	}

	@Test
	void theRoleOfTheProductIsAnOrdinaryOne() throws SQLException {
		assertThat(answer("select current_user")).isEqualTo("huxin_app");
		assertThat(answer("select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
				+ " where rolname = current_user"))
			.isEqualTo("f");
		assertThat(answer("select rolsuper or rolbypassrls from pg_roles where rolname = 'huxin_owner'"))
			.isEqualTo("f");
	}

	@Test
	void theRoleOfTheProductCannotChangeTheSchema() {
		List.of("create table public.mine (id int)", "create table huxin.mine (id int)",
				"alter table huxin.case_entry add column more text", "drop table huxin.case_entry",
				"create schema mine")
			.forEach(this::isRefused);
	}

	@Test
	void entriesOfACaseCanBeNeitherChangedNorRemoved() throws SQLException {
		assertThat(answer("select count(*) from huxin.case_entry")).isEqualTo("0");
		isRefused("update huxin.case_entry set author = 'somebody'");
		isRefused("delete from huxin.case_entry");
		isRefused("truncate huxin.case_entry");
	}

	@Test
	void theServerAsksEveryCallerForHisPassword() throws IOException {
		assertThat(Files.readAllLines(FOLDER.resolve("postgres/pg_hba.conf")))
			.filteredOn((line) -> !line.isBlank() && !line.startsWith("#"))
			.allSatisfy((line) -> assertThat(line).endsWith("scram-sha-256"));
		for (String role : List.of("postgres", "huxin_owner", "huxin_app")) {
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> DriverManager.getConnection(product.url(), role, "huxin"));
		}
	}

	@Test
	void passwordsAndKeysAreReadableByTheirOwnerOnly() throws IOException {
		for (String file : List.of("postgres.secrets", "demo-master.key")) {
			assertThat(permissions(file)).isEqualTo("rw-------");
		}
		for (String folder : List.of("postgres", "binaries")) {
			assertThat(permissions(folder)).isEqualTo("rwx------");
		}
	}

	@Test
	void theDemoAnswersOnThisMachineOnly() {
		// another address of the loopback network: whoever listens on every address
		// answers there too
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress("127.0.0.2", product.port()), 5_000);
			}
		});
	}

	@Test
	void nothingButTheHealthAnswersWithoutLogin() {
		assertThat(product.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
		for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/beans",
				"/actuator/health/db", "/actuator/info", "/actuator/loggers", "/engine-rest/engine", "/cases",
				"/camunda/api/engine/engine/default/task")) {
			assertThat(product.get(path).statusCode()).as(path).isNotEqualTo(200);
		}
	}

	@Test
	void theSameFolderTwiceIsRefused() {
		ChildProduct second = ChildProduct.in(FOLDER).demo().refused();
		assertThat(second.said()).contains("数据目录 " + FOLDER + " 正被另一个正在运行的护心使用").contains("HUXIN_DATA_DIR");
		assertThat(product.get("/actuator/health").statusCode()).isEqualTo(200);
	}

	private static String permissions(String file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER.resolve(file)));
	}

	private void isRefused(String statement) {
		assertThatExceptionOfType(SQLException.class).as(statement).isThrownBy(() -> {
			try (Connection connection = product.connect(); Statement refused = connection.createStatement()) {
				refused.execute(statement);
			}
		}).satisfies((ex) -> assertThat(ex.getSQLState()).as(statement).isEqualTo("42501"));
	}

	private static String answer(String query) throws SQLException {
		try (Connection connection = product.connect();
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(query)) {
			result.next();
			return result.getString(1);
		}
	}

}
