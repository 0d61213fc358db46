package org.huxin.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.huxin.engine.DraftDesk;
import org.huxin.identity.Accounts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
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

	private static final int MOST_BYTES = 300_000;

	private static final ObjectMapper JSON = new ObjectMapper();

	private final DraftDesk desk;

	private final Accounts accounts;

	private final MessageSource messages;

	DraftsController(DraftDesk desk, Accounts accounts, MessageSource messages) {
		this.desk = desk;
		this.accounts = accounts;
		this.messages = messages;
	}

	@PutMapping("/task/{id}")
	ResponseEntity<Map<String, String>> task(@PathVariable String id, InputStream body) throws IOException {
		return keep(body, (values) -> this.desk.keepForTask(this.accounts.currentAccount(), id, values));
	}

	@PutMapping("/start/{key}")
	ResponseEntity<Map<String, String>> start(@PathVariable String key, InputStream body) throws IOException {
		return keep(body, (values) -> this.desk.keepForStart(this.accounts.currentAccount(), key, values));
	}

	private ResponseEntity<Map<String, String>> keep(InputStream body, Predicate<Map<String, Object>> kept)
			throws IOException {
		byte[] bytes = body.readNBytes(MOST_BYTES + 1);
		if (bytes.length > MOST_BYTES) {
			return refused(HttpStatus.PAYLOAD_TOO_LARGE, "draft.tooLarge");
		}
		Map<String, Object> values = read(bytes);
		if (values == null) {
			return refused(HttpStatus.BAD_REQUEST, "draft.unreadable");
		}
		if (values.size() > MOST_FIELDS) {
			return refused(HttpStatus.PAYLOAD_TOO_LARGE, "draft.tooLarge");
		}
		return (kept.test(values)) ? ResponseEntity.noContent().build()
				: refused(HttpStatus.NOT_FOUND, "draft.notOpen");
	}

	private static @Nullable Map<String, Object> read(byte[] body) throws IOException {
		try {
			return JSON.readValue(body, new TypeReference<Map<String, Object>>() {
			});
		}
		catch (JsonProcessingException ex) {
			return null;
		}
	}

	private ResponseEntity<Map<String, String>> refused(HttpStatus status, String message) {
		return ResponseEntity.status(status)
			.body(Map.of("message", this.messages.getMessage(message, null, Locale.SIMPLIFIED_CHINESE)));
	}

}
