package fr.socle.bench.proof;

import fr.socle.bench.report.Section;
import java.util.List;

/** What the node found. */
public record Sections(List<Section> sections) {}
