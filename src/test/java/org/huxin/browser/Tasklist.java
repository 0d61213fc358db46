package org.huxin.browser;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/**
 * Camunda Tasklist as a person uses it.
 */
class Tasklist {

	private final Visitor visitor;

	private final Page page;

	Tasklist(Visitor visitor) {
		this.visitor = visitor;
		this.page = visitor.page();
	}

	/**
	 * Shows the tasks of a filter.
	 */
	Tasklist filter(String name) {
		this.page.locator(".task-filters .name", new Page.LocatorOptions().setHasText(name)).click();
		settle();
		return this;
	}

	/** The names of the filters, as shown. */
	List<String> filters() {
		return this.page.locator(".task-filters .name").allInnerTexts().stream().map(String::strip).toList();
	}

	/** What the person may start. */
	List<String> startList() {
		openStartList();
		List<String> names = this.page.locator("ul.processes a").allInnerTexts();
		this.page.locator(".modal-footer .btn-link").last().click();
		return names.stream().map(String::strip).toList();
	}

	/**
	 * Chooses in the start list and opens its form.
	 */
	OpenForm start(String process) {
		openStartList();
		this.page.locator("ul.processes a", new Page.LocatorOptions().setHasText(process)).click();
		Locator window = this.page.locator(".modal-dialog");
		return new OpenForm(this.visitor, window, window.locator(".modal-footer button[type=submit]")).appeared();
	}

	/** The cards on all pages of the list, as shown. */
	List<String> cards() {
		Locator shown = this.page.locator(".tasks-list li.task");
		List<String> cards = new ArrayList<>(shown.allInnerTexts());
		while (turned()) {
			cards.addAll(shown.allInnerTexts());
		}
		return cards;
	}

	/** The card of a case's task. */
	Locator card(String caseNo, String task) {
		return this.page.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(caseNo))
			.filter(new Locator.FilterOptions().setHasText(task))
			.first();
	}

	/**
	 * Turns the pages of the list until the card of a case's task is there.
	 */
	Tasklist turnTo(String caseNo, String task) {
		this.page.locator(".tasks-list li.task").first().waitFor();
		while (card(caseNo, task).count() == 0 && turned()) {
			// the next page is looked at
		}
		card(caseNo, task).waitFor();
		return this;
	}

	private boolean turned() {
		Locator next = this.page.locator(".pagination-next:not(.disabled) a");
		if (next.count() == 0 || !next.first().isVisible()) {
			return false;
		}
		// nobody turns on before the page is there
		this.page.waitForResponse((response) -> response.url().contains("/list?"), () -> next.first().click());
		this.page.evaluate("() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
		return true;
	}

	/**
	 * Opens a task from its card, and takes it if it is only offered.
	 */
	OpenForm open(String caseNo, String task) {
		card(caseNo, task).locator("h4 a").click();
		settle();
		this.page.locator("button.claim, button.unclaim").first().waitFor();
		Locator claim = this.page.locator("button.claim");
		if (claim.isVisible()) {
			claim.click();
			this.page.waitForSelector("button.unclaim");
			settle();
		}
		return form();
	}

	/**
	 * Looks at a task without taking it.
	 */
	Tasklist look(String caseNo, String task) {
		card(caseNo, task).locator("h4 a").click();
		settle();
		return this;
	}

	/** The form of the open task. */
	OpenForm form() {
		Locator view = this.page.locator(".task-details");
		return new OpenForm(this.visitor, view, view.locator(".form-actions button[type=submit]")).appeared();
	}

	/** The words in the view of the open task. */
	String details() {
		return this.page.locator(".task-details").innerText();
	}

	/** Shows the diagram of the open task. */
	Locator diagram() {
		this.page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("流程图")).click();
		Locator diagram = this.page.locator(".task-details .djs-container");
		diagram.locator(".djs-shape").first().waitFor();
		return diagram;
	}

	private void openStartList() {
		this.page.locator(".start-process-action a").click();
		this.page.waitForSelector("ul.processes a");
	}

	private void settle() {
		this.page.waitForLoadState(LoadState.NETWORKIDLE);
	}

}
