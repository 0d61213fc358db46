package org.huxin.engine;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What the door says to people at work in Tasklist: in Chinese, as everything there.
 */
@Component
class DoorMessages {

	private final MessageSource messages;

	DoorMessages(MessageSource messages) {
		this.messages = messages;
	}

	String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

	/**
	 * All that is to be mended, in one message: nothing has been written, what was typed
	 * is still there.
	 */
	String refusal(List<FieldError> errors) {
		return text("door.refused", errors.size())
				+ errors.stream().map((error) -> "\n" + error.text()).distinct().collect(Collectors.joining());
	}

}
