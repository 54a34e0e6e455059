package fr.socle.exchange.decision;

import fr.socle.exchange.Answer.Reason;
import java.util.List;
import java.util.Set;

/** Whether data may be obtained. */
public sealed interface Decision {

    /**
     * @param fields exactly what may leave, no more than was asked
     * @param habilitationVersion the version that founds it
     */
    record Granted(Set<String> fields, int habilitationVersion) implements Decision {
        public Granted {
            fields = Set.copyOf(fields);
        }
    }

    /**
     * @param reasons every one that holds, in the order of {@link Reason}
     */
    record Refused(List<Reason> reasons) implements Decision {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
