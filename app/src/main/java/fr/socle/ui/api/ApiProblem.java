package fr.socle.ui.api;

import fr.socle.kernel.Refusal;
import fr.socle.ui.form.Form;
import java.util.List;

/**
 * Ends a call of the API with a problem. REST controllers throw it at their border, once the inner
 * refusal is a value; the answer is {@code application/problem+json} (RFC 9457) in the caller's
 * language, with the refusal's key as {@code code}.
 *
 * <pre>{@code
 * var form = JsonBody.form(body);
 * var siret = form.read("siret", Siret::parse);
 * if (!form.ok()) throw ApiProblem.of(form);
 * }</pre>
 */
public final class ApiProblem extends RuntimeException {

    /**
     * One member of the body that is wrong.
     *
     * @param pointer JSON pointer (RFC 6901) to the member
     */
    public record Detail(String pointer, Refusal refusal) {}

    private final int status;
    private final transient Refusal refusal;
    private final transient List<Detail> details;

    private ApiProblem(int status, Refusal refusal, List<Detail> details) {
        super(refusal.key());
        this.status = status;
        this.refusal = refusal;
        this.details = List.copyOf(details);
    }

    /** 422: what the form refused, member by member. */
    public static ApiProblem of(Form form) {
        return invalid(
                form.errors().stream()
                        .map(error -> new Detail(JsonBody.pointer(error.field()), error.refusal()))
                        .toList());
    }

    /** 422: one member is wrong. */
    public static ApiProblem invalid(String pointer, Refusal refusal) {
        return invalid(List.of(new Detail(pointer, refusal)));
    }

    /** Any status of the 4xx family, with the reason: 404, 409… */
    public static ApiProblem of(int status, Refusal refusal) {
        if (status < 400 || status > 499) {
            throw new IllegalArgumentException("the caller's fault is a 4xx, not " + status);
        }
        return new ApiProblem(status, refusal, List.of());
    }

    private static ApiProblem invalid(List<Detail> details) {
        return new ApiProblem(422, Refusal.of("ui.error.invalid"), details);
    }

    public int status() {
        return status;
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<Detail> details() {
        return details;
    }
}
