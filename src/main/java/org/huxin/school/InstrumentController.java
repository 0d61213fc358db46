package org.huxin.school;

import java.security.Principal;
import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The administrators' page of the instruments that a school uses by its own licence
 * (E06).
 */
@Controller
@RequestMapping("/directory/schools/{code}/instruments")
class InstrumentController {

	private final SchoolDirectory directory;

	private final DirectoryAccess access;

	private final InstrumentRegister instruments;

	InstrumentController(SchoolDirectory directory, DirectoryAccess access, InstrumentRegister instruments) {
		this.directory = directory;
		this.access = access;
		this.instruments = instruments;
	}

	/** What is typed for an instrument. */
	record InstrumentForm(String name, String version, String lowest, String highest, String watchFrom,
			String highFrom) {

		InstrumentForm {
			name = Forms.typed(name);
			version = Forms.typed(version);
			lowest = Forms.typed(lowest);
			highest = Forms.typed(highest);
			watchFrom = Forms.typed(watchFrom);
			highFrom = Forms.typed(highFrom);
		}

		private LicensedInstrument.Scale scale() {
			try {
				return new LicensedInstrument.Scale(Integer.parseInt(this.lowest.strip()),
						Integer.parseInt(this.highest.strip()), Integer.parseInt(this.watchFrom.strip()),
						Integer.parseInt(this.highFrom.strip()));
			}
			catch (NumberFormatException ex) {
				throw DirectoryRefused.scale();
			}
		}

	}

	@GetMapping
	String instruments(Principal person, @PathVariable String code, @ModelAttribute("form") InstrumentForm form,
			Model model) {
		this.access.require(person, code);
		model.addAttribute("school", this.directory.school(code));
		model.addAttribute("instruments", this.instruments.ofSchool(code));
		return "directory/instruments";
	}

	@PostMapping
	String add(Principal person, @PathVariable String code, @ModelAttribute("form") InstrumentForm form, Model model,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		try {
			this.instruments.add(code, form.name(), form.version(), form.scale());
		}
		catch (DirectoryRefused ex) {
			model.addAttribute("problem", ex);
			return instruments(person, code, form, model);
		}
		redirect.addFlashAttribute("done", "directory.done.saved");
		return page(code);
	}

	@PostMapping("/{id}")
	String offer(Principal person, @PathVariable String code, @PathVariable UUID id, @RequestParam boolean offered,
			RedirectAttributes redirect) {
		this.access.require(person, code);
		this.instruments.offer(code, id, offered);
		redirect.addFlashAttribute("done", "directory.done.saved");
		return page(code);
	}

	private static String page(String code) {
		return "redirect:/directory/schools/" + code + "/instruments";
	}

}
