package org.huxin.models;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The form is the need-to-know list (H07): what a task shows of earlier entries must be
 * meant for everybody to whom the task is offered. The field where it was entered says
 * for whom it is (custom property {@code sees}; counsellors see their cases anyway).
 */
class NeedToKnowTests {

	/** What rules add to an entry, and for whom it is. */
	private static final Map<String, Set<String>> DERIVED = Map.of("urgency", Set.of("headTeacher", "leader"),
			"suggestedLevel", Set.of("leader", "district", "expert"), "levelBefore",
			Set.of("leader", "district", "expert"), "schemeLevel", Set.of("leader", "district", "expert"),
			"closingChecks", Set.of("leader"), "certificateWhy", Set.of("doctor"), "contactMode",
			Set.of("headTeacher", "leader"));

	private static final List<String> NEVER = List.of("诊断", "确诊", "患者", "精神病", "问题学生");

	private final ObjectMapper json = new ObjectMapper();

	private final ModelSet models = ModelSet.ofTheRepository();

	@Test
	void noTaskShowsWhatIsNotForItsPeople() {
		assertThat(shownTooWidely(this.models)).isEmpty();
	}

	@Test
	void fieldThatShowsTheCounsellorsWordsToTheHeadTeacherIsFound() {
		ModelSet faulty = this.models.with("forms/follow-up-head-teacher.form", "\"from\": \"hallAdvice\"",
				"\"from\": \"assess-risk.opinion\"");
		assertThat(shownTooWidely(faulty))
			.containsExactly("follow-up-head-teacher shows headTeacher assess-risk.opinion");
	}

	@Test
	void taskThatIsOfferedTooWidelyIsFound() {
		ModelSet faulty = this.models.with("processes/school-counselling.bpmn",
				"camunda:formRef=\"inform-guardian\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"counselor\"",
				"camunda:formRef=\"inform-guardian\" camunda:formRefBinding=\"deployment\" camunda:candidateGroups=\"counselor,headTeacher\"");
		assertThat(shownTooWidely(faulty))
			.containsExactly("inform-guardian shows headTeacher assess-risk.guardianAdvice");
	}

	@Test
	void noLevelIsShownToAHeadTeacher() {
		offers(this.models).forEach((form, roles) -> {
			if (roles.contains("headTeacher")) {
				assertThat(keys(this.models, form)).as(form)
					.doesNotContain("level", "suggestedLevel", "careTrack", "instruments");
			}
		});
	}

	// E07 K18
	@Test
	void noModelAndNoFormSpeaksLikeAHospital() {
		this.models.files()
			.forEach((file, text) -> NEVER.forEach((word) -> assertThat(text).as(file).doesNotContain(word)));
	}

	@Test
	void everyFormTellsWhomToCall() {
		this.models.ending(".form")
			.forEach((file, text) -> assertThat(text).as(file)
				.contains("12356", "120", "110", "\"fact\": \"emergencyNumbers\""));
	}

	@Test
	void everyFormOfATaskBeginsWithWhatToDo() {
		offers(this.models).keySet()
			.forEach((form) -> assertThat(this.models.files().get("forms/" + form + ".form")).as(form)
				.contains("请您这样做", "\"fact\": \"caseNo\"", "\"fact\": \"student\"", "\"fact\": \"timeLeft\""));
	}

	private List<String> shownTooWidely(ModelSet set) {
		List<String> found = new ArrayList<>();
		offers(set).forEach((form, roles) -> fields(set, form).forEach((field) -> {
			String from = field.path("properties").path("from").asText();
			if (!from.isEmpty()) {
				roles.stream()
					.filter((role) -> !role.equals("counselor") && !readers(set, from).contains(role))
					.forEach((role) -> found.add(form + " shows " + role + " " + from));
			}
		}));
		return found;
	}

	/** Forms with everybody to whom a task with this form is offered, late ones too. */
	private Map<String, Set<String>> offers(ModelSet set) {
		Map<String, Set<String>> offers = new TreeMap<>();
		set.ending(".bpmn")
			.values()
			.forEach((text) -> Bpmn.readModelFromStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
				.getModelElementsByType(UserTask.class)
				.forEach((task) -> offers.computeIfAbsent(task.getCamundaFormRef(), (form) -> new TreeSet<>())
					.addAll(task.getCamundaCandidateGroupsList())));
		return offers;
	}

	private Set<String> readers(ModelSet set, String from) {
		String key = from.substring(from.indexOf('.') + 1);
		List<String> forms = from.contains(".") ? List.of(from.substring(0, from.indexOf('.')))
				: set.ending(".form").keySet().stream().map(NeedToKnowTests::id).toList();
		Set<String> readers = null;
		for (String form : forms) {
			for (JsonNode field : fields(set, form)) {
				if (field.path("key").asText().equals(key) && !field.path("readonly").asBoolean()) {
					Set<String> sees = Set.of(field.path("properties").path("sees").asText().split(","));
					if (readers == null) {
						readers = new TreeSet<>(sees);
					}
					else {
						readers.retainAll(sees);
					}
				}
			}
		}
		if (readers == null) {
			return DERIVED.getOrDefault(key, Set.of());
		}
		if (!from.contains(".") && DERIVED.containsKey(key)) {
			readers.retainAll(DERIVED.get(key));
		}
		return readers;
	}

	private static String id(String file) {
		return file.substring(file.indexOf('/') + 1, file.lastIndexOf('.'));
	}

	private List<String> keys(ModelSet set, String form) {
		return fields(set, form).stream().map((field) -> field.path("key").asText()).toList();
	}

	private List<JsonNode> fields(ModelSet set, String form) {
		List<JsonNode> fields = new ArrayList<>();
		try {
			collect(this.json.readTree(set.files().get("forms/" + form + ".form")), fields);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
		return fields;
	}

	private static void collect(JsonNode parent, List<JsonNode> fields) {
		for (JsonNode component : parent.path("components")) {
			if (component.has("key")) {
				fields.add(component);
			}
			collect(component, fields);
		}
	}

}
