package org.huxin.browser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;

/**
 * A form that stands open in Tasklist, filled in by the labels that a person reads.
 */
class OpenForm {

	private static final String FIELD = ".fjs-form-field:not(.fjs-form-field-grouplike):not(.fjs-form-field-text)";

	private final Visitor visitor;

	private final Locator around;

	private final Locator submit;

	private final Map<String, String> typed = new LinkedHashMap<>();

	private final Map<String, String[]> moments = new LinkedHashMap<>();

	OpenForm(Visitor visitor, Locator around, Locator submit) {
		this.visitor = visitor;
		this.around = around;
		this.submit = submit;
	}

	OpenForm appeared() {
		this.around.locator(".fjs-container .fjs-element").first().waitFor();
		// drafts and refusals have their lines once the form is whole
		this.around.locator(".huxin-refusal")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
		return this;
	}

	/**
	 * The field with a label that begins with these words.
	 */
	Locator field(String label) {
		return this.around.locator(FIELD)
			.filter(new Locator.FilterOptions().setHas(this.around.page()
				.locator(":scope > .fjs-form-field-label:first-child, .fjs-datetime-subsection > .fjs-form-field-label")
				.filter(new Locator.FilterOptions().setHasText(beginning(label)))))
			.first();
	}

	/**
	 * Fills a field: types a text, a number, a date ({@code 2026/11/22}) and a time
	 * ({@code 08:30}), ticks choices, searches a person by typing.
	 */
	OpenForm fill(String label, String... answers) {
		Locator field = field(label);
		String kind = field.getAttribute("class");
		if (kind.contains("radio") || kind.contains("checklist")) {
			for (String answer : answers) {
				field.locator("label:has(input)")
					.filter(new Locator.FilterOptions().setHasText(beginning(answer)))
					.first()
					.locator("input")
					.check();
			}
		}
		else if (kind.contains("checkbox")) {
			field.locator("input").check();
		}
		else if (kind.contains("taglist")) {
			for (String answer : answers) {
				field.locator("input").first().fill(answer);
				field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(answer))
					.first()
					.click();
			}
			// the open list would lie over what comes next
			field.locator("input").first().blur();
		}
		else if (kind.contains("select")) {
			Locator search = field.locator("input[type=text]");
			for (String answer : answers) {
				field.locator(".fjs-input-group").click();
				if (search.count() > 0) {
					search.first().fill(answer);
				}
				field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(answer))
					.first()
					.click();
			}
		}
		else if (kind.contains("datetime")) {
			typeMoment(field, answers);
			this.moments.put(label, answers);
		}
		else {
			field.locator("input, textarea").first().fill(answers[0]);
			this.typed.put(label, answers[0]);
		}
		drawn();
		return this;
	}

	private void typeMoment(Locator field, String... answers) {
		Locator inputs = field.locator("input.fjs-input");
		for (int i = 0; i < answers.length; i++) {
			// key by key, for the calendar follows what is typed; a Tab would open
			// what comes next
			inputs.nth(i).fill("");
			inputs.nth(i).pressSequentially(answers[i]);
			inputs.nth(i).blur();
			// the hour is taken together with the day that is there by then
			drawn();
		}
	}

	/** Nobody types before the screen has followed the last answer. */
	private void drawn() {
		this.around.page()
			.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
	}

	/** What stands in a text field. */
	String value(String label) {
		return field(label).locator("input, textarea").first().inputValue();
	}

	/** The words of the form, as shown. */
	String words() {
		return this.around.innerText();
	}

	/** What the form says at a field. */
	String error(String label) {
		return field(label).locator(".fjs-form-field-error").innerText();
	}

	/** The line under the form that says why it was not taken. */
	String refusal() {
		Locator line = this.around.locator(".huxin-refusal");
		PlaywrightAssertions.assertThat(line).not().isEmpty();
		return line.innerText();
	}

	/** Waits until the server has kept what was typed. */
	OpenForm kept() {
		PlaywrightAssertions.assertThat(this.around.locator(".huxin-draft"))
			.containsText("已自动保存", new LocatorAssertions.ContainsTextOptions().setTimeout(10_000));
		return this;
	}

	/** Presses the button, whatever comes of it. */
	OpenForm press() {
		this.submit.click();
		return this;
	}

	/**
	 * Submits the form, which must be taken.
	 */
	void submit() {
		typeAgainWhatWasDropped();
		Locator form = this.around.locator(".fjs-container");
		List<String> complaints;
		press();
		try {
			form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(15_000));
		}
		catch (com.microsoft.playwright.TimeoutError ex) {
			if (typeAgainWhatWasDropped()) {
				press();
				form.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(15_000));
				return;
			}
			complaints = this.around.locator(".huxin-refusal, .fjs-has-errors").allInnerTexts();
			throw new AssertionError(this.visitor.account() + " could not submit: " + complaints, ex);
		}
	}

	// form-js 1.8.7 can drop what is typed in the instant before a choice has been
	// redrawn.
	// Nobody types that fast; a person sees the empty field
	private boolean typeAgainWhatWasDropped() {
		boolean[] dropped = new boolean[1];
		this.typed.forEach((label, text) -> {
			Locator input = field(label).locator("input, textarea").first();
			if (input.isVisible() && input.inputValue().isEmpty() && !text.isEmpty()) {
				input.fill(text);
				drawn();
				dropped[0] = true;
			}
		});
		this.moments.forEach((label, answers) -> {
			Locator inputs = field(label).locator("input.fjs-input");
			for (int i = 0; i < answers.length; i++) {
				if (inputs.nth(i).isVisible() && (inputs.nth(i).inputValue().isEmpty() || hasError(field(label)))) {
					typeMoment(field(label), answers);
					drawn();
					dropped[0] = true;
				}
			}
		});
		return dropped[0];
	}

	private static boolean hasError(Locator field) {
		return field.getAttribute("class").contains("fjs-has-errors");
	}

	/** Begins with these words; without \Q…\E, for the browser evaluates it. */
	private static Pattern beginning(String words) {
		return Pattern.compile("^\\s*" + words.replaceAll("[.?*+()|\\[\\]{}^$/\\\\-]", "\\\\$0"));
	}

}
