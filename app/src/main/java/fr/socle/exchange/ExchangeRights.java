package fr.socle.exchange;

import fr.socle.ui.access.Right;

/** The right of this block. Nobody gets data by a right: an habilitation and a case found it. */
public final class ExchangeRights {

    /** Reads how many exchanges there were, without persons. */
    public static final String OBSERVE_CODE = "exchange.observer";

    public static final Right OBSERVE = new Right(OBSERVE_CODE);

    private ExchangeRights() {}
}
