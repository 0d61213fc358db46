package org.huxin.assessment;

/**
 * The words that a school uses for levels (S1–S3, K07). Inside there are always the same
 * five; which of them a school tells apart its profile says.
 */
enum LevelScheme {

	/** Three levels: counselling, hospital suggested, hospital at once (S1). */
	THREE("无需关注", "程度较轻：校内辅导", "程度较重：建议到医院门诊", "程度严重：立即到专科医院", "程度严重：立即到专科医院"),

	/** Two levels: studies on, or does not (S2). */
	TWO("无需关注", "程度较轻、能坚持学习", "程度较轻、能坚持学习", "程度较重、不能坚持学习", "程度较重、不能坚持学习"),

	/** Categories: who is treated is A, whom school looks after is B (S3, S5). */
	CATEGORIES("无需关注", "一般关注", "B 类 重点干预（未急性发作）", "B 类 重点干预（急性）", "B 类 重点干预（急性）"),

	/** Colours, as many towns do. */
	COLOURS("绿色", "黄色预警", "橙色预警", "红色预警", "红色预警");

	private final String[] words;

	LevelScheme(String... words) {
		this.words = words;
	}

	/**
	 * What this school calls a level.
	 * @param treated whether the student is treated by a hospital
	 */
	String words(Level level, boolean treated) {
		return (this == CATEGORIES && treated) ? "A 类 重点关注（就医中）" : this.words[level.ordinal()];
	}

}
