package org.huxin.engine;

import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;

/**
 * A form that does not open, or a submission that is not taken, for this person or at
 * this moment. The message tells the person what to do; nothing is lost.
 */
class FormRefused extends FormFieldValidationException {

	private static final long serialVersionUID = 1L;

	FormRefused(String message) {
		super(null, message);
	}

}
