package fr.socle.ui.access;

/**
 * Nobody is signed in and this address needs someone. People are led to sign in and back, machines
 * get a 401.
 */
public final class SignInNeeded extends RuntimeException {

    public SignInNeeded() {
        super("sign in first");
    }
}
