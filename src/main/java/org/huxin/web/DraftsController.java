package org.huxin.web;

import java.util.Map;

import org.huxin.engine.DraftDesk;
import org.huxin.identity.Accounts;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes what a person is typing in Tasklist, in place of the browser's storage.
 */
@RestController
@RequestMapping("/drafts")
class DraftsController {

	/** More than any form holds; a draft is no place to store things. */
	private static final int MOST_FIELDS = 200;

	private final DraftDesk desk;

	private final Accounts accounts;

	DraftsController(DraftDesk desk, Accounts accounts) {
		this.desk = desk;
		this.accounts = accounts;
	}

	@PutMapping("/task/{id}")
	ResponseEntity<Void> task(@PathVariable String id, @RequestBody Map<String, Object> values) {
		return answer(isTooLarge(values), () -> this.desk.keepForTask(this.accounts.currentAccount(), id, values));
	}

	@PutMapping("/start/{key}")
	ResponseEntity<Void> start(@PathVariable String key, @RequestBody Map<String, Object> values) {
		return answer(isTooLarge(values), () -> this.desk.keepForStart(this.accounts.currentAccount(), key, values));
	}

	private static boolean isTooLarge(Map<String, Object> values) {
		return values.size() > MOST_FIELDS || values.toString().length() > 100_000;
	}

	private static ResponseEntity<Void> answer(boolean tooLarge, java.util.function.BooleanSupplier kept) {
		if (tooLarge) {
			return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
		}
		return kept.getAsBoolean() ? ResponseEntity.noContent().build() : ResponseEntity.notFound().build();
	}

}
