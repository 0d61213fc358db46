package org.huxin.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.huxin.HuxinTest;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at the product as its users do, in a real Chromium. Its methods take
 * {@link Visitors}. With {@code CI=true} a missing Chromium fails the test; elsewhere the
 * test is skipped and says so.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HuxinTest
@ExtendWith(Chromium.class)
@interface BrowserTest {

}
