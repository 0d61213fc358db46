package org.huxin.docs;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * The small signs of a diagram.
 */
final class Icons {

	private Icons() {
	}

	/** Who does it, in the upper left corner of a task. */
	static void task(SvgPaper paper, Activity activity, Diagram.Box box) {
		double x = box.x() + 12;
		double y = box.y() + 12;
		if (activity instanceof UserTask) {
			paper.circle(x, y - 3, 3, "line");
			paper.path(at("m -6 6 v -2 c 0 -5 12 -5 12 0 v 2 z", x, y), "line");
		}
		else if (activity instanceof BusinessRuleTask) {
			paper.path(at("m -6 -6 h 13 v 11 h -13 z m 0 3.5 h 13 m -13 3.7 h 13 m -9 -3.7 v 7.5", x, y), "line");
		}
		else if (activity instanceof ServiceTask) {
			paper.circle(x, y, 2, "line");
			paper.circle(x, y, 4.5, "line");
			paper.path(at("m 0 -7 v 2.5 m 0 9 v 2.5 m -7 -7 h 2.5 m 9 0 h 2.5 m -12 -5 l 2 2 m 6 6 l 2 2 m 0 -10 l -2 2"
					+ " m -6 6 l -2 2", x, y), "line");
		}
		else if (activity instanceof SendTask) {
			envelope(paper, x, y, true);
		}
		else if (activity instanceof ReceiveTask) {
			envelope(paper, x, y, false);
		}
	}

	static void clock(SvgPaper paper, double x, double y) {
		paper.circle(x, y, 10, "line");
		paper.path(at("m 0 -7 v 7 l 5 3 m -5 -13 v 2 m 0 16 v 2 m -10 -10 h 2 m 16 0 h 2", x, y), "line");
	}

	static void envelope(SvgPaper paper, double x, double y, boolean filled) {
		paper.path(at("m -8 -5.5 h 16 v 11 h -16 z", x, y), filled ? "full" : "line");
		if (filled) {
			paper.path(at("m -8 -5.5 l 8 6 l 8 -6", x, y) + "\" style=\"stroke:#fff", "line");
		}
		else {
			paper.path(at("m -8 -5.5 l 8 6 l 8 -6", x, y), "line");
		}
	}

	private static String at(String path, double x, double y) {
		return "M %s %s %s".formatted(Diagram.number(x), Diagram.number(y), path);
	}

}
