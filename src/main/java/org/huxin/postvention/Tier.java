package org.huxin.postvention;

/**
 * How much help an affected student is offered (K27). Declared from least to most.
 */
enum Tier {

	/** 普遍: groups and classes only. */
	UNIVERSAL,
	/** 选择: one talk within 72 hours. */
	SELECTED,
	/** 重点: two talks a week. */
	INDICATED

}
