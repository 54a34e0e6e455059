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

    /** Simulates exchanges on the ground of one's own organisation's habilitations. */
    public static final String SIMULATE_CODE = "exchange.simuler";

    public static final Right SIMULATE = new Right(SIMULATE_CODE);

    private ExchangeRights() {}
}
