package fr.socle.identity.operator.web;

import fr.socle.identity.operator.KeyDesk.KeyLine;
import fr.socle.ui.Frame;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signing keys, by issuer, the newest first. */
public record KeysPage(List<KeyLine> keys, Form form, @Nullable String done) implements Page {

    private static final String RSA = ".rs256";

    public KeysPage {
        keys = List.copyOf(keys);
    }

    public List<String> owners() {
        return keys.stream().map(KeyLine::owner).distinct().toList();
    }

    public List<KeyLine> of(String owner) {
        return keys.stream().filter(it -> it.owner().equals(owner)).toList();
    }

    /** The key of the word that tells where a key is in its life. */
    public static String stage(KeyLine key) {
        return switch (key.stage()) {
            case NEXT -> "identity.keys.next";
            case SIGNS -> "identity.keys.signs";
            case RETIRED -> "identity.keys.retired";
        };
    }

    /** Whose keys these are, in words, and what they sign by. */
    public static String named(Frame frame, String owner) {
        var rsa = owner.endsWith(RSA);
        var issuer = rsa ? owner.substring(0, owner.length() - RSA.length()) : owner;
        var algorithm = rsa ? "RS256" : "ES256";
        for (var place : List.of("client/", "demonstration/")) {
            if (issuer.startsWith(place)) {
                var whose = issuer.substring(place.length());
                var key = "identity.keys.of." + place.substring(0, place.length() - 1);
                return frame.t(key, federation(frame, whose), algorithm);
            }
        }
        return frame.t("identity.keys.of", federation(frame, issuer), algorithm);
    }

    private static String federation(Frame frame, String code) {
        var key = "identity.federation." + code;
        return frame.words().has(key) ? frame.t(key) : code;
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
