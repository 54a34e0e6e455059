package fr.socle.identity.registry;

import fr.socle.identity.broker.UpstreamFault;
import fr.socle.kernel.IdentitePivot;

/**
 * What a register of civil status answers. The numbers are those of the RNIPP's « type de réponse
 * »; a verdict that stops a sign-in bears the fault with FranceConnect's code.
 */
public sealed interface Verdict {

    /** The person is known. */
    sealed interface Known extends Verdict {
        /** As the register writes it. */
        IdentitePivot identity();
    }

    /** 2: known as asked. */
    record Found(IdentitePivot identity) implements Known {}

    /** 3: known, and what was asked differs a little from what the register holds. */
    record Rectified(IdentitePivot identity) implements Known {}

    /** Nobody is let in. */
    sealed interface Stopped extends Verdict {
        UpstreamFault fault();
    }

    /** 4: one person resembles. */
    record SingleEcho() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_SINGLE_ECHO;
        }
    }

    /** 6: several persons resemble. */
    record SeveralEchoes() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_SEVERAL_ECHOES;
        }
    }

    /** 7: found by a married name, which is not the name at birth. */
    record MaritalNameOnly() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_MARITAL_NAME;
        }
    }

    /** 8: nobody. */
    record NotFound() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_NOT_FOUND;
        }
    }

    /** 9: the register refuses the request. */
    record Rejected() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_REJECTED;
        }
    }

    /** Known, and dead. */
    record Deceased() implements Stopped {
        @Override
        public UpstreamFault fault() {
            return UpstreamFault.REGISTRY_DECEASED;
        }
    }

    /**
     * No verdict: what happens then is a setting of the federation.
     *
     * @param why for the log; names nobody
     */
    record Unavailable(UpstreamFault fault, String why) implements Verdict {}
}
