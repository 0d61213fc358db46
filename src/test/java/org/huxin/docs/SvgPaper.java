package org.huxin.docs;

import java.util.List;

/**
 * What is drawn on grows as it is drawn on.
 */
final class SvgPaper {

	private static final String STYLE = """
			text{font-family:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1f2933}
			.name{font-size:12px}.small{font-size:10px}.label{font-size:11px;fill:#3e4c59;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}.title{font-size:12px;font-weight:600}
			.task,.gateway,.event{fill:#fff;stroke:#1f2933;stroke-width:1.5}.task{fill:#f1f4f7}.person{fill:#fff}.called{fill:#eef5fb;stroke-width:4}
			.frame{fill:#fff;stroke:#52606d;stroke-width:1.5}.event.end{stroke-width:4}.frame.event{stroke-dasharray:2 4}.dashed{stroke-dasharray:5 3}
			.flow{fill:none;stroke:#1f2933;stroke-width:1.5;stroke-linejoin:round;marker-end:url(#arrow)}.dotted{fill:none;stroke:#7b8794;stroke-dasharray:1 4}
			.line{fill:none;stroke:#1f2933;stroke-width:1.2;stroke-linejoin:round}.mark{fill:none;stroke:#1f2933;stroke-width:2.5}.ring{fill:none;stroke:#1f2933;stroke-width:2.5}
			.full{fill:#1f2933;stroke:#1f2933}
			""";

	private final StringBuilder body = new StringBuilder();

	private double left = Double.MAX_VALUE;

	private double top = Double.MAX_VALUE;

	private double right = -Double.MAX_VALUE;

	private double bottom = -Double.MAX_VALUE;

	void reach(double x, double y) {
		this.left = Math.min(this.left, x);
		this.top = Math.min(this.top, y);
		this.right = Math.max(this.right, x);
		this.bottom = Math.max(this.bottom, y);
	}

	void rectangle(Diagram.Box box, int round, String kind) {
		reach(box.x(), box.y());
		reach(box.x() + box.width(), box.y() + box.height());
		this.body.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%d\"/>\n".formatted(kind,
				Diagram.number(box.x()), Diagram.number(box.y()), Diagram.number(box.width()),
				Diagram.number(box.height()), round));
	}

	void circle(double x, double y, double radius, String kind) {
		reach(x - radius, y - radius);
		reach(x + radius, y + radius);
		this.body.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n".formatted(kind, Diagram.number(x),
				Diagram.number(y), Diagram.number(radius)));
	}

	void path(String path, String kind) {
		this.body.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, path));
	}

	void text(List<String> lines, double x, double y, String anchor, String kind) {
		double size = kind.contains("small") ? 10 : kind.contains("label") ? 11 : 12;
		for (int i = 0; i < lines.size(); i++) {
			double width = Lines.width(lines.get(i), size);
			double begins = anchor.equals("middle") ? x - width / 2 : x;
			double base = y + i * size * 1.3;
			reach(begins, base - size);
			reach(begins + width, base + 3);
			this.body.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n".formatted(kind,
					Diagram.number(x), Diagram.number(base), anchor, escaped(lines.get(i))));
		}
	}

	String finish(String title, double margin) {
		double width = this.right - this.left + 2 * margin;
		double height = this.bottom - this.top + 2 * margin;
		String x = Diagram.number(this.left - margin);
		String y = Diagram.number(this.top - margin);
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="%1$s %2$s %3$s %4$s" width="%3$s" height="%4$s" role="img">
				<title>%5$s</title>
				<style>
				%6$s</style>
				<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M 0 1 L 10 5 L 0 9 z" fill="#1f2933"/></marker></defs>
				<rect x="%1$s" y="%2$s" width="%3$s" height="%4$s" fill="#fff"/>
				%7$s</svg>
				"""
			.formatted(x, y, Diagram.number(width), Diagram.number(height), escaped(title), STYLE, this.body);
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
	}

}
