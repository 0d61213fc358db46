package org.huxin.notification;

import java.util.EnumSet;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The channels that are open, and one attempt on each. The demo has none, whatever is
 * configured: nothing of it leaves the house.
 */
@Component
class Channels {

	private static final Logger log = LoggerFactory.getLogger(Channels.class);

	private volatile ChannelSettings settings;

	Channels(ChannelSettings settings, @Value("${huxin.demo:false}") boolean demo) {
		this.settings = demo ? ChannelSettings.off() : settings;
	}

	/** From now on these are configured. */
	void use(ChannelSettings settings) {
		this.settings = settings;
	}

	/** Those that a school's people can be reached by. */
	Set<Channel> open(String school) {
		ChannelSettings now = this.settings;
		EnumSet<Channel> open = EnumSet.noneOf(Channel.class);
		if (now.mail() != null) {
			open.add(Channel.MAIL);
		}
		if (now.sms() != null) {
			open.add(Channel.SMS);
		}
		if (now.wecom().containsKey(school)) {
			open.add(Channel.WECOM);
		}
		if (now.dingtalk().containsKey(school)) {
			open.add(Channel.DINGTALK);
		}
		return open;
	}

	/** Those that any school has. */
	Set<Channel> open() {
		ChannelSettings now = this.settings;
		EnumSet<Channel> open = EnumSet.noneOf(Channel.class);
		now.wecom().keySet().forEach((school) -> open.addAll(open(school)));
		now.dingtalk().keySet().forEach((school) -> open.addAll(open(school)));
		open.addAll(open(""));
		return open;
	}

	/**
	 * One attempt. Never throws; takes at most about twice the configured time.
	 */
	Outcome send(Channel channel, String school, Letter letter) {
		ChannelSettings now = this.settings;
		if (!open(school).contains(channel)) {
			return Outcome.refused("CHANNEL_OFF");
		}
		try {
			return switch (channel) {
				case MAIL -> new SmtpChannel(now).send(letter);
				case SMS -> new SmsChannel(now).send(letter);
				case WECOM, DINGTALK -> new RobotChannel(now, channel, school).send(letter);
			};
		}
		catch (RuntimeException ex) {
			// its words may hold an address or a key
			log.error("A message could not be sent by {}: {}", channel, ex.getClass().getSimpleName());
			return Outcome.unsure("ERROR");
		}
	}

}
