package org.huxin.engine;

import java.time.Clock;
import java.time.ZoneId;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The engine with its seams.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

	static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

	@Bean
	@Primary
	Clock clock() {
		return new BusinessClock(ZONE);
	}

}
