package org.huxin.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in the words of the person who starts the product that another program has the
 * port. Stands before Spring Boot's own analyzer.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		int port = cause.getPort();
		return new FailureAnalysis("端口 " + port + " 正被另一个程序使用，护心没有启动，数据没有改动。",
				"请先停止占用该端口的程序（也可能是另一个护心），或用环境变量 SERVER_PORT 换一个端口，例如 SERVER_PORT=" + ((port < 65535) ? port + 1 : 8080)
						+ "。",
				cause);
	}

}
