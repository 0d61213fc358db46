/**
 * Messages to people: whoever a step waits for is told by mail, SMS or the robot of a
 * group chat, and never what it is about. The way of a message:
 * <ul>
 * <li>{@code Outbox} writes it in the transaction of what causes it
 * ({@link org.huxin.engine.StepWaits}), for whom {@code Recipients} lets be told, as his
 * {@link org.huxin.notification.Preference} says;
 * <li>{@link org.huxin.notification.Post} sends it with {@code Channels}, in the words of
 * {@code LetterWords}, again and again until it has left or is a dead letter
 * ({@link org.huxin.notification.DeadLetters});
 * <li>{@code ReadMarks} notices that it was read,
 * {@link org.huxin.notification.UnreadWatch} that an emergency was not;
 * <li>{@link org.huxin.notification.Messages} tells pages what became of it.
 * </ul>
 */
@ApplicationModule(displayName = "Messages", allowedDependencies = { "engine", "casefile", "school", "vault" })
@NullMarked
package org.huxin.notification;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
