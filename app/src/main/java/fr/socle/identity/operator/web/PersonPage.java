package fr.socle.identity.operator.web;

import fr.socle.identity.operator.Blocks;
import fr.socle.identity.operator.SignInReferences;
import fr.socle.identity.operator.SignInReferences.Found;
import fr.socle.ui.Page;
import fr.socle.ui.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in, and whether its person is shut out. Neither name nor other sign-ins.
 *
 * @param block null while the person may sign in
 */
public record PersonPage(
        Found found,
        String provider,
        String service,
        Blocks.@Nullable Block block,
        Form form,
        @Nullable String done)
        implements Page {

    public String code() {
        return SignInReferences.spaced(found.code());
    }

    @Override
    public int status() {
        return form.ok() ? 200 : 422;
    }
}
