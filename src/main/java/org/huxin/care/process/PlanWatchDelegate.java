package org.huxin.care.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.huxin.care.ContactForm;
import org.huxin.care.Watches;
import org.huxin.care.Watches.Watch;
import org.huxin.engine.Cases;
import org.huxin.report.process.CareFacts;

import org.springframework.stereotype.Component;

/**
 * Plans the next 本周关注 (F11, F16).
 */
@Component("planWatch")
class PlanWatchDelegate implements JavaDelegate {

	private final Watches watches;

	private final ContactForm form;

	private final Clock clock;

	PlanWatchDelegate(Watches watches, ContactForm form, Clock clock) {
		this.watches = watches;
		this.form = form;
		this.clock = clock;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Optional<LocalDateTime> last = Optional.ofNullable(SchoolCounsellingProcess.WATCH_ON.from(execution))
			.map((date) -> LocalDateTime.ofInstant(date.toInstant(), this.clock.getZone()));
		Watch next = this.watches.next(Cases.of(execution), CareFacts.planOf(execution), last);
		this.form.prepare(Cases.of(execution), next.begins().toLocalDate());
		SchoolCounsellingProcess.WATCH_ON.set(execution, date(next.begins()));
		SchoolCounsellingProcess.WATCH_DUE.set(execution, date(next.due()));
	}

	private Date date(LocalDateTime time) {
		return Date.from(time.atZone(this.clock.getZone()).toInstant());
	}

}
