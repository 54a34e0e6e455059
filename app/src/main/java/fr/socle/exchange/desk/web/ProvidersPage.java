package fr.socle.exchange.desk.web;

import fr.socle.exchange.desk.ProviderLine;
import fr.socle.ui.Page;
import java.util.List;

/** All data providers, by code. */
public record ProvidersPage(List<ProviderLine> lines) implements Page {

    public ProvidersPage {
        lines = List.copyOf(lines);
    }

    /** The kind of tag for a state. */
    public static String tag(ProviderLine.State state) {
        return switch (state) {
            case PREPARATION -> "info";
            case SERVICE -> "good";
            case COUPE -> "bad";
        };
    }
}
