package org.huxin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private static JavaClasses product;

	@BeforeAll
	static void readTheProduct() {
		product = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
			.importPackages("org.huxin");
	}

	@Test
	void onlyTheEngineAndTheProcessPackagesKnowTheEngine() {
		noClasses().that()
			.resideOutsideOfPackages("..engine..", "..process..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.camunda..")
			.check(product);
	}

	@Test
	void nothingIsInjectedIntoFields() {
		fields().should().notBeAnnotatedWith(Autowired.class).check(product);
	}

	@Test
	void nobodyAsksAClockOfHisOwn() {
		noClasses().should().callMethodWhere(readsTheSystemClock()).check(product);
		noClasses().should().callConstructor(Date.class).check(product);
		noClasses().should().callMethod(System.class, "currentTimeMillis").check(product);
	}

	@Test
	void everyPackageSaysWhatMayBeNull() {
		classes().should(liveInANullMarkedPackage()).check(product);
	}

	@Test
	void noNameIsEmptyOfMeaning() {
		noClasses().should()
			.haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)")
			.andShould()
			.resideOutsideOfPackage("..engine..")
			.check(product);
	}

	private static DescribedPredicate<JavaCall<?>> readsTheSystemClock() {
		List<Class<?>> times = List.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class,
				OffsetDateTime.class, Year.class, YearMonth.class);
		return DescribedPredicate.describe("read the system clock", (call) -> {
			boolean nowWithoutClock = call.getName().equals("now")
					&& times.stream().anyMatch((type) -> call.getTargetOwner().isEquivalentTo(type))
					&& call.getTarget()
						.getRawParameterTypes()
						.stream()
						.noneMatch((parameter) -> parameter.isEquivalentTo(Clock.class));
			boolean systemClock = call.getTargetOwner().isEquivalentTo(Clock.class)
					&& call.getName().startsWith("system");
			return nowWithoutClock || systemClock;
		});
	}

	private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
		return new ArchCondition<>("live in a @NullMarked package") {

			@Override
			public void check(JavaClass type, ConditionEvents events) {
				if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
					events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no @NullMarked"));
				}
			}

		};
	}

}
