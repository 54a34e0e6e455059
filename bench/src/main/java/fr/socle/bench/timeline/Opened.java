package fr.socle.bench.timeline;

import fr.socle.bench.report.Section;
import java.util.List;

/** What the node found, one section a size. */
record Opened(List<Section> sections) {
    Opened {
        sections = List.copyOf(sections);
    }
}
