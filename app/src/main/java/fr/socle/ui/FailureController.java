package fr.socle.ui;

import fr.socle.ui.access.Public;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the container or a filter refused before any controller was reached. */
@Controller
@Public
class FailureController implements ErrorController {

    private final FailureWriter writer;

    FailureController(FailureWriter writer) {
        this.writer = writer;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        ? code
                        : 404;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception thrown) {
            writer.write(thrown, request, response);
        } else {
            writer.write(Failure.of(Fault.of(status), status), null, request, response);
        }
    }
}
