package org.huxin.web;

import java.util.List;
import java.util.Optional;

import org.huxin.identity.Account;

import org.springframework.stereotype.Component;

/**
 * Stands in until the engine's work list and gatekeeper are there: nobody sees anything.
 */
@Component
class QuietDesk implements Desk {

	@Override
	public List<StartPage.WaitingTask> waitingFor(Account reader) {
		return List.of();
	}

	@Override
	public List<StartPage.Startable> startableBy(Account reader) {
		return List.of();
	}

	@Override
	public List<CaseList.Row> casesOf(Account reader) {
		return List.of();
	}

	@Override
	public Optional<CasePage> page(Account reader, String number) {
		return Optional.empty();
	}

	@Override
	public Optional<String> model(Account reader, String number, String id) {
		return Optional.empty();
	}

	@Override
	public Optional<Integer> amend(Account author, String number, int entry, String text) {
		return Optional.empty();
	}

}
