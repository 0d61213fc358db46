/**
 * The engine and the three seams that keep it harmless. What lies here, in the order of
 * one submission:
 * <ul>
 * <li>the way in: {@code WebAppRoutes} (which calls are open), {@code SignedInPerson},
 * {@code PersonCommands} (what a person may ask of the engine at all);
 * <li>the door: {@code Door} with {@code FormSchema}, {@code FormCheck},
 * {@code FormConditions}, {@code FormOptions}, {@code FormFill} and the words of the
 * process modules, {@link org.huxin.engine.FormRule} and
 * {@link org.huxin.engine.Submission}; {@code DraftDesk} keeps what is not yet submitted;
 * <li>the gatekeeper: {@link org.huxin.engine.Gatekeeper} decides, {@code ListScope} asks
 * it for lists and counts, {@code ObjectScope} for single tasks, {@code Assignment} links
 * tasks to persons, {@code Starters} and {@code TasklistSetup} lay out what does not
 * depend on a case;
 * <li>the guard: {@code VariableGuard} lets only declared
 * {@link org.huxin.engine.ProcessVariable}s be stored;
 * <li>time: {@code BusinessClock}, {@link org.huxin.engine.Deadlines} for the models,
 * {@link org.huxin.engine.DeadlineWatch}, {@link org.huxin.engine.Escalation} with
 * {@code LadderCalls}, {@code Reassignment} when staff change,
 * {@link org.huxin.engine.MissedDeadlines} (the register), and
 * {@link org.huxin.engine.Watchdog} over all of it;
 * <li>models: {@code PackagedModels}, {@code Seams} (sewn into each as it is parsed),
 * {@code ListedBeans}, {@code Decisions};
 * <li>for our own pages: {@link org.huxin.engine.Worklist},
 * {@link org.huxin.engine.CaseProgress}, {@link org.huxin.engine.CaseRecord}.
 * </ul>
 * {@code EngineSeams} puts it all into the engine before it is built.
 */
@ApplicationModule(displayName = "Engine", allowedDependencies = { "school", "identity", "casefile", "vault" })
@NullMarked
package org.huxin.engine;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
