package fr.socle.identity.web;

import fr.socle.ui.Page;
import java.util.List;

/** Every code that pages show and services hear. */
public record ErrorCodesPage(List<Line> lines) implements Page {

    /**
     * @param code of FranceConnect, or OAuth's word
     * @param error as the service hears it
     */
    public record Line(String code, String error) {

        public String title() {
            return "identity.code." + code;
        }

        public String what() {
            return title() + ".what";
        }

        public String address() {
            return ErrorUris.PAGE + "/" + code;
        }
    }

    public ErrorCodesPage {
        lines = List.copyOf(lines);
    }
}
