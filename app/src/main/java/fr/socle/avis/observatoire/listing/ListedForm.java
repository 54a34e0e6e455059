package fr.socle.avis.observatoire.listing;

import fr.socle.avis.observatoire.listing.ListedDemarche.Facts;
import fr.socle.kernel.Parsed;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads what somebody declares of a procedure, by the page or by a line of a file: the fields of
 * the page bear the names of the file's columns.
 */
public final class ListedForm {

    public static final String NAME = "nom_demarche";
    public static final String ADDRESS = "url_demarche";
    public static final String ADMINISTRATION = "ref_administration";
    public static final String MINISTERE = "ministere_politique";
    public static final String ONLINE = "statut_en_ligne";
    public static final String AUDIENCES = "categories_usagers";
    public static final String VOLUME = "volumetrie_totale";
    public static final String VOLUME_ONLINE = "volumetrie_en_ligne";
    public static final String ONCE_ONLY = "score_dlnuf";
    public static final String SIGN_IN = "franceconnect";
    public static final String CLIENT = "id_client";

    private static final int LONGEST = 255;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int MOST_AUDIENCES = 10;
    private static final long MOST = 1_000_000_000_000L;

    private ListedForm() {}

    /**
     * The facts, or nothing when the form now says what is wrong.
     *
     * @param closed whether no call of ours may go to this address
     */
    public static Optional<Facts> read(Form form, Predicate<URI> closed) {
        var name = form.required(NAME, LONGEST);
        var administration = form.required(ADMINISTRATION, LONGEST);
        var ministere = form.optional(MINISTERE, LONGEST);
        var online = form.read(ONLINE, Worded.among(Online.values()));
        var address = form.readOptional(ADDRESS, it -> address(it, closed)).orElse("");
        var signIn = form.readOptional(SIGN_IN, Worded.among(SignIn.values()));
        var onceOnly = form.readOptional(ONCE_ONLY, OnceOnly::parse);
        var client = form.optional(CLIENT, 100);
        var audiences = audiences(form);
        var volume = volume(form, VOLUME);
        var volumeOnline = volume(form, VOLUME_ONLINE);
        checkVolumes(form, volume, volumeOnline);
        if (address.isEmpty() && online.filter(it -> it != Online.NON).isPresent()) {
            rejectOnce(form, ADDRESS, Refusal.of("avis.listed.address-needed"));
        }
        return online.filter(_ -> form.ok())
                .map(
                        it ->
                                new Facts(
                                        name,
                                        address,
                                        administration,
                                        ministere,
                                        it,
                                        audiences,
                                        volume,
                                        volumeOnline,
                                        onceOnly.orElse(OnceOnly.UNKNOWN),
                                        signIn.orElse(SignIn.UNKNOWN),
                                        client));
    }

    /** What the administration adds to what this house knows of its own procedure. */
    public static Optional<Facts> readAddition(Form form, Facts known) {
        var ministere = form.optional(MINISTERE, LONGEST);
        var audiences = audiences(form);
        var volume = volume(form, VOLUME);
        return form.ok()
                ? Optional.of(
                        new Facts(
                                known.name(),
                                known.address(),
                                known.administration(),
                                ministere,
                                known.online(),
                                audiences,
                                volume,
                                null,
                                OnceOnly.UNKNOWN,
                                SignIn.UNKNOWN,
                                ""))
                : Optional.empty();
    }

    /** The values as the form shows them again. */
    public static Map<String, String> typed(Facts facts) {
        var typed = new HashMap<String, String>();
        typed.put(NAME, facts.name());
        typed.put(ADDRESS, facts.address());
        typed.put(ADMINISTRATION, facts.administration());
        typed.put(MINISTERE, facts.ministere());
        typed.put(ONLINE, facts.online().code());
        typed.put(AUDIENCES, String.join(" ; ", facts.audiences()));
        typed.put(VOLUME, number(facts.volume()));
        typed.put(VOLUME_ONLINE, number(facts.volumeOnline()));
        typed.put(ONCE_ONLY, facts.onceOnly().code());
        typed.put(SIGN_IN, facts.signIn().code());
        typed.put(CLIENT, facts.clientId());
        return typed;
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }

    private static Parsed<String> address(String text, Predicate<URI> closed) {
        if (text.length() > LONGEST_ADDRESS) {
            return Parsed.invalid("ui.form.too-long", LONGEST_ADDRESS, text.length());
        }
        try {
            var uri = URI.create(text);
            var scheme = String.valueOf(uri.getScheme());
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || !(scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
                return Parsed.invalid("avis.listed.address");
            }
            return closed.test(uri)
                    ? Parsed.invalid("avis.listed.address-closed")
                    : Parsed.valid(text);
        } catch (IllegalArgumentException nonsense) {
            return Parsed.invalid("avis.listed.address");
        }
    }

    private static List<String> audiences(Form form) {
        var all =
                Arrays.stream(form.optional(AUDIENCES, LONGEST).split(";", -1))
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .distinct()
                        .toList();
        if (all.size() > MOST_AUDIENCES) {
            form.reject(AUDIENCES, Refusal.of("avis.listed.audiences", MOST_AUDIENCES));
        }
        return all;
    }

    private static @Nullable Long volume(Form form, String field) {
        return form.readOptional(field, Reading.whole(0, MOST)).orElse(null);
    }

    private static void checkVolumes(Form form, @Nullable Long all, @Nullable Long online) {
        if (online != null && (all == null || online > all)) {
            rejectOnce(form, VOLUME_ONLINE, Refusal.of("avis.listed.volume-online"));
        }
    }

    private static void rejectOnce(Form form, String field, Refusal why) {
        if (form.error(field).isEmpty()) {
            form.reject(field, why);
        }
    }
}
