package fr.socle.house.command;

/** A verb of {@code ./socle}. */
public interface Command {

    /** The verb. */
    String name();

    /** What it does, in one line. */
    String purpose();

    /** How it is used: the whole text of {@code --help}. */
    String help();

    /** The options that it takes. */
    Options options();

    /**
     * Does it.
     *
     * @return the exit status: 0 done, 1 the answer is no, others as its help says; a wrong call
     *     gives 64
     */
    int run(Arguments arguments, House house) throws Exception;
}
