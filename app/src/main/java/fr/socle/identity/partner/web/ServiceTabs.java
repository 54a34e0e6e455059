package fr.socle.identity.partner.web;

import fr.socle.identity.partner.ConnectedService;
import fr.socle.ui.Frame;
import fr.socle.ui.Link;
import java.util.List;
import java.util.stream.Stream;

/** The sister pages of a service. */
public final class ServiceTabs {

    private ServiceTabs() {}

    /**
     * @param here the last segment of the address; empty for the first page
     */
    public static List<Link> of(Frame frame, ConnectedService service, String here) {
        return Stream.of("", "modifier", "acces", "verification", "activite")
                .map(
                        it ->
                                new Link(
                                        frame.t(
                                                "identity.partner.tab."
                                                        + (it.isEmpty() ? "fiche" : it)),
                                        PartnerDesk.PAGES
                                                + "/"
                                                + service.id()
                                                + (it.isEmpty() ? "" : "/" + it),
                                        it.equals(here)))
                .toList();
    }

    /** The way down to a service. */
    public static List<Link> trail(Frame frame) {
        return List.of(Link.to(frame.t("identity.partner.menu"), PartnerDesk.PAGES));
    }

    /** The kind of the tag that shows its stage. */
    public static String kind(ConnectedService service) {
        return switch (service.stage().code()) {
            case "production" -> "good";
            case "requested" -> "warn";
            default -> "info";
        };
    }
}
