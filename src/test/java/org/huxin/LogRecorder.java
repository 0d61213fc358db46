package org.huxin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Everything that the application logs while it is open, stack traces too.
 */
public final class LogRecorder extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private final List<String> lines = new CopyOnWriteArrayList<>();

	public LogRecorder() {
		Logger root = root();
		setContext(root.getLoggerContext());
		start();
		root.addAppender(this);
	}

	private static Logger root() {
		return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
	}

	@Override
	protected void append(ILoggingEvent event) {
		this.lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
		for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
			this.lines.add(cause.getClassName() + ": " + cause.getMessage());
		}
	}

	/** All of it. */
	public String text() {
		return String.join("\n", this.lines);
	}

	@Override
	public void close() {
		root().detachAppender(this);
		stop();
	}

}
