package fr.socle.demarches.web.answers;

import fr.socle.demarches.dossier.Provenance;
import fr.socle.ui.Words;
import org.jspecify.annotations.Nullable;

/** Says where an answer comes from. */
public final class Origin {

    private Origin() {}

    /** « Transmis par … le … », « Déclaré », and why something was not obtained. */
    public static String text(Words words, Provenance provenance) {
        return switch (provenance) {
            case Provenance.Saisie _ -> words.of("demarches.origin.typed");
            case Provenance.Preremplie(var at) ->
                    words.of("demarches.origin.prefilled", words.moment(at));
            case Provenance.Federation(var at) ->
                    words.of("demarches.origin.federation", words.moment(at));
            case Provenance.Exchange(_, var provider, var at) ->
                    words.of("demarches.origin.exchange", provider, words.moment(at));
            case Provenance.Decline _ -> words.of("demarches.origin.declined");
            case Provenance.ProviderUnavailable(var provider, _) ->
                    words.of("demarches.origin.unavailable", provider);
            case Provenance.NotFound(var provider, _) ->
                    words.of("demarches.origin.not-found", provider);
            case Provenance.Unsuitable(_, var provider, _) ->
                    words.of("demarches.origin.unsuitable", provider);
            case Provenance.Refused _ -> words.of("demarches.origin.refused");
        };
    }

    /** In a table: who answered, and why when somebody else could have. */
    public static String brief(Words words, Provenance provenance) {
        return switch (provenance) {
            case Provenance.Saisie _ -> words.of("demarches.origin.typed");
            case Provenance.Preremplie _, Provenance.Federation _, Provenance.Exchange _ ->
                    text(words, provenance);
            case Provenance.Decline _ -> words.of("demarches.origin.typed.declined");
            case Provenance.ProviderUnavailable _ -> words.of("demarches.origin.typed.unavailable");
            case Provenance.NotFound _, Provenance.Unsuitable _, Provenance.Refused _ ->
                    words.of("demarches.origin.typed.not-obtained");
        };
    }

    /** The colour of the notice that says it. */
    public static String tone(Provenance provenance) {
        return provenance instanceof Provenance.ProviderUnavailable ? "warn" : "info";
    }

    /** The key of the button that asks: for the first time, again, or after all. */
    public static String askKey(@Nullable Provenance why) {
        return switch (why) {
            case Provenance.ProviderUnavailable _ -> "demarches.form.ask.again";
            case Provenance.Decline _ -> "demarches.form.ask.after-all";
            case null, default -> "demarches.form.ask";
        };
    }
}
