package fr.socle.avis.web;

import fr.socle.demarches.PublishedDemarche;
import fr.socle.ui.Page;
import java.util.List;

/** Every published service, with what its usagers think of it. */
public record ObservatoirePage(List<Line> lines, Shown overall) implements Page {

    public record Line(PublishedDemarche demarche, Shown quality) {}
}
