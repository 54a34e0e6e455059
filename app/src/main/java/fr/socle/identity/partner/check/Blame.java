package fr.socle.identity.partner.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Finds which parameters a refusal is about without knowing a single rule: it puts sound values in
 * their place, one after the other, and asks the endpoint's own code again. What changes its answer
 * was to blame; then the search goes on for the next mistake.
 *
 * @param <A> the answer; equal ones are the same refusal
 */
final class Blame<A> {

    private static final int MOST = 12;

    /**
     * A mistake.
     *
     * @param answer the refusal
     * @param repairs which together change it
     * @param request in which it is the first one
     */
    record Mistake<A>(A answer, List<Repair> repairs, Map<String, String[]> request) {}

    private final Function<Map<String, String[]>, A> endpoint;
    private final A accepted;

    /**
     * @param accepted the answer of a request that is right
     */
    Blame(Function<Map<String, String[]>, A> endpoint, A accepted) {
        this.endpoint = endpoint;
        this.accepted = accepted;
    }

    /** Every mistake, in the order in which the endpoint would tell them. */
    List<Mistake<A>> of(Map<String, String[]> parameters, List<Repair> repairs) {
        var mistakes = new ArrayList<Mistake<A>>();
        var request = parameters;
        var answer = endpoint.apply(request);
        while (!Objects.equals(answer, accepted) && mistakes.size() < MOST) {
            var needed = needed(request, answer, repairs);
            mistakes.add(new Mistake<>(answer, needed, request));
            if (needed.isEmpty()) {
                break;
            }
            request = applied(request, needed);
            answer = endpoint.apply(request);
        }
        return mistakes;
    }

    /** The first repair that changes the answer, else as few together as do. */
    private List<Repair> needed(Map<String, String[]> request, A answer, List<Repair> repairs) {
        for (var repair : repairs) {
            if (changes(request, answer, List.of(repair))) {
                return List.of(repair);
            }
        }
        var together = new ArrayList<Repair>();
        for (var repair : repairs) {
            together.add(repair);
            if (changes(request, answer, together)) {
                return fewest(request, answer, together);
            }
        }
        return List.of();
    }

    private List<Repair> fewest(Map<String, String[]> request, A answer, List<Repair> enough) {
        var few = new ArrayList<>(enough);
        for (var repair : enough) {
            few.remove(repair);
            if (!changes(request, answer, few)) {
                few.add(repair);
            }
        }
        return few;
    }

    private boolean changes(Map<String, String[]> request, A answer, List<Repair> repairs) {
        return !Objects.equals(endpoint.apply(applied(request, repairs)), answer);
    }

    private static Map<String, String[]> applied(
            Map<String, String[]> request, List<Repair> repairs) {
        var changed = request;
        for (var repair : repairs) {
            changed = repair.applied(changed);
        }
        return changed;
    }
}
