package org.huxin.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outside the demo, started by an ordinary user as a server would: exactly one account,
 * on the port that {@code SERVER_PORT} names, stopped by a service manager.
 */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class OrdinaryUserTests {

	private static final String MASTER_KEY = "aHV4aW4gdGVzdHMgbWFzdGVyIGtleSAwMTIzNDU2Nzg=";

	@TempDir
	private Path parent;

	@Test
	void anOrdinaryUserStartsItWithOneAccountAndStopsItCleanly() throws IOException, SQLException {
		int port = freePort();
		ChildProduct product = asOrdinaryUser().with("HUXIN_MASTER_KEY", MASTER_KEY)
			.with("HUXIN_ADMIN_PASSWORD", "correct horse battery")
			.with("SERVER_PORT", Integer.toString(port))
			.start();
		try (product) {
			assertThat(product.port()).isEqualTo(port);
			assertThat(product.get("/actuator/health").statusCode()).isEqualTo(200);
			assertThat(product.get("/login").statusCode()).isEqualTo(200);
			try (Connection connection = product.connect();
					Statement statement = connection.createStatement();
					ResultSet account = statement.executeQuery("select string_agg(name, ',') from huxin.account")) {
				account.next();
				assertThat(account.getString(1)).isEqualTo("admin");
			}
			ProcessHandle server = product.postmaster();
			product.terminate();
			assertThat(product.awaitEnd()).isEqualTo(143);
			assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
			assertThat(Files.exists(this.parent.resolve("data/postgres/postmaster.pid"))).isFalse();
		}
	}

	/** Root becomes {@code nobody}; whoever is no root is an ordinary user already. */
	private ChildProduct.Start asOrdinaryUser() throws IOException {
		ChildProduct.Start start = ChildProduct.in(this.parent.resolve("data"));
		if (!"root".equals(System.getProperty("user.name"))) {
			return start;
		}
		Files.setPosixFilePermissions(this.parent, PosixFilePermissions.fromString("rwxr-xr-x"));
		Files.setOwner(this.parent,
				FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
		return start.withClassPath(readableClassPath())
			.under("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups");
	}

	// the local repository lies in the home of root, where nobody else looks
	private String readableClassPath() throws IOException {
		Path folder = Files.createDirectory(this.parent.resolve("classes"));
		List<String> copies = new ArrayList<>();
		for (String entry : ChildProduct.classPath()) {
			Path original = Path.of(entry);
			Path copy = folder.resolve(copies.size() + "-" + original.getFileName());
			copy(original, copy);
			copies.add(copy.toString());
		}
		return String.join(File.pathSeparator, copies);
	}

	private static void copy(Path original, Path copy) throws IOException {
		try (var files = Files.walk(original)) {
			for (Path file : files.toList()) {
				Path target = copy.resolve(original.relativize(file).toString());
				if (Files.isDirectory(file)) {
					Files.createDirectories(target);
				}
				else {
					Files.copy(file, (file.equals(original)) ? copy : target);
				}
			}
		}
	}

	private static int freePort() throws IOException {
		try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
