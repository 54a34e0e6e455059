package fr.socle.journey;

import java.util.List;

/** Where the journey is lived: which procedure, and how its people come in. */
interface Stage {

    /** The title of the procedure. */
    String demarche();

    /**
     * Signs a usager in, from a page that asks for it.
     *
     * @param person as the family's parent is named
     */
    Screen usager(Screen asking, String person);

    /**
     * An agent who is not in charge of the procedure's dossiers, signed in.
     *
     * @param fresh a browser that nobody used
     */
    Browser elsewhere(Browser fresh);

    /**
     * An agent who is, signed in.
     *
     * @param fresh a browser that nobody used
     */
    Browser inCharge(Browser fresh);

    /** The names of both, which no usager may read. */
    List<String> agents();

    /** Whether letters can be read on a page, and a first opinion moves the public indicator. */
    boolean demonstration();
}
