package org.huxin.notification;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The channels as configured, and what notices that a message was read.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChannelSettings.class)
class NotificationConfiguration {

	@Bean
	FilterRegistrationBean<ReadMarks> readMarks(Messages messages) {
		FilterRegistrationBean<ReadMarks> filter = new FilterRegistrationBean<>(new ReadMarks(messages));
		filter.addUrlPatterns("/*");
		// after everything that may still say who it is, or refuse him
		filter.setOrder(202);
		return filter;
	}

}
