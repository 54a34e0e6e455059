package fr.socle.identity.usager;

import fr.socle.identity.usager.FraudReport.Nature;
import fr.socle.kernel.EmailAddress;
import fr.socle.kernel.PersonRef;
import fr.socle.ui.form.Form;
import fr.socle.ui.form.Reading;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports.
 *
 * @param person null when they are not signed in
 * @param code the identification code, or empty
 */
public record FraudDraft(
        @Nullable PersonRef person,
        Nature nature,
        String code,
        String story,
        EmailAddress email,
        String language) {

    public static final int LONGEST = 2000;

    /** Reads a form; empty when it says what is wrong. */
    public static Optional<FraudDraft> read(
            Form form, @Nullable PersonRef person, String language) {
        var nature = form.read("nature", Reading.among(Nature.codes())).flatMap(Nature::of);
        var code = form.readOptional("code", SignInCodes::parse);
        var story = form.required("recit", LONGEST);
        var email = form.read("courriel", EmailAddress::parse);
        return form.ok() && nature.isPresent() && email.isPresent()
                ? Optional.of(
                        new FraudDraft(
                                person,
                                nature.get(),
                                code.orElse(""),
                                story,
                                email.get(),
                                language))
                : Optional.empty();
    }

    /** Nothing: what somebody confides does not belong in a log. */
    @Override
    public String toString() {
        return "FraudDraft[hidden]";
    }
}
