package fr.socle.identity.operator;

/** Ends the sign-in of a person whom an operator shut out. Says nothing of who or why. */
public final class PersonBlocked extends RuntimeException {

    PersonBlocked() {
        super("Y180001");
    }
}
