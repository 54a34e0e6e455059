package fr.socle.demarches.definition;

/** A member is missing or is not what it should be. Never leaves this package. */
final class BadJson extends IllegalArgumentException {

    private final String member;

    BadJson(String member) {
        super("bad member " + member);
        this.member = member;
    }

    String member() {
        return member;
    }
}
