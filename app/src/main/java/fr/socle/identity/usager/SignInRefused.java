package fr.socle.identity.usager;

import fr.socle.kernel.Refusal;

/**
 * The person forbade this sign-in. It ends the transaction of the sign-in: nothing is held and the
 * state is not consumed, so that they may choose another account.
 */
public final class SignInRefused extends RuntimeException {

    private final transient Refusal refusal;

    SignInRefused(Refusal refusal) {
        super(refusal.key());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
