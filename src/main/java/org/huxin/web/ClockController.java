package org.huxin.web;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.huxin.Huxin;
import org.huxin.engine.DemoClock;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Moves the business time of the demo. Administrators only, and only in the demo.
 */
@Controller
@RequestMapping("/demo/clock")
@ConditionalOnProperty(name = "huxin.demo", havingValue = "true")
class ClockController {

	private static final List<String> STEPS = List.of("PT1H", "P1D", "P7D", "P30D");

	/** To the next event. */
	private static final String NEXT = "NEXT";

	private final DemoClock clock;

	ClockController(DemoClock clock) {
		this.clock = clock;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("now", new Moment(this.clock.now().atZone(ZoneId.of(Huxin.ZONE)).toInstant()));
		model.addAttribute("steps", STEPS);
		this.clock.next().ifPresent((event) -> {
			model.addAttribute("next", event);
			model.addAttribute("nextAt", new Moment(event.at()));
		});
		return "clock";
	}

	@PostMapping
	String forward(@RequestParam String forward, RedirectAttributes after) {
		if (forward.equals(NEXT)) {
			this.clock.forwardToNext().ifPresent((event) -> {
				after.addFlashAttribute("arrived", event);
				after.addFlashAttribute("moved", true);
			});
			return "redirect:/demo/clock";
		}
		if (!STEPS.contains(forward)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		this.clock.forward(Duration.parse(forward));
		after.addFlashAttribute("moved", true);
		return "redirect:/demo/clock";
	}

}
