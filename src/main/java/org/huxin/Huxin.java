package org.huxin;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Huxin: the closed loop of student crisis intervention, from report to closing.
 */
@SpringBootApplication
public class Huxin {

	/** The one time zone of the product: the engine's columns carry none. */
	public static final String ZONE = "Asia/Shanghai";

	public static void main(String[] args) {
		TimeZone.setDefault(TimeZone.getTimeZone(ZONE));
		SpringApplication.run(Huxin.class, args);
	}

}
