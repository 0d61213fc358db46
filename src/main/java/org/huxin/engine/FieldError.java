package org.huxin.engine;

/**
 * Something to mend in a submission: at which field, and what to do.
 *
 * @param field the field's label
 * @param text what is wrong and what to do, in the user's language; never the value
 */
record FieldError(String field, String text) {
}
