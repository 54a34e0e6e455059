package fr.socle.portal.web;

import fr.socle.portal.PortalSettings;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who answers for the site. */
public record MentionsPage(PortalSettings settings) implements Page {

    /** What the operator said, or that he did not. */
    public Map<String, String> pairs(Frame frame) {
        var pairs = new LinkedHashMap<String, String>();
        pairs.put(frame.t("portal.legal.publisher"), said(frame, settings.publisher()));
        pairs.put(frame.t("portal.legal.director"), said(frame, settings.director()));
        pairs.put(frame.t("portal.legal.host"), said(frame, settings.host()));
        pairs.put(frame.t("portal.legal.contact"), said(frame, settings.contact()));
        pairs.put(frame.t("portal.legal.dpo"), said(frame, settings.dpo()));
        return pairs;
    }

    private static String said(Frame frame, String value) {
        return value.isBlank() ? frame.t("portal.legal.missing") : value;
    }
}
