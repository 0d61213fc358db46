package org.huxin.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.huxin.Huxin;

import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/**
 * Chooses the words of an error page: what happened, what is safe, what to do. Nothing of
 * the exception reaches the page.
 */
@Component
class ErrorPages implements ErrorViewResolver {

	private static final Set<Integer> WITH_OWN_WORDS = Set.of(400, 403, 404, 409, 500, 503);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

	@Override
	public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
		String words = WITH_OWN_WORDS.contains(status.value()) ? "error." + status.value() : "error.other";
		Object time = model.get("timestamp");
		Map<String, Object> page = new HashMap<>();
		page.put("words", words);
		page.put("code", Integer.toString(status.value()));
		page.put("time", (time instanceof Date date)
				? TIME.format(LocalDateTime.ofInstant(date.toInstant(), ZoneId.of(Huxin.ZONE))) : "");
		return new ModelAndView("error", page, status);
	}

}
