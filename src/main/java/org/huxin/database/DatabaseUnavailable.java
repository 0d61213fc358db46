package org.huxin.database;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot serve this start. Carries what happened and what to do, in the
 * words of the person who starts the product.
 */
class DatabaseUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final String OR_A_SERVER = "也可以用 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 指定一个 PostgreSQL 服务器。";

	private final String action;

	DatabaseUnavailable(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	static DatabaseUnavailable inUse(Path folder) {
		return new DatabaseUnavailable("数据目录 " + folder + " 正被另一个正在运行的护心使用，本次没有启动，数据没有改动。",
				"请先停止另一个护心（在它的窗口按 Ctrl-C），或用 HUXIN_DATA_DIR 指定另一个目录后再启动。", null);
	}

	static DatabaseUnavailable stuck(long pid) {
		return new DatabaseUnavailable("上次遗留的数据库进程（PID " + pid + "）没有在 60 秒内停下，本次没有启动，数据没有改动。",
				"请结束该进程（kill " + pid + "，不要用 kill -9）后再启动。", null);
	}

	static DatabaseUnavailable unknownProcess(long pid) {
		return new DatabaseUnavailable("数据目录记着一个数据库进程（PID " + pid + "），它还在运行，但当前用户无权查看它是不是数据库。本次没有启动，数据没有改动。",
				"请用上次启动护心的同一个系统用户启动；如果该进程与护心无关，请先停止它。", null);
	}

	static DatabaseUnavailable secretsMissing(Path folder) {
		return new DatabaseUnavailable("数据目录 " + folder + " 里有数据库，却没有它的密码文件 postgres.secrets，因此没有启动，数据没有改动。",
				"请从备份中把 postgres.secrets 放回这个目录；或用 HUXIN_DATA_DIR 指定另一个目录。", null);
	}

	static DatabaseUnavailable namespacesRefused() {
		return new DatabaseUnavailable("护心由 root 启动，而这台机器不允许使用 user namespaces，内置数据库因此无法运行。没有启动，数据没有改动。",
				"请改用普通用户启动（内置数据库不以 root 身份运行）；" + OR_A_SERVER, null);
	}

	static DatabaseUnavailable binariesMissing() {
		return new DatabaseUnavailable("这个安装包不含适用于本机的内置数据库，也没有指定 PostgreSQL 服务器，因此没有启动。",
				"请用 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 指定一个 PostgreSQL 服务器，或使用带内置数据库的安装包。",
				null);
	}

	static DatabaseUnavailable failed(Path folder, Throwable cause) {
		return new DatabaseUnavailable("内置数据库（" + folder + "）没有启动成功，数据没有改动。原因：" + rootOf(cause),
				"请检查磁盘空间与目录权限（目录应属于启动护心的系统用户）；" + OR_A_SERVER, cause);
	}

	static DatabaseUnavailable unreachable(Throwable cause) {
		return new DatabaseUnavailable("无法连接 SPRING_DATASOURCE_URL 指定的 PostgreSQL 服务器，因此没有启动。原因：" + rootOf(cause),
				"请检查服务器是否在运行，以及 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 是否正确。",
				cause);
	}

	static DatabaseUnavailable tooPowerful(String role) {
		return new DatabaseUnavailable("数据库账号 " + role + " 是超级用户，或可以绕过行级安全（bypassrls）。护心不以这样的账号运行，因此没有启动，数据没有改动。",
				"请另建一个普通账号作为 SPRING_DATASOURCE_USERNAME，建表用的账号放在 SPRING_FLYWAY_USER、SPRING_FLYWAY_PASSWORD 中（见 docs/how-to/run-in-production.md）。",
				null);
	}

	private static String rootOf(Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage());
	}

	String action() {
		return this.action;
	}

}
