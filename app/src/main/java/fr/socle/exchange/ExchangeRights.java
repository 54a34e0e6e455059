package fr.socle.exchange;

import fr.socle.ui.access.Right;

/** The rights of this block. Nobody gets data by a right: an habilitation and a case found it. */
public final class ExchangeRights {

    /** Reads how many exchanges there were, without persons. */
    public static final String OBSERVE_CODE = "exchange.observer";

    public static final Right OBSERVE = new Right(OBSERVE_CODE);

    /** Lets programs in and out, registers providers and tries them. */
    public static final String OPERATE_CODE = "exchange.operer";

    public static final Right OPERATE = new Right(OPERATE_CODE);

    private ExchangeRights() {}
}
