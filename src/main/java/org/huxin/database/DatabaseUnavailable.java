package org.huxin.database;

import org.jspecify.annotations.Nullable;

/**
 * The embedded database cannot serve this start. Carries what happened and what to do, in
 * the words of the person who starts the product.
 */
class DatabaseUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	DatabaseUnavailable(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	static DatabaseUnavailable inUse(Object folder) {
		return new DatabaseUnavailable("数据目录 " + folder + " 正被另一个正在运行的护心使用，本次没有启动，数据没有改动。",
				"请先停止另一个护心（在它的窗口按 Ctrl-C），或用 HUXIN_DATA_DIR 指定另一个目录后再启动。", null);
	}

	static DatabaseUnavailable stuck(long pid) {
		return new DatabaseUnavailable("上次遗留的数据库进程（PID " + pid + "）没有在 60 秒内停下，本次没有启动，数据没有改动。",
				"请结束该进程（kill " + pid + "，不要用 kill -9）后再启动。", null);
	}

	static DatabaseUnavailable failed(Object folder, Throwable cause) {
		return new DatabaseUnavailable("内置数据库（" + folder + "）没有启动成功，数据没有改动。",
				"请检查磁盘空间与目录权限；以 root 运行且系统禁用 user namespaces 时请改用普通用户；"
						+ "也可以用 SPRING_DATASOURCE_URL、SPRING_DATASOURCE_USERNAME、SPRING_DATASOURCE_PASSWORD 指定一个 PostgreSQL 服务器。",
				cause);
	}

	String action() {
		return this.action;
	}

}
