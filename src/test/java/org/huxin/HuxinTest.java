package org.huxin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole product with its demo school, on a real PostgreSQL in a fresh
 * folder. All such tests share one running application: give each its own cases, and
 * leave the demo's people as they are. Timers and deadlines move only with
 * {@link CaseWalk}. Do not add mocks or properties, or a second application starts. Send
 * {@link OurToken} instead of Spring Security's {@code csrf()}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(classes = Huxin.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "huxin.password-strength=4", "huxin.deadline-watch=P1D", "huxin.watchdog=P1D",
				"huxin.message-round=P1D", "camunda.bpm.job-execution.enabled=false" })
@Import({ CaseWalk.class, VisitedElements.class })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDataFolder.class)
@ActiveProfiles("demo")
public @interface HuxinTest {

}
