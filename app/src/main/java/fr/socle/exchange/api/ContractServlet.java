package fr.socle.exchange.api;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.apache.coyote.CloseNowException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Gives {@link Contract} its requests without a framework in between, which would cost as much as
 * the answer. Watches each answer leave, and ends its exchange when the last byte was taken by the
 * network or when the client was gone before. Nobody can know more here: what the client did with
 * the bytes is for its own counts to tell.
 */
final class ContractServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String HEAD = "HEAD";
    private static final String METHODS = "GET, HEAD, OPTIONS";

    private final transient Contract contract;

    ContractServlet(Contract contract) {
        this.contract = contract;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(it -> it.setPathPattern(request.getServletPath() + "/**"));
        switch (request.getMethod()) {
            case "GET", HEAD -> answer(request, response);
            case "OPTIONS" -> response.setHeader(HttpHeaders.ALLOW, METHODS);
            default -> {
                response.setHeader(HttpHeaders.ALLOW, METHODS);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var reply = contract.reply();
        var whole = false;
        try {
            var withBody = !request.getMethod().equals(HEAD);
            write(contract.answer(request, reply), withBody, response);
            whole = withBody;
        } finally {
            reply.ended(whole);
        }
        if (reply.cut()) {
            // the connection ends without the mark of a whole answer (RFC 9112, 8)
            throw new CloseNowException("the provider's answer broke off");
        }
    }

    /** Returns when the network took all of it. */
    private static void write(
            ResponseEntity<Object> answer, boolean withBody, HttpServletResponse response)
            throws IOException {
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders()
                .forEach((name, values) -> values.forEach(it -> response.addHeader(name, it)));
        switch (answer.getBody()) {
            case byte[] bytes -> {
                response.setContentLength(bytes.length);
                if (withBody) {
                    response.getOutputStream().write(bytes);
                }
            }
            case InputStream flowing when withBody ->
                    flowing.transferTo(response.getOutputStream());
            case null, default -> {}
        }
        response.flushBuffer();
    }
}
