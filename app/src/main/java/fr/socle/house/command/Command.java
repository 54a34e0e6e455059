package fr.socle.house.command;

/** A verb of {@code ./socle}. */
public interface Command {

    /** The verb. */
    String name();

    /**
     * How it is used: the whole text of {@code --help}, of the file {@code <name>.help} beside the
     * command. It is a file because the launcher prints it without building anything.
     */
    default String help() {
        return HelpFile.of(getClass(), name());
    }

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
