package fr.socle.ui;

import fr.socle.kernel.Refusal;
import fr.socle.ui.access.NotAllowed;
import fr.socle.ui.access.SignInNeeded;
import fr.socle.ui.api.ApiProblem;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.HashMap;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Tells what an exception means to the one who sent the request. */
final class Diagnosis {

    private static final int DEEPEST_CAUSE = 12;

    private Diagnosis() {}

    static Failure of(Throwable thrown) {
        return switch (thrown) {
            case ApiProblem problem -> Failure.of(problem);
            case SignInNeeded _ -> Failure.of(Fault.SIGN_IN_NEEDED);
            case CsrfException _ -> Failure.of(Fault.FORGED);
            case NotAllowed _ -> Failure.of(Fault.NOT_ALLOWED);
            case AccessDeniedException _ -> Failure.of(Fault.NOT_ALLOWED);
            case MaxUploadSizeExceededException _ -> Failure.of(Fault.TOO_LARGE);
            case HttpMessageNotReadableException unread -> Failure.of(unread);
            case MethodArgumentTypeMismatchException mismatch
                    when mismatch.getParameter().hasParameterAnnotation(RequestParam.class) ->
                    Failure.of(
                            ApiProblem.of(
                                    422, Refusal.of("ui.parameter.kind", mismatch.getName())));
            case TypeMismatchException _ -> Failure.of(Fault.BAD_REQUEST);
            case InvalidParameterException malformed ->
                    Failure.of(Fault.of(malformed.getErrorCode()));
            case ErrorResponse framework -> of(framework);
            default -> Failure.of(unavailable(thrown) ? Fault.UNAVAILABLE : Fault.UNEXPECTED);
        };
    }

    /** The framework's own refusals: wrong method, unreadable parameter, unknown address… */
    private static Failure of(ErrorResponse framework) {
        var status = framework.getStatusCode().value();
        var told = Failure.of(Fault.of(status), status);
        var headers = new HashMap<>(told.headers());
        framework
                .getHeaders()
                .forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Failure(told.fault(), status, told.reason(), told.details(), headers);
    }

    /** Whether a database that does not answer lies somewhere below. */
    static boolean unavailable(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
