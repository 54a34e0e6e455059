package fr.socle.identity.partner;

import fr.socle.identity.federation.Client;
import fr.socle.identity.federation.Profile;
import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;

/** What the facts of a service must be together. */
final class ServiceRules {

    private final Form form;

    ServiceRules(Form form) {
        this.form = form;
    }

    void check(ConnectedServiceDraft draft) {
        var keys = draft.keys();
        if (draft.needsKeys() && keys.jwksUri() == null) {
            reject(ServiceForm.JWKS_URI, "identity.partner.jwks.needed");
        }
        if (keys.userinfoEncryption() != null && keys.userinfoAlg() == null) {
            reject(ServiceForm.USERINFO_ALG, "identity.partner.userinfo.unsigned");
        }
        if (draft.pkce() && draft.profile() == Profile.FRANCECONNECT) {
            reject(ServiceForm.PKCE, "identity.partner.pkce.strict");
        }
        if (wantsEnvelopes(draft) && !isNested(keys)) {
            reject(ServiceForm.USERINFO_ENC, "identity.partner.plus.encrypted");
        }
    }

    private static boolean wantsEnvelopes(ConnectedServiceDraft draft) {
        return draft.federation().wantsEnvelopes() && draft.profile() == Profile.FRANCECONNECT;
    }

    private static boolean isNested(Client.Keys keys) {
        return keys.userinfoAlg() != null
                && keys.userinfoEncryption() != null
                && keys.idTokenEncryption() != null;
    }

    private void reject(String field, String key) {
        if (form.error(field).isEmpty()) {
            form.reject(field, Refusal.of(key));
        }
    }
}
