package org.huxin.notification;

/**
 * A way out of the house.
 */
public enum Channel {

	/** Mail, by SMTP. */
	MAIL,

	/** SMS, by the school's gateway. */
	SMS,

	/** 企业微信群机器人. */
	WECOM,

	/** 钉钉群机器人. */
	DINGTALK;

	/**
	 * Whether it speaks to a whole group chat.
	 */
	public boolean isRobot() {
		return this == WECOM || this == DINGTALK;
	}

}
