package org.huxin.engine;

/**
 * Why a deadline was missed, as the register may say it in clear (D17, rule of practice
 * 6).
 */
public enum Excuse {

	/** 生病. */
	ILLNESS,

	/** 住院或就医. */
	HOSPITAL,

	/** 假期. */
	VACATION,

	/** 没有收到通知. */
	NOT_INFORMED,

	/** 其他: in words, which stand in the case file only. */
	OTHER

}
