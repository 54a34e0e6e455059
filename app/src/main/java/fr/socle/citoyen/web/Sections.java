package fr.socle.citoyen.web;

import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;
import java.util.stream.Stream;

/** The sections of a file, as tabs. */
public final class Sections {

    private Sections() {}

    /** The tabs, as they stand on the page of this frame. */
    public static List<Link> of(Frame frame, Whose whose) {
        return switch (whose) {
            case Whose.Personne _ -> person(frame);
            case Whose.Entreprise(var who) ->
                    who.isNamed()
                            ? with(
                                    company(frame, whose.base()),
                                    link(
                                            frame,
                                            "citoyen.delegation.tab",
                                            whose.base() + "/delegations"))
                            : company(frame, whose.base());
        };
    }

    private static List<Link> company(Frame frame, String base) {
        return List.of(
                link(frame, "citoyen.entreprise.tab.ouverture", base),
                link(frame, "citoyen.entreprise.tab.usages", base + "/usages"),
                link(frame, "citoyen.entreprise.tab.donnees", base + "/donnees"),
                link(frame, "citoyen.entreprise.tab.droits", base + "/droits"),
                link(frame, "citoyen.entreprise.tab.export", base + "/export"));
    }

    /** Only those let others in whom the register itself names. */
    private static List<Link> with(List<Link> links, Link more) {
        return Stream.concat(links.stream(), Stream.of(more)).toList();
    }

    private static List<Link> person(Frame frame) {
        return List.of(
                link(frame, "citoyen.tab.dossiers", "/mon-dossier"),
                link(frame, "citoyen.tab.usages", "/mon-dossier/usages"),
                link(frame, "citoyen.tab.connexions", "/mes-connexions"),
                link(frame, "citoyen.tab.donnees", "/mon-dossier/donnees"),
                link(frame, "citoyen.tab.droits", "/mon-dossier/droits"),
                link(frame, "citoyen.tab.export", "/mon-dossier/export"));
    }

    private static Link link(Frame frame, String label, String href) {
        return new Link(frame.t(label), href, frame.path().equals(href));
    }
}
