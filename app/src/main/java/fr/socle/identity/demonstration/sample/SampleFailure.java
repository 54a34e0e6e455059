package fr.socle.identity.demonstration.sample;

/** Something that a service must not believe, or did not get. */
final class SampleFailure extends Exception {

    private static final long serialVersionUID = 1;

    SampleFailure(String why) {
        super(why);
    }

    /** In English, as for the developer of a service. */
    String why() {
        return String.valueOf(getMessage());
    }
}
