package org.huxin.web;

import java.net.InetAddress;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * The demo's password is public, so the demo answers on this machine only, whatever
 * address the settings name.
 */
@Component
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
class DemoOnLoopback implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

	@Override
	public void customize(ConfigurableWebServerFactory factory) {
		factory.setAddress(InetAddress.getLoopbackAddress());
	}

	/** After the settings. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
