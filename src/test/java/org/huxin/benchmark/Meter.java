package org.huxin.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what one side asks of the database: every statement, each line of a batch as
 * one, and every commit of a transaction that wrote something.
 */
final class Meter {

	private final LongAdder statements = new LongAdder();

	private final LongAdder commits = new LongAdder();

	private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();

	private volatile boolean byKind;

	long statements() {
		return this.statements.sum();
	}

	long commits() {
		return this.commits.sum();
	}

	/** Whether to remember which statements they were. */
	void byKind(boolean remember) {
		this.byKind = remember;
	}

	/** The statements that were counted by kind, the most frequent first. */
	List<String> kinds() {
		List<Map.Entry<String, LongAdder>> sorted = new ArrayList<>(this.kinds.entrySet());
		sorted.sort((one, other) -> Long.compare(other.getValue().sum(), one.getValue().sum()));
		return sorted.stream().map((kind) -> kind.getValue().sum() + "\t" + kind.getKey()).toList();
	}

	DataSource count(DataSource source) {
		return new DelegatingDataSource(source) {

			@Override
			public Connection getConnection() throws SQLException {
				return (Connection) proxy(Connection.class, new Counted(super.getConnection()));
			}

		};
	}

	private void executed(String sql, long times) {
		this.statements.add(times);
		if (this.byKind) {
			String kind = sql.replaceAll("\\s+", " ").replaceAll("(?i)^(select) .*? from ", "$1 … from ");
			this.kinds.computeIfAbsent(kind.substring(0, Math.min(110, kind.length())), (key) -> new LongAdder())
				.add(times);
		}
	}

	private static boolean isWrite(String sql) {
		String start = sql.stripLeading()
			.substring(0, Math.min(6, sql.stripLeading().length()))
			.toLowerCase(java.util.Locale.ROOT);
		return start.equals("insert") || start.equals("update") || start.equals("delete");
	}

	private static Object proxy(Class<?> type, InvocationHandler handler) {
		return Proxy.newProxyInstance(Meter.class.getClassLoader(), new Class<?>[] { type }, handler);
	}

	private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		}
		catch (InvocationTargetException ex) {
			throw ex.getCause();
		}
	}

	private final class Counted implements InvocationHandler {

		private final Connection connection;

		private boolean wrote;

		private Counted(Connection connection) {
			this.connection = connection;
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			Object answer = call(this.connection, method, arguments);
			if (method.getName().equals("commit")) {
				if (this.wrote) {
					Meter.this.commits.increment();
				}
				this.wrote = false;
			}
			else if (method.getName().equals("rollback")) {
				this.wrote = false;
			}
			else if (answer instanceof PreparedStatement statement && arguments != null) {
				return proxy(PreparedStatement.class, new Prepared(statement, (String) arguments[0], this));
			}
			else if (answer instanceof Statement statement) {
				return proxy(Statement.class, new Prepared(statement, "", this));
			}
			return answer;
		}

		private void wrote() throws SQLException {
			if (this.connection.getAutoCommit()) {
				Meter.this.commits.increment();
			}
			else {
				this.wrote = true;
			}
		}

	}

	private final class Prepared implements InvocationHandler {

		private final Statement statement;

		private final String sql;

		private final Counted connection;

		private long batch;

		private Prepared(Statement statement, String sql, Counted connection) {
			this.statement = statement;
			this.sql = sql;
			this.connection = connection;
		}

		@Override
		public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
			String name = method.getName();
			if (name.equals("addBatch")) {
				this.batch++;
			}
			else if (name.startsWith("execute")) {
				String text = (arguments != null && arguments.length > 0) ? (String) arguments[0] : this.sql;
				long times = name.endsWith("Batch") ? this.batch : 1;
				this.batch = 0;
				executed(text, times);
				if (isWrite(text)) {
					this.connection.wrote();
				}
			}
			return call(this.statement, method, arguments);
		}

	}

}
