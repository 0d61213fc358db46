package org.huxin.benchmark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.huxin.FreshDataFolder;
import org.huxin.Huxin;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A measurement of the whole product with its demo school on its own PostgreSQL. Runs in
 * {@code mvn -Pbenchmark verify} only.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Huxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "huxin.password-strength=4", "huxin.deadline-watch=P1D", "huxin.watchdog=P1D",
				"huxin.message-round=P1D" })
@Import(Recorder.class)
@ContextConfiguration(initializers = FreshDataFolder.class)
@ActiveProfiles("demo")
@Tag("benchmark")
@interface BenchmarkTest {

}
