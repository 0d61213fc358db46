package org.huxin.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.huxin.FreshDataFolder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever ends the product, the next start finds every row that was committed.
 */
class RestartTests {

	private final Path folder = FreshDataFolder.create().toAbsolutePath();

	@Test
	void nothingIsLostByAKillAPowerCutOrCtrlC() throws SQLException, IOException {
		ChildProduct killed = ChildProduct.in(this.folder).demo().start();
		keep(killed, "kill");
		String observed = "他说晚上睡不着";
		Person.signedIn(killed, "teacher").reports(observed);
		ProcessHandle left = killed.postmaster();
		killed.kill();
		assertThat(left.isAlive()).as("the server outlives the application").isTrue();

		ChildProduct cut = ChildProduct.in(this.folder).demo().start();
		assertThat(cut.said()).contains("A database process still holds");
		assertThat(left.isAlive()).isFalse();
		assertThat(kept(cut)).containsExactly("kill");
		Person counselor = Person.signedIn(cut, "counselor");
		Matcher caseNo = Pattern.compile("(?<![0-9a-f-])\\d{4}-\\d{4}(?![0-9a-f-])").matcher(counselor.read("/"));
		assertThat(caseNo.find()).as("the report is on the counsellor's start page").isTrue();
		assertThat(counselor.read("/cases/" + caseNo.group())).contains(observed);
		keep(cut, "power cut");
		cutThePower(cut);

		ChildProduct interrupted = ChildProduct.in(this.folder).demo().start();
		assertThat(kept(interrupted)).containsExactly("kill", "power cut");
		keep(interrupted, "Ctrl-C");
		ProcessHandle server = interrupted.postmaster();
		interrupted.interrupt();
		assertThat(interrupted.awaitEnd()).isEqualTo(130);
		assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
		assertThat(this.folder.resolve("postgres/postmaster.pid")).doesNotExist();

		try (ChildProduct last = ChildProduct.in(this.folder).demo().start()) {
			assertThat(last.said()).doesNotContain("A database process still holds")
				.doesNotContain("automatic recovery in progress");
			assertThat(kept(last)).containsExactly("kill", "power cut", "Ctrl-C");
		}
	}

	/**
	 * Every process is gone at once, and after the restart of the machine the server's
	 * process id belongs to somebody else: to this test.
	 */
	private void cutThePower(ChildProduct product) throws IOException {
		ProcessHandle server = product.postmaster();
		List<ProcessHandle> workers = server.children().toList();
		server.destroyForcibly();
		workers.forEach(ProcessHandle::destroyForcibly);
		product.kill();
		server.onExit().join();
		workers.forEach((worker) -> worker.onExit().join());
		Path pidFile = this.folder.resolve("postgres/postmaster.pid");
		List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
		lines.set(0, Long.toString(ProcessHandle.current().pid()));
		Files.write(pidFile, lines);
	}

	private static void keep(ChildProduct product, String event) throws SQLException {
		try (Connection connection = product.connect(); Statement statement = connection.createStatement()) {
			statement.execute("insert into huxin.draft (owner, subject, content, saved_at) values ('test', '" + event
					+ "', '', now())");
		}
	}

	private static List<String> kept(ChildProduct product) throws SQLException {
		List<String> kept = new ArrayList<>();
		try (Connection connection = product.connect();
				Statement statement = connection.createStatement();
				ResultSet rows = statement
					.executeQuery("select subject from huxin.draft where owner = 'test' order by saved_at")) {
			while (rows.next()) {
				kept.add(rows.getString(1));
			}
		}
		return kept;
	}

}
