package org.huxin.notification;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.huxin.casefile.CaseRef;
import org.huxin.engine.StepWaits;
import org.huxin.school.SchoolDirectory;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of a message: the school's name, the case number, what kind of step waits,
 * and 请登录护心处理. There is nothing else it could say: it knows neither the case file nor the
 * name of the step.
 */
@Component
class LetterWords {

	private final MessageSource messages;

	private final SchoolDirectory directory;

	LetterWords(MessageSource messages, SchoolDirectory directory) {
		this.messages = messages;
		this.directory = directory;
	}

	/** One step that waits. */
	record Line(CaseRef ref, StepWaits.Kind kind, boolean urgent) {
	}

	String subject(List<Line> lines, boolean duplicate) {
		Line first = lines.get(0);
		String subject = (lines.size() == 1) ? word("letter.subject", line(first))
				: word("letter.subject.digest", school(first), Integer.toString(lines.size()));
		return oneLine(subject + (duplicate ? word("letter.duplicate") : ""));
	}

	String text(List<Line> lines, boolean duplicate) {
		String waits = lines.stream().map(this::line).map(LetterWords::oneLine).collect(Collectors.joining("\n"));
		return waits + ((lines.size() == 1) ? "" : "\n") + word("letter.login")
				+ (duplicate ? word("letter.duplicate") : "");
	}

	private String line(Line line) {
		return word(line.urgent() ? "letter.line.urgent" : "letter.line", school(line), line.ref().number(),
				word("letter.kind." + line.kind()));
	}

	private String school(Line line) {
		return this.directory.school(line.ref().school()).name();
	}

	/** A name that was typed with a line break forges no header. */
	private static String oneLine(String text) {
		return text.replaceAll("\\p{Cntrl}+", " ").strip();
	}

	private String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
	}

}
