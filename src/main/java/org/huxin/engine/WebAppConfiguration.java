package org.huxin.engine;

import java.time.Clock;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The engine's web apps behind our login and our list of open calls.
 */
@Configuration(proxyBeanMethods = false)
class WebAppConfiguration {

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedInPerson() {
		FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter = new FilterRegistrationBean<>(
				new ContainerBasedAuthenticationFilter());
		filter.addInitParameter("authentication-provider", SignedInPerson.class.getName());
		filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		// after Spring Security has said who it is
		filter.setOrder(201);
		return filter;
	}

	@Bean
	FilterRegistrationBean<WebAppRoutes> webAppRoutes(DoorMessages messages, Clock clock) {
		FilterRegistrationBean<WebAppRoutes> filter = new FilterRegistrationBean<>(new WebAppRoutes(messages, clock));
		filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
		// sees an address as it was spelled, before anybody has made sense of it
		filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
		return filter;
	}

}
