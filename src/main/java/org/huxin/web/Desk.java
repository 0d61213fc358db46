package org.huxin.web;

import java.util.List;
import java.util.Optional;

import org.huxin.casefile.CaseRef;
import org.huxin.identity.Account;

/**
 * What the pages ask about work and cases, each answer cut to what this reader may see.
 */
interface Desk {

	/** Tasks assigned or offered to this person, the most urgent first. */
	List<StartPage.WaitingTask> waitingFor(Account reader);

	/** What he did late and has not explained yet, the oldest first (D17). */
	List<StartPage.ToExplain> toExplain(Account reader);

	/** The numbers of his cases that stand still by a fault of the system. */
	List<String> stuck(Account reader);

	/** How much stands still in what an administrator administers. */
	int faults(Account reader);

	/** How many messages could not be delivered in what an administrator administers. */
	int deadLetters(Account reader);

	/** What he may start, the primary one first. */
	List<StartPage.Startable> startableBy(Account reader);

	/** Every case that he may list. */
	List<CaseList.Row> casesOf(Account reader);

	/** A case, empty if it does not exist or he may not know that it does. */
	Optional<CasePage> page(Account reader, CaseRef ref);

	/** The BPMN of one of the case's models. */
	Optional<String> model(Account reader, CaseRef ref, String id);

	/**
	 * Adds a correction to an entry that this person wrote.
	 * @return the number of the amendment, empty if there is no such entry of his
	 */
	Optional<Integer> amend(Account author, CaseRef ref, int entry, String text);

}
