package org.huxin.notification;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the post go out every few seconds, each channel on a thread of its own: a slow
 * mail server keeps neither an SMS waiting nor the deadlines.
 */
@Component
class PostRounds implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(PostRounds.class);

	private final Post post;

	private final Channels channels;

	private final Map<Channel, Boolean> busy = new ConcurrentHashMap<>();

	private final ExecutorService workers = Executors.newCachedThreadPool((work) -> {
		Thread thread = new Thread(work, "huxin-post");
		thread.setDaemon(true);
		return thread;
	});

	PostRounds(Post post, Channels channels) {
		this.post = post;
		this.channels = channels;
	}

	@Scheduled(fixedDelayString = "${huxin.message-round}", initialDelayString = "${huxin.message-round}")
	void round() {
		for (Channel channel : this.channels.open()) {
			if (this.busy.putIfAbsent(channel, Boolean.TRUE) == null) {
				this.workers.execute(() -> deliver(channel));
			}
		}
	}

	private void deliver(Channel channel) {
		try {
			this.post.deliver(channel);
		}
		catch (RuntimeException ex) {
			log.error("A round of {} could not be finished and goes on next time: {}", channel,
					ex.getClass().getSimpleName());
		}
		finally {
			this.busy.remove(channel);
		}
	}

	@Override
	public void destroy() {
		this.workers.shutdownNow();
	}

}
