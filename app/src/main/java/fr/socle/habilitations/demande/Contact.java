package fr.socle.habilitations.demande;

/** Whom to write to about the data. */
public record Contact(String name, String email) {

    /** Nobody was named. */
    public static final Contact NONE = new Contact("", "");

    public boolean given() {
        return !name.isEmpty() || !email.isEmpty();
    }
}
