package fr.socle.identity.usager;

import java.util.List;
import java.util.Map;

/**
 * What a browser says of itself, as far as a person tells devices apart: its family and its system,
 * without version.
 */
public record Browser(String family, String system) {

    private static final String OTHER = "autre";
    private static final int LONGEST = 1000;

    /** The first that matches: most browsers also bear the names of others. */
    private static final List<Map.Entry<String, String>> FAMILIES =
            List.of(
                    Map.entry("Edg", "Edge"),
                    Map.entry("OPR/", "Opera"),
                    Map.entry("SamsungBrowser", "Samsung Internet"),
                    Map.entry("Firefox", "Firefox"),
                    Map.entry("FxiOS", "Firefox"),
                    Map.entry("CriOS", "Chrome"),
                    Map.entry("Chrome", "Chrome"),
                    Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS =
            List.of(
                    Map.entry("iPhone", "iPhone"),
                    Map.entry("iPad", "iPad"),
                    Map.entry("Android", "Android"),
                    Map.entry("Windows", "Windows"),
                    Map.entry("Mac OS X", "macOS"),
                    Map.entry("CrOS", "ChromeOS"),
                    Map.entry("Linux", "Linux"));

    /**
     * @param agent the header {@code User-Agent}, of which nothing else is kept
     */
    public static Browser of(String agent) {
        var read = agent.substring(0, Math.min(agent.length(), LONGEST));
        return new Browser(first(FAMILIES, read), first(SYSTEMS, read));
    }

    private static String first(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(it -> agent.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(OTHER);
    }

    /** {@code Firefox sur Windows}, in the language of these words. */
    public String said(fr.socle.ui.Words words) {
        var browser = family.equals(OTHER) ? words.of("identity.mine.browser.other") : family;
        var on = system.equals(OTHER) ? words.of("identity.mine.system.other") : system;
        return words.of("identity.mine.browser", browser, on);
    }
}
